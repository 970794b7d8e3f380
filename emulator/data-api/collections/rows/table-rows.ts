/** The documents of a collection as rows of its table, which is how the REST API shows them. */

import type { LiveRow, RowSource, Walk } from '../../../cql/read/live-rows.ts';
import { equalBytes } from '../../../cql/types/bytes.ts';
import { indexedKeys, soughtKey } from '../../../cql/write/index-target.ts';
import { partitionKey, rowKey } from '../../../cql/write/key.ts';
import type { Restriction } from '../../../cql/write/restriction.ts';
import type { SchemaColumn, TableSchema } from '../../../cql/write/schema.ts';
import { optionsOf } from '../definition/collection.ts';
import { type DataDocument, openDocuments } from '../shared/documents.ts';
import { keyValue } from '../values/id.ts';
import { type Columns, columnsOf } from './columns.ts';

/** What ends the key of a row of a table without clustering columns. */
const ROW_END_BYTES = 1;

/** In the order of tokens. */
export const dataCollectionRows: RowSource = function* (walk): Iterable<LiveRow> {
  const { schema, restrictions, after } = walk;
  const options = optionsOf(schema.table);
  for (const document of documentsOf(walk)) {
    const key = rowKey(document.key, schema, []);
    if (after && Buffer.compare(key, after) <= 0) continue;
    const columns = columnsOf(document, options);
    const value = (column: SchemaColumn) => bytesOf(column, document, columns);
    if (restrictions.others.every((restriction) => holds(schema, restriction, value(restriction.column)))) {
      yield { key, value };
    }
  }
};

/** Those that are named by their keys, or all. */
function* documentsOf({ database, schema, restrictions, after }: Walk): Iterable<DataDocument> {
  const documents = openDocuments(database, schema.table);
  if (restrictions.isKeyRange) {
    yield* documents.scan(after?.subarray(0, -ROW_END_BYTES));
    return;
  }
  const keys = restrictions.partition.flatMap(valuesOf).map((value) => partitionKey([value]));
  const inOrder = [...new Map(keys.map((key) => [Buffer.from(key).toString('hex'), key])).values()].toSorted(
    Buffer.compare,
  );
  for (const key of inOrder) {
    const document = documents.at(key);
    if (document) yield document;
  }
}

function bytesOf(column: SchemaColumn, { id }: DataDocument, columns: Columns): Uint8Array | undefined {
  if (column.kind === 'partition') return keyValue(id);
  const value = columns.get(column.name);
  return value === undefined ? undefined : column.arrange(column.codec.fromJson(value, { compactMaps: true }));
}

/** As the index of a column answers. */
function holds(schema: TableSchema, restriction: Restriction, value: Uint8Array | undefined): boolean {
  if (!value) return false;
  const { column } = restriction;
  if (restriction.kind !== 'contains') return valuesOf(restriction).some((wanted) => equalBytes(wanted, value));
  return restriction.contained.every((contained) => {
    const sought = soughtKey(schema, { column, kind: 'contains', contained: [contained] });
    return sought && indexedKeys(schema, column, contained.target, value).some((key) => equalBytes(key, sought));
  });
}

function valuesOf(restriction: Restriction): Uint8Array[] {
  const values = restriction.kind === 'in' ? restriction.values : restriction.kind === 'eq' ? [restriction.value] : [];
  return values.flatMap((value) => (value ? [restriction.column.arrange(value)] : []));
}
