/** How the values of a table's rows are written in a call. */
import { typesWithin } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import type { Table } from '../../source/source.ts';
import type { Types } from './row-decode.ts';
import type { Encoding } from './row-encode.ts';

/** Maps are read as lists of entries, in which keys keep their type; those of a condition have to be written so too. */
export function readEncoding(table: Table, types: Types): Encoding {
  return { types, maps: table.columns.some(({ type }) => holdsMap(type, types)) ? 'entries' : 'compact' };
}

/** Older servers know the compact form alone, in literals. */
export function writeEncoding(types: Types): Encoding {
  return { types, maps: 'compact' };
}

/** Whether values of the type may have a map in them, also inside a user-defined type. */
export function holdsMap(type: string, types: Types): boolean {
  return typesWithin(parseType(type)).some((inner) => {
    if (inner.kind !== 'udt') return inner.kind === 'map';
    const fields = types.find(({ name }) => name === inner.name)?.fields ?? [];
    return fields.some((field) => holdsMap(field.type, types));
  });
}
