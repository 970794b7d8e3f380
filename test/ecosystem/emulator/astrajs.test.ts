/** @astrajs/rest and @astrajs/collections: everyday calls, with an application token and with a password. */
import { createClient as createCollections } from '@astrajs/collections';
import { createClient as createRest } from '@astrajs/rest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningEmulator, startEmulator } from './machine.ts';

const SCHEMAS = '/api/rest/v2/schemas/keyspaces';

let running: RunningEmulator;
beforeAll(async () => {
  running = await startEmulator();
});
afterAll(() => running.close());

const withToken = () => ({ baseUrl: running.databaseUrl, applicationToken: running.emulator.applicationToken });
const withPassword = () => ({ baseUrl: running.databaseUrl, username: 'cassandra', password: 'cassandra' });

describe.each([
  ['an application token', 'token', withToken],
  ['a password', 'password', withPassword],
])('with %s', (_, keyspace, options) => {
  test('@astrajs/rest makes a table, and writes, finds, pages and deletes rows', async () => {
    const client = await createRest(options());
    await client.post(SCHEMAS, { name: keyspace, replicas: 1 });
    await client.post(`${SCHEMAS}/${keyspace}/tables`, {
      name: 'diary',
      columnDefinitions: ['day', 'note'].map((name) => ({ name, typeDefinition: 'text' })),
      primaryKey: { partitionKey: ['day'], clusteringKey: [] },
    });
    const rows = `/api/rest/v2/keyspaces/${keyspace}/diary`;
    for (const day of ['mon', 'tue', 'wed']) {
      expect(await client.post(rows, { day, note: '' })).toEqual({ status: 201, data: { day, note: '' } });
    }
    expect((await client.patch(`${rows}/tue`, { note: 'changed' })).data).toEqual({ note: 'changed' });
    expect(await client.get(`${rows}/tue`)).toMatchObject({ status: 200, count: 1, data: [{ note: 'changed' }] });
    const where = JSON.stringify({ day: { $in: ['mon', 'tue'] } });
    expect((await client.get(rows, { params: { where } })).count).toBe(2);
    const page = await client.get(`${rows}/rows`, { params: { 'page-size': 2 } });
    const rest = await client.get(`${rows}/rows`, { params: { 'page-size': 2, 'page-state': page.pageState } });
    expect([page.count, rest.count, rest.pageState]).toEqual([2, 1, undefined]);
    expect((await client.delete(`${rows}/tue`)).status).toBe(204);
    await expect(client.get(`${rows}/tue/no/such`)).rejects.toThrow('Request Failed');
  });

  test('@astrajs/collections writes, finds, changes and deletes documents', async () => {
    const namespace = (await createCollections(options())).namespace(keyspace);
    await namespace.createCollection('people');
    expect((await namespace.getCollections()).map(({ name }) => name)).toEqual(['people']);
    const people = namespace.collection('people');
    expect(await people.create('ada', { name: 'Ada', born: 1815, tags: ['x'] })).toEqual({ documentId: 'ada' });
    const { documentId } = await people.create({ name: 'Alan', born: 1912 });
    expect(await people.get('ada/tags')).toEqual(['x']);
    expect(await people.get('nobody')).toBeNull();
    expect((await people.find({ born: { $gt: 1900 } })).data).toEqual({ [documentId]: { name: 'Alan', born: 1912 } });
    expect(await people.findOne({ name: { $eq: 'Ada' } })).toMatchObject({ born: 1815 });
    await people.update('ada', { born: 1816 });
    expect(await people.push('ada/tags', 'y')).toEqual(['x', 'y']);
    expect(await people.pop('ada/tags')).toBe('y');
    expect(await people.get('ada')).toEqual({ name: 'Ada', born: 1816, tags: ['x'] });
    await people.replace('ada', { name: 'Ada L.' });
    expect(await people.get('ada')).toEqual({ name: 'Ada L.' });
    const many = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
    expect(await people.batch(many, 'id')).toEqual({ documentIds: ['a', 'b', 'c'] });
    await people.delete('ada');
    expect(await people.get('ada')).toBeNull();
    await namespace.deleteCollection('people');
    expect(await namespace.getCollections()).toEqual([]);
  });
});
