/** The definition of a new index, and which command makes it. */
import type { CqlType } from '../../cql/type.ts';
import { isTextType } from '../../cql/type.ts';
import { parseType } from '../../cql/type-parser.ts';
import { fromMembers, type JsonValue } from '../../json/json-value.ts';
import { listNames } from '../../json/shorten.ts';
import { InputError, NotSupportedError } from '../../source/errors.ts';
import type { Column, NewIndex } from '../../source/source.ts';
import { isMetric, METRIC_NAMES, printMetric } from './metrics.ts';

export interface IndexDefinition {
  readonly command: 'createIndex' | 'createVectorIndex';
  readonly column: JsonValue;
  readonly options: { readonly [name: string]: JsonValue };
  /** As `Index.target`. */
  readonly target: string | null;
}

/** Of texts, by the name that the database has for each. */
const TEXT_OPTIONS: Readonly<Record<string, string>> = {
  case_sensitive: 'caseSensitive',
  normalize: 'normalize',
  ascii: 'ascii',
};
const VECTOR_OPTIONS = ['similarity_function', 'source_model'];

/** @throws InputError, NotSupportedError - before anything is sent */
export function toIndexDefinition(index: NewIndex, column: Column): IndexDefinition {
  checkClass(index);
  const type = parseType(column.type);
  if (type.kind === 'vector') return toVectorIndex(index);
  if (index.metric)
    throw new InputError(
      `"metric" is for vectors, and the column "${index.column}" has the type "${column.type}". Leave it out.`,
    );
  const target = targetOf(index, type);
  const name = index.column;
  const isSide = type.kind === 'map' && target !== 'entries';
  return {
    command: 'createIndex',
    column: isSide ? fromMembers([name], [`$${target}`]) : name,
    options: toTextOptions(index, type),
    target,
  };
}

function checkClass({ type }: NewIndex): void {
  if (type === undefined || /^(org\.apache\.cassandra\.index\.sai\.)?StorageAttachedIndex$/.test(type)) return;
  throw new NotSupportedError(
    `The Data API makes no index of the class "${type}". Leave out "type", or send "StorageAttachedIndex".`,
  );
}

function targetOf({ column, kind }: NewIndex, type: CqlType): string | null {
  if (kind === 'FULL')
    throw new NotSupportedError(
      `The Data API makes no index of the whole value of a column, such as "${column}". Index its values: leave out "kind", or send VALUES.`,
    );
  if (type.kind === 'map') return (kind ?? 'VALUES').toLowerCase();
  if (kind === 'KEYS' || kind === 'ENTRIES')
    throw new InputError(`"kind": ${kind} is for maps, and the column "${column}" is none. Leave it out.`);
  return type.kind === 'list' || type.kind === 'set' ? 'values' : null;
}

function toTextOptions({ column, options = {} }: NewIndex, type: CqlType): IndexDefinition['options'] {
  const sent = Object.entries(options);
  const [first] = sent;
  if (first && !isTextType(type))
    throw new InputError(
      `"options" are for texts and vectors, and the column "${column}" holds neither. Leave them out.`,
    );
  return Object.fromEntries(
    sent.map(([name, value]) => {
      const known = Object.hasOwn(TEXT_OPTIONS, name) ? TEXT_OPTIONS[name] : undefined;
      if (known === undefined) throw unknownOption(name, Object.keys(TEXT_OPTIONS));
      if (value !== 'true' && value !== 'false')
        throw new InputError(`The option "${name}" cannot be "${value}". Send "true" or "false".`);
      return [known, value === 'true'];
    }),
  );
}

function toVectorIndex({ column, kind, metric, options = {} }: NewIndex): IndexDefinition {
  if (kind)
    throw new InputError(`"kind" is for lists, sets and maps, and the column "${column}" is a vector. Leave it out.`);
  const wrong = Object.keys(options).find((name) => !VECTOR_OPTIONS.includes(name));
  if (wrong !== undefined) throw unknownOption(wrong, VECTOR_OPTIONS);
  const { similarity_function: named, source_model: sourceModel } = options;
  if (named !== undefined && !isMetric(named))
    throw new InputError(
      `The option "similarity_function" cannot be "${named}". Send one of: ${listNames(METRIC_NAMES)}.`,
    );
  const chosen = metric && printMetric(metric);
  if (named !== undefined && chosen !== undefined && named.toLowerCase() !== chosen)
    throw new InputError(
      `"metric" is ${metric}, and the option "similarity_function" is "${named}". Leave one of them out.`,
    );
  const wanted = chosen ?? named?.toLowerCase();
  return {
    command: 'createVectorIndex',
    column,
    options: { ...(wanted !== undefined && { metric: wanted }), ...(sourceModel !== undefined && { sourceModel }) },
    target: null,
  };
}

function unknownOption(name: string, known: readonly string[]): InputError {
  return new InputError(`An index of this column has no option "${name}". Its options are: ${listNames(known)}.`);
}
