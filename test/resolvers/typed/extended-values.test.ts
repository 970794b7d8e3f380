/** Values of types that JSON has not, as a Data API holds them in documents. */
import { expect, test } from 'vitest';
import { readRelations } from '../../../schema/relations/read-relations.ts';
import { startGateway } from '../../support/gateway.ts';
import { askTyped } from './support.ts';

const SDL = `schema @keyspace(name: "shop")
type note @collection(name: "notes") { at: DateTime uid: UUID id: ID ref: ID raw: Base64 list: [DateTime!] other: DateTime day: LocalDate
  visit: visits @related(key: { at: "at" }) }`;
const UUID = '0e47e5c6-3f0d-4a3c-8a4b-1b7a4d9a9d10';

test('dates, UUIDs and such are read as scalars, and lead to rows', async () => {
  const { relations, problems } = readRelations([{ name: 'r.graphql', text: SDL }]);
  expect(problems).toEqual([]);
  const gateway = await startGateway({ api: 'data', gateway: { relations } });
  const data = {
    ...{
      at: { $date: 1136214245999 },
      uid: { $uuid: UUID },
      id: { $uuid: UUID },
      ref: { $objectId: '507f191e810c19729de860ea' },
    },
    ...{
      raw: { $binary: 'aGk=' },
      list: [{ $date: 0 }, '2026-01-01T00:00:00Z'],
      other: { $uuid: UUID },
      day: { $date: 0 },
    },
  };
  const { errors } = await gateway.query(
    `mutation ($data: JSON!) {
      createKeyspace(input: { name: "shop" }) { created }
      createTable(input: { keyspace: "shop", name: "visits", columns: [{ name: "at", type: "timestamp" }, { name: "who", type: "text" }], primaryKey: { partitionKey: ["at"] } }) { created }
      createRow(input: { keyspace: "shop", table: "visits", values: { at: "2006-01-02T15:04:05.999Z", who: "ann" } }) { created }
      createCollection(input: { namespace: "shop", name: "notes" }) { created }
      createDocument(input: { namespace: "shop", collection: "notes", documentId: "a", data: $data }) { created: document { id } }
    }`,
    { data },
  );
  expect(errors).toBeUndefined();
  const answer = await askTyped(
    gateway,
    'shop',
    '{ note_by_id(documentId: "a") { at uid id ref raw list other day visit { who } } }',
  );
  expect(answer.data.note_by_id).toEqual({
    ...{ at: '2006-01-02T15:04:05.999Z', uid: UUID, id: UUID, ref: '507f191e810c19729de860ea', raw: 'aGk=' },
    ...{ list: ['1970-01-01T00:00:00Z', '2026-01-01T00:00:00Z'], other: null, day: null, visit: { who: 'ann' } },
  });
  expect(answer.errors?.map(({ path }) => path?.[1])).toEqual(['other', 'day']);
  await gateway.close();
}, 60_000);
