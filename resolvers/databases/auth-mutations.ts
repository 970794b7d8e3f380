import { type Mutations, mutation } from '../shared/mutation.ts';

export const auth: Mutations<'createAuthToken' | 'authenticateServiceAccount'> = {
  createAuthToken: mutation(async ({ databaseId, username, password }, { source }) => ({
    authToken: await source.auth.createAuthToken(source.databaseId(databaseId), username, password),
  })),
  authenticateServiceAccount: mutation(async ({ clientId, clientName, clientSecret }, { source }) => ({
    token: await source.auth.authenticateServiceAccount(clientId, clientName, clientSecret),
  })),
};
