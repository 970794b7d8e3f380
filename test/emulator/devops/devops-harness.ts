/** An emulator in memory for tests of the DevOps API, with calls that create, read and list databases. */
import { type Answer, type Harness, openEmulator } from '../support/emulator-harness.ts';

export const NEW = { name: 'made', cloudProvider: 'GCP', tier: 'serverless', capacityUnits: 1, region: 'us-east1' };
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const JSON_TYPE = { 'content-type': 'application/json' };
export const MISSING = '11111111-2222-4333-8444-555555555555';
export const READ_ONLY_ROLE = '00000000-0000-4000-8000-0000000000a2';

export interface DatabaseView {
  readonly id: string;
  readonly status: string;
  readonly info: Record<string, unknown> & { readonly keyspaces?: string[] };
  readonly [name: string]: unknown;
}

export interface DevopsHarness extends Harness {
  /** @returns the id of the new database */
  create(body?: object): Promise<string>;
  read(databaseId: string): Promise<DatabaseView>;
  /** @param query - with its question mark */
  list(query?: string): Promise<DatabaseView[]>;
}

export async function openDevops(): Promise<DevopsHarness> {
  const harness = await openEmulator();
  const { devops } = harness;
  return {
    ...harness,
    create: async (body = NEW) => (await devops('POST', '/v2/databases', body)).headers.get('location') ?? '',
    read: async (databaseId) => (await devops('GET', `/v2/databases/${databaseId}`)).body as DatabaseView,
    list: async (query = '') => (await devops('GET', `/v2/databases${query}`)).body as DatabaseView[],
  };
}

export function errorsOf({ body }: Answer): { ID: number; message: string }[] {
  return (body as { errors: { ID: number; message: string }[] }).errors;
}
