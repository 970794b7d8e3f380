/** Under camel case every message names columns and fields as the client wrote them: of reads, writes and edges. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { openShop, type Shop } from './shop.ts';

const SDL = `schema @keyspace(name: "shop")
extend type user_lines {
  toUser: user_rows @related(key: { user_id: "user_id" })
  sameUser: user_lines_connection @related(key: { user_id: "userId" })
  lineNotes: note_connection @related(collection: "notes", where: { path: "userId", eq: "user_id" })
  oneNote: note @related(collection: "notes", id: "note_id")
}
type note @collection(name: "notes") {
  userId: Int
  weight: Float
  toLine: user_lines @related(key: { user_id: "userId", line_no: "lineNo", sub_no: "subNo" })
  toLines: user_lines_connection @related(key: { user_id: "userId" })
}
`;

let shop: Shop;
beforeAll(async () => {
  const { relations, problems } = readRelations([{ name: 'r.graphql', text: SDL }]);
  expect(problems).toEqual([]);
  shop = await openShop({ gateway: { names: 'camel', relations } });
  const { errors } = await shop.gateway.query(`mutation {
    createUserDefinedType(input: { keyspace: "shop", name: "post_address", fields: [{ name: "zip_code", type: "tinyint" }] }) { created }
    users: createTable(input: { keyspace: "shop", name: "user_rows", columns: [{ name: "user_id", type: "int" }, { name: "full_name", type: "text" }],
      primaryKey: { partitionKey: ["user_id"] } }) { created }
    lines: createTable(input: { keyspace: "shop", name: "user_lines", columns: [
      { name: "user_id", type: "int" }, { name: "line_no", type: "tinyint" }, { name: "sub_no", type: "int" }, { name: "sent_to", type: "frozen<post_address>" },
      { name: "line_heat", type: "double" }, { name: "note_id", type: "text" }, { name: "line_code", type: "tinyint" }
    ], primaryKey: { partitionKey: ["user_id"], clusteringKey: [{ name: "line_no" }, { name: "sub_no" }] } }) { created }
    createIndex(input: { keyspace: "shop", table: "user_lines", column: "note_id" }) { created }
    row: createRow(input: { keyspace: "shop", table: "user_lines", values: { user_id: 1, line_no: 1, sub_no: 1, line_heat: "NaN", note_id: "n" } }) { created }
    createCollection(input: { namespace: "shop", name: "notes" }) { created }
    document: createDocument(input: { namespace: "shop", collection: "notes", documentId: "bad", data: { userId: 1, lineNo: 300, subNo: 1 } }) { created: document { id } }
  }`);
  expect(errors).toBeUndefined();
}, 60_000);
afterAll(() => shop.close());

const KEY = 'userId: 1, lineNo: 1, subNo: 1';
const LINE = (edge: string) => `{ userLinesByKey(${KEY}) { ${edge} { nodes { __typename } } } }`;

test.each([
  ['{ userLinesByKey(userId: 1, lineNo: 300, subNo: 1) { lineCode } }', 'The column "lineNo" has the type tinyint'],
  [`{ userLinesByKey(${KEY}) { lineHeat } }`, 'The column "lineHeat" is NaN'],
  ['{ userLines(where: null) { nodes { lineCode } } }', '"where" is null'],
  ['{ userLines(where: { userId: null }) { nodes { lineCode } } }', 'The condition on "userId" is null'],
  ['{ userLines(where: { userId: {} }) { nodes { lineCode } } }', 'The filter on "userId" has no operator'],
  ['{ userLines(where: { userId: { eq: null } }) { nodes { lineCode } } }', 'The filter on "userId" has null'],
  ['{ userLines(where: { userId: { in: [1], eq: 1 } }) { nodes { lineCode } } }', 'The column "userId" has "eq"'],
  ['{ userLines(where: { lineNo: { eq: 1 } }) { nodes { lineCode } } }', '"userId" is missing'],
  ['{ userLines(where: { userId: { eq: 1 }, subNo: { eq: 1 } }) { nodes { lineCode } } }', 'condition on "lineNo"'],
  [
    '{ userLines(where: { userId: { eq: 1 }, lineNo: { gt: 1 }, subNo: { eq: 1 } }) { nodes { lineCode } } }',
    '"lineNo" before it is restricted to a range',
  ],
  ['{ userLines(where: { userId: { eq: 1 }, lineNo: { gt: 1, gte: 1 } }) { nodes { lineCode } } }', '"lineNo" has two'],
  ['{ userLines(where: { userId: { eq: 1 }, lineNo: { eq: 300 } }) { nodes { lineCode } } }', 'The column "lineNo"'],
  [
    '{ userLines(where: { userId: { eq: 1 } }, orderBy: [{ lineNo: ASC }, { lineNo: ASC }]) { nodes { lineCode } } }',
    '"lineNo" twice',
  ],
  [LINE('sameUser(where: { userId: { eq: 2 } })'), '"userId"'],
  [LINE('sameUser(where: { subNo: { eq: 2 } })'), 'Add a condition on "lineNo"'],
  [LINE('sameUser(where: { lineNo: {} })'), 'The filter on "lineNo" has no operator'],
  [LINE('sameUser(where: {})'), '"where" is empty'],
  [LINE('lineNotes(where: { weight: {} })'), 'The condition on "weight" has no operator'],
  [LINE('lineNotes(where: null)'), '"where" is null'],
  ['{ noteById(documentId: "bad") { toLine { lineCode } } }', 'the column "lineNo" that it leads to is tinyint'],
  [
    '{ noteById(documentId: "bad") { toLines(where: { subNo: { eq: 1 } }) { nodes { lineCode } } } }',
    'Add a condition on "lineNo"',
  ],
  [
    `mutation { updateUserLines(input: { key: { ${KEY} }, set: { lineCode: 300 } }) { row { lineCode } } }`,
    'The column "lineCode"',
  ],
  [
    `mutation { updateUserLines(input: { key: { ${KEY} }, set: { sentTo: { zipCode: 300 } } }) { row { lineCode } } }`,
    'field "zipCode" of the column "sentTo"',
  ],
  [`mutation { createUserLines(input: { ${KEY} }) { created } }`, '"lineNo"'],
  ['mutation { deleteUserLines(input: { userId: 9, lineNo: 9, subNo: 9 }) { deletedId } }', '"userId":9'],
  ['mutation { deleteUserLinesRange(input: { userId: 1, subNo: 9 }) { deleted } }', '"lineNo"'],
  [`mutation { replaceUserLines(input: { ${KEY}, lineCode: 300 }) { row { lineCode } } }`, 'The column "lineCode"'],
])('%s', async (query, message) => {
  const { errors = [] } = await shop.ask('/shop', query);
  expect(errors.map(({ message: each }) => each)).toEqual([expect.stringContaining(message)]);
  // A table has its name of CQL.
  expect(errors[0]?.message.replace('table "user_lines"', '')).not.toMatch(/[a-z]_[a-z]/);
});

test('those of items of many too', async () => {
  const { data } = await shop.ask(
    '/shop',
    `mutation { createUserLinesMany(input: [{ ${KEY} }, { userId: 2, lineNo: 300, subNo: 1 }]) { results { error { message } } } }`,
  );
  const [exists, misfit] = data.createUserLinesMany.results;
  expect(exists.error.message).toContain('"userId":1');
  expect(misfit.error.message).toContain('The column "lineNo" has the type tinyint');
});
