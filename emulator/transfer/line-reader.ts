/** Reads import lines: the write that each line stands for. */

import type { Database } from '../core/service.ts';
import { type Json, type JsonObject, parseJson } from '../shared/json.ts';
import { dataDocumentWrite } from './data-collections.ts';
import { documentWrite, rowWrite } from './data-writes.ts';
import { SCHEMA_WRITES, type SchemaKind } from './schema-writes.ts';

export interface LineWrite {
  readonly kind: 'schema' | 'data';
  readonly write: () => void;
}

/** Reads lines in order: each belongs to the last `keyspace` line before it. Throws for an invalid line. */
export function createLineReader(database: Database): (text: string) => LineWrite {
  let keyspace: string | undefined;

  function data(write: (keyspace: string) => () => void): LineWrite {
    return { kind: 'data', write: write(requireKeyspaceLine(keyspace)) };
  }

  function schema(kind: SchemaKind, definition: JsonObject): LineWrite {
    if (kind === 'keyspace') keyspace = nameOf(definition);
    const name = requireKeyspaceLine(keyspace);
    return { kind: 'schema', write: () => SCHEMA_WRITES[kind](database, name, definition) };
  }

  return (text) => {
    const line = parseJson(text, { isWhole: true });
    if (!(line instanceof Map)) throw new SyntaxError('A line must be a JSON object');
    const [table, row] = [line.get('table'), line.get('row')];
    if (typeof table === 'string' && row instanceof Map) return data((name) => rowWrite(database, name, table, row));
    const [collection, id, document] = [line.get('collection'), line.get('documentId'), line.get('data')];
    if (typeof collection === 'string' && typeof id === 'string' && document !== undefined) {
      return data((name) => documentWrite(database, { keyspace: name, collection, id }, document));
    }
    const [dataCollection, whole] = [line.get('dataCollection'), line.get('document')];
    if (typeof dataCollection === 'string' && whole instanceof Map) {
      return data((name) => dataDocumentWrite(database, name, dataCollection, whole));
    }
    const [kind, definition] = definitionIn(line);
    return schema(kind, definition);
  };
}

function definitionIn(line: JsonObject): [SchemaKind, JsonObject] {
  const [[member, definition]] = line.size === 1 ? ([...line] as [[string, Json]]) : [['', null]];
  const kind = Object.keys(SCHEMA_WRITES).find((known) => known === member) as SchemaKind | undefined;
  if (kind && definition instanceof Map) return [kind, definition];
  throw new SyntaxError(
    'A line holds one of "keyspace", "type", "table", "index", "collection" and "dataCollection" with an object, "table" and "row", "collection", "documentId" and "data", or "dataCollection" and "document"',
  );
}

function nameOf(definition: JsonObject): string {
  const name = definition.get('name');
  if (typeof name === 'string') return name;
  throw new SyntaxError('A keyspace needs a "name"');
}

function requireKeyspaceLine(keyspace: string | undefined): string {
  if (keyspace === undefined) throw new SyntaxError('A line {"keyspace":{"name":…}} must come before this line');
  return keyspace;
}
