/** Namespaces, collections and JSON schemas are made, changed and deleted. */
import { describe, expect, test } from 'vitest';
import { ConflictError, NotFoundError, NotSupportedError } from '../../datasources/source/errors.ts';
import { failureOf } from '../support/scripted-server.ts';
import { type Backend, useBackend } from './backend.ts';

export function describeNamespaces(backend: Backend): void {
  describe('namespaces and collections', () => {
    const database = useBackend(backend);

    test('are made and deleted, and tell when there is nothing to do', async () => {
      const { catalog } = database.open().source;
      const namespace = { ...database.inKeyspace, keyspace: 'files' };
      const collection = { ...namespace, collection: 'papers' };
      expect(await catalog.createNamespace(namespace, { replicas: 1 }, false)).toBe(true);
      expect(await catalog.createNamespace(namespace, {}, true)).toBe(false);
      expect(await failureOf(catalog.createNamespace(namespace, {}, false))).toBeInstanceOf(ConflictError);
      expect(await catalog.namespace(namespace)).toMatchObject({
        name: 'files',
        replicas: backend.tellsReplication ? 1 : null,
        datacenters: null,
      });
      expect((await catalog.namespaces(namespace.databaseId)).map(({ name }) => name)).toContain('files');
      expect(await catalog.createCollection(collection, false)).toBe(true);
      expect(await catalog.createCollection(collection, true)).toBe(false);
      expect(await failureOf(catalog.createCollection(collection, false))).toBeInstanceOf(ConflictError);
      expect((await catalog.collections(namespace))?.map(({ collection }) => collection)).toEqual(['papers']);

      expect(await catalog.deleteCollection(collection, false)).toBe(true);
      expect(await catalog.deleteCollection(collection, true)).toBe(false);
      expect(await failureOf(catalog.deleteCollection(collection, false))).toBeInstanceOf(NotFoundError);
      expect(await catalog.deleteNamespace(namespace, false)).toBe(true);
      expect(await catalog.deleteNamespace(namespace, true)).toBe(false);
      expect(await failureOf(catalog.deleteNamespace(namespace, false))).toBeInstanceOf(NotFoundError);
      expect(await catalog.namespace(namespace)).toBeNull();
      expect(await catalog.collections(namespace)).toBeNull();
      expect(await failureOf(catalog.createCollection(collection, false))).toBeInstanceOf(NotFoundError);
    });

    test.runIf(!database.can('JSON_SCHEMA'))('have no JSON schema', async () => {
      const { source, calls } = database.open();
      const collection = { ...database.inKeyspace, collection: 'free' };
      expect(await source.catalog.jsonSchema(collection)).toBeNull();
      const replacing = source.catalog.replaceJsonSchema(collection, { type: 'object' });
      expect(await failureOf(replacing)).toBeInstanceOf(NotSupportedError);
      expect(calls).toEqual([]);
    });

    test.runIf(database.can('JSON_SCHEMA'))('have a JSON schema or none', async () => {
      const { catalog } = database.open().source;
      const collection = { ...database.inKeyspace, collection: 'strict' };
      await catalog.createCollection(collection, false);
      expect(await catalog.jsonSchema(collection)).toBeNull();
      const schema = { type: 'object', properties: { 'a.b': { type: 'integer' } }, required: ['x'] };
      await catalog.replaceJsonSchema(collection, schema);
      expect(await catalog.jsonSchema(collection)).toEqual(schema);
      expect(await failureOf(catalog.replaceJsonSchema(collection, { type: 'strin' }))).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('strin'),
      });
      expect(await catalog.jsonSchema({ ...collection, collection: 'none' })).toBeNull();
      expect(await failureOf(catalog.replaceJsonSchema({ ...collection, collection: 'none' }, {}))).toBeInstanceOf(
        NotFoundError,
      );
    });
  });
}
