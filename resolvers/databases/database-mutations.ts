import { InputError } from '../../datasources/source/errors.ts';
import type { NewDatabase } from '../../datasources/source/source.ts';
import { isNamedById } from '../relay/named-by.ts';
import { databaseTarget } from '../relay/target.ts';
import { checkRange, type Mutations, mutation } from '../shared/mutation.ts';
import type { CreateDatabaseInput } from '../shared/types.generated.ts';

const MAX_CAPACITY_UNITS = 100;

type DatabaseMutation =
  | 'createDatabase'
  | 'terminateDatabase'
  | 'parkDatabase'
  | 'unparkDatabase'
  | 'resizeDatabase'
  | 'resetDatabasePassword'
  | 'createSecureBundleUrl';

export const databaseMutations: Mutations<DatabaseMutation> = {
  createDatabase: mutation(async (input, { source }) => {
    const databaseId = await source.databases.create(toNewDatabase(input));
    return { databaseId, database: { databaseId } };
  }),
  terminateDatabase: mutation(async (input, context) => {
    isNamedById(input, 'id', ['databaseId']);
    const databaseId = databaseTarget(input, context);
    await context.source.databases.terminate(databaseId);
    return { database: { databaseId } };
  }),
  parkDatabase: mutation(async (input, context) => {
    const databaseId = databaseTarget(input, context);
    await context.source.databases.park(databaseId);
    return { database: { databaseId } };
  }),
  unparkDatabase: mutation(async (input, context) => {
    const databaseId = databaseTarget(input, context);
    await context.source.databases.unpark(databaseId);
    return { database: { databaseId } };
  }),
  resizeDatabase: mutation(async ({ capacityUnits, ...input }, context) => {
    checkRange('capacityUnits', capacityUnits, 1, MAX_CAPACITY_UNITS);
    const databaseId = databaseTarget(input, context);
    await context.source.databases.resize(databaseId, capacityUnits);
    return { database: { databaseId } };
  }),
  resetDatabasePassword: mutation(async ({ username, password, ...input }, context) => {
    const databaseId = databaseTarget(input, context);
    await context.source.databases.resetPassword(databaseId, username, password);
    return { database: { databaseId } };
  }),
  createSecureBundleUrl: mutation(async ({ all = false, ...input }, context) => ({
    bundles: await context.source.databases.createSecureBundles(databaseTarget(input, context), all),
  })),
};

export const authMutations: Mutations<'createAuthToken' | 'authenticateServiceAccount'> = {
  createAuthToken: mutation(async ({ databaseId, username, password }, { source }) => ({
    authToken: await source.auth.createAuthToken(source.databaseId(databaseId), username, password),
  })),
  authenticateServiceAccount: mutation(async ({ clientId, clientName, clientSecret }, { source }) => ({
    token: await source.auth.authenticateServiceAccount(clientId, clientName, clientSecret),
  })),
};

function toNewDatabase(input: CreateDatabaseInput): NewDatabase {
  const { name, cloudProvider, tier, capacityUnits, region, keyspace, databaseType, username, password } = input;
  checkRange('capacityUnits', capacityUnits, 1, MAX_CAPACITY_UNITS);
  if (name.trim() === '')
    throw new InputError(`"${name}" cannot be the name of a database. Give it a name of letters.`);
  return {
    ...{ name, cloudProvider, tier, capacityUnits, region },
    ...(keyspace && { keyspace }),
    ...(databaseType && { databaseType }),
    ...(username && { user: username }),
    ...(password && { password }),
  };
}
