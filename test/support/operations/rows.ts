/** Rows, and what is related to them. */
import { expect } from 'vitest';
import { items, notes, notesAre, type Operation, table, tableIs } from './operation.ts';

export const ROW_OPERATIONS: readonly Operation[] = [
  {
    api: 'rest',
    name: 'add rows',
    needs: ['create a table'],
    query: () =>
      `mutation { createRow(input: { ${items}, values: { id: 1, at: 1, v: "a" } }) { row { key } } createRows(input: { ${items}, rows: [{ id: 1, at: 2, v: "b" }, { id: 2, at: 1, v: "c" }] }) { results { index error { message } } } }`,
    data: {
      createRow: { row: { key: { id: 1, at: 1 } } },
      createRows: {
        results: [
          { index: 0, error: null },
          { index: 1, error: null },
        ],
      },
    },
    call: /^POST \/v2\/keyspaces\/shop\/items$/,
  },
  {
    api: 'rest',
    name: 'search a table',
    needs: ['add rows'],
    query: () =>
      table('rows(where: [{ column: "id", eq: 1 }, { column: "at", gte: 2 }]) { nodes { values(columns: ["v"]) } }'),
    data: tableIs({ rows: { nodes: [{ values: { v: 'b' } }] } }),
    call: /^GET \/v2\/keyspaces\/shop\/items\?where=/,
  },
  {
    api: 'rest',
    name: 'get rows by primary key',
    needs: ['add rows'],
    query: () => table('row(key: { id: 1, at: 2 }) { value(column: "v") } rows(key: { id: 1 }) { nodes { key } }'),
    data: tableIs({
      row: { value: 'b' },
      rows: { nodes: [{ key: { id: 1, at: 2 } }, { key: { id: 1, at: 1 } }] },
    }),
  },
  {
    api: 'rest',
    name: 'replace rows',
    needs: ['add rows'],
    query: () =>
      `mutation { replaceRow(input: { ${items}, key: { id: 1, at: 1 }, values: { tags: ["x"] } }) { row { values(columns: ["v", "tags"]) } } }`,
    data: { replaceRow: { row: { values: { v: null, tags: ['x'] } } } },
    call: /^PUT \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
  {
    api: 'rest',
    name: 'update part of rows',
    needs: ['replace rows'],
    query: () =>
      `mutation { updateRow(input: { ${items}, key: { id: 1, at: 1 }, values: { v: "z" } }) { row { values(columns: ["v", "tags"]) } } updateRows(input: { ${items}, rows: [{ key: { id: 2, at: 1 }, values: { v: "y" } }] }) { results { row { value(column: "v") } } } }`,
    data: {
      updateRow: { row: { values: { v: 'z', tags: ['x'] } } },
      updateRows: { results: [{ row: { value: 'y' } }] },
    },
    call: /^PATCH \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
  {
    api: 'graph',
    name: 'related rows and documents',
    needs: ['add documents at once', 'update part of rows'],
    query: () =>
      notes(
        'document(documentId: "one") { relatedRow(table: "items", key: [{ column: "id", from: "author" }, { column: "at", value: 1 }]) { value(column: "v") relatedDocument(collection: "notes", idColumn: "v") { id } } relatedRows(table: "items", key: [{ column: "id", from: "author" }]) { nodes { key } } }',
      ),
    data: notesAre({
      document: {
        relatedRow: { value: 'y', relatedDocument: null },
        relatedRows: { nodes: [{ key: { id: 2, at: 1 } }] },
      },
    }),
  },
  {
    api: 'rest',
    name: 'delete rows',
    needs: ['add rows'],
    query: () =>
      `mutation { deleteRow(input: { ${items}, key: { id: 1, at: 1 } }) { deletedId } deleteRows(input: { ${items}, keys: [{ id: 1, at: 2 }] }) { results { deletedId } } deleteRowRange(input: { ${items}, keyPrefix: { id: 2 } }) { deletedKeyPrefix table { rows { nodes { id } } } } }`,
    data: {
      deleteRow: { deletedId: expect.any(String) },
      deleteRowRange: { deletedKeyPrefix: { id: 2 }, table: { rows: { nodes: [] } } },
    },
    call: /^DELETE \/v2\/keyspaces\/shop\/items\/1\/1$/,
  },
];
