/** Sign-in, databases, their keyspaces and regions. */
import { expect } from 'vitest';
import { changeDatabase, type Operation } from './operation.ts';

export const DATABASE_OPERATIONS: readonly Operation[] = [
  {
    api: 'auth',
    name: 'create an auth token',
    isForPasswords: true,
    query: () => 'mutation { createAuthToken(input: { username: "cassandra", password: "cassandra" }) { authToken } }',
    data: { createAuthToken: { authToken: expect.any(String) } },
    call: /^POST \/v1\/auth$/,
  },
  {
    api: 'devops',
    name: 'list databases',
    query: () => '{ databases { nodes { name status region } } }',
    data: {
      databases: { nodes: expect.arrayContaining([expect.objectContaining({ name: 'local', status: 'ACTIVE' })]) },
    },
    call: /^GET \/v2\/databases\?/,
  },
  {
    api: 'devops',
    name: 'create a database',
    query: () =>
      'mutation { createDatabase(input: { name: "classic", cloudProvider: AWS, tier: "C10", capacityUnits: 1, region: "us-east-1", keyspace: "first" }) { databaseId database { name } } }',
    data: { createDatabase: { database: { name: 'classic' } } },
    call: /^POST \/v2\/databases$/,
    keep: ({ createDatabase }) => ({ databaseId: createDatabase?.databaseId ?? '' }),
  },
  {
    api: 'devops',
    name: 'find a database',
    needs: ['create a database'],
    query: ({ databaseId }) => `{ database(databaseId: "${databaseId}") { name tier keyspaces { name } } }`,
    data: { database: { name: 'classic', tier: 'C10' } },
    call: /^GET \/v2\/databases\/[\w-]+$/,
  },
  {
    api: 'devops',
    name: 'add a keyspace',
    query: () => 'mutation { createKeyspace(input: { name: "shop" }) { created keyspace { name } } }',
    data: { createKeyspace: { created: true, keyspace: { name: 'shop' } } },
    call: /^POST \/v2\/databases\/[\w-]+\/keyspaces\/shop$/,
  },
  {
    api: 'devops',
    name: 'secure bundle',
    needs: ['create a database'],
    query: ({ databaseId }) =>
      `mutation { createSecureBundleUrl(input: { databaseId: "${databaseId}", all: true }) { bundles { downloadUrl datacenterId } } }`,
    data: { createSecureBundleUrl: { bundles: [{ downloadUrl: expect.stringContaining('http') }] } },
    call: /^POST \/v2\/databases\/[\w-]+\/secureBundleURL\?all=true$/,
  },
  {
    api: 'devops',
    name: 'resize',
    needs: ['create a database'],
    query: changeDatabase('resizeDatabase', ', capacityUnits: 2'),
    data: { resizeDatabase: {} },
    call: /^POST .*\/resize$/,
  },
  {
    api: 'devops',
    name: 'reset password',
    needs: ['create a database'],
    query: changeDatabase('resetDatabasePassword', ', username: "u", password: "secret-1"'),
    data: { resetDatabasePassword: {} },
    call: /^POST .*\/resetPassword$/,
  },
  {
    api: 'devops',
    name: 'park',
    needs: ['create a database'],
    query: changeDatabase('parkDatabase'),
    data: { parkDatabase: { database: { status: 'PARKED' } } },
    call: /^POST .*\/park$/,
  },
  {
    api: 'devops',
    name: 'unpark',
    needs: ['park'],
    query: changeDatabase('unparkDatabase'),
    data: { unparkDatabase: { database: { status: 'ACTIVE' } } },
    call: /^POST .*\/unpark$/,
  },
  {
    api: 'devops',
    name: 'terminate',
    needs: ['create a database'],
    query: changeDatabase('terminateDatabase'),
    data: { terminateDatabase: { database: { status: 'TERMINATED' } } },
    call: /^POST .*\/terminate/,
  },
  {
    api: 'devops',
    name: 'regions',
    query: () => '{ availableRegions { tier cloudProvider region } }',
    data: { availableRegions: expect.arrayContaining([expect.objectContaining({ cloudProvider: 'AWS' })]) },
    call: /^GET \/v2\/availableRegions$/,
  },
  {
    api: 'devops',
    name: 'serverless regions',
    query: () => '{ serverlessRegions { name cloudProvider } }',
    data: { serverlessRegions: expect.arrayContaining([expect.objectContaining({ cloudProvider: 'AWS' })]) },
    call: /^GET \/v2\/regions\/serverless/,
  },
  {
    api: 'devops',
    name: 'delete a keyspace',
    needs: ['add a keyspace'],
    query: () => 'mutation { deleteKeyspace(input: { keyspace: "shop" }) { deletedId } }',
    data: { deleteKeyspace: { deletedId: expect.any(String) } },
    call: /^DELETE \/v2\/databases\/[\w-]+\/keyspaces\/shop$/,
  },
];
