/** The default database of Astra, and the addresses to which its tokens may go. */
import type { AstraConfig } from '../../datasources/back-ends/astra.ts';
import { ConfigError, collectErrors } from './config-error.ts';
import type { SettingReader } from './setting-reader.ts';
import type { SettingName } from './settings.ts';
import { toBase } from './to-base.ts';

export interface AstraLocation extends Pick<AstraConfig, 'kind' | 'devopsUrl' | 'defaultDatabase' | 'allowedOrigins'> {
  readonly applicationToken: string | undefined;
}

/** Each of them alone means Astra. */
export const ASTRA_SETTINGS = ['apiEndpoint', 'databaseId', 'region', 'applicationToken', 'astraApi'] as const;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Below the address of a database. */
const PATHS = { data: '/api/json', stargate: '/api/rest' } as const;

/** @throws ConfigError - where there is no database, or an address to which no token may go */
export function readAstra(reader: SettingReader): AstraLocation {
  const { devopsUrl, defaultDatabase, applicationToken } = collectErrors({
    devopsUrl: () => toBase(checkSecure(reader, 'devopsUrl', reader.value('devopsUrl'))),
    defaultDatabase: () => readDefaultDatabase(reader),
    applicationToken: () => reader.value('applicationToken'),
  });
  // The operator has named this endpoint, so it is trusted even where it is not Astra's.
  const allowedOrigins = [...reader.value('allowedOrigins'), new URL(defaultDatabase.dataUrl).origin];
  return { kind: 'astra', devopsUrl, defaultDatabase, allowedOrigins, applicationToken };
}

function readDefaultDatabase(reader: SettingReader): AstraConfig['defaultDatabase'] {
  const endpoint = reader.value('apiEndpoint');
  return endpoint ? readEndpoint(reader, endpoint) : readDatabase(reader);
}

/** The endpoint has id and region in its host name, or (the emulator) in its path. */
function readEndpoint(reader: SettingReader, endpoint: URL): AstraConfig['defaultDatabase'] {
  const base = toBase(endpoint).replace(/\/api\/(rest|json(\/v1)?)$/, '');
  const [, databaseId = reader.value('databaseId'), region = reader.value('region')] =
    new RegExp(`[/.](${UUID})-([a-z0-9-]+)(?:\\.|$)`).exec(base) ?? [];
  if (databaseId === undefined || region === undefined) {
    return reader.refuse(
      'apiEndpoint',
      `id and region cannot be read from it: set ${reader.label('databaseId')} and ${reader.label('region')} too`,
    );
  }
  collectErrors({
    endpoint: () => checkSecure(reader, 'apiEndpoint', endpoint),
    id: () => checkSame(reader, 'databaseId', { value: databaseId, endpoint }),
    region: () => checkSame(reader, 'region', { value: region, endpoint }),
  });
  return toDatabase(reader, { databaseId, region, base });
}

function readDatabase(reader: SettingReader): AstraConfig['defaultDatabase'] {
  const databaseId = reader.value('databaseId')?.toLowerCase();
  const region = reader.value('region');
  if (databaseId === undefined || region === undefined) throw missingDatabase(reader);
  collectErrors({
    id() {
      const isUuid = new RegExp(`^${UUID}$`).test(databaseId);
      if (!isUuid) reader.refuse('databaseId', "it must be a UUID, the database's id");
    },
    region() {
      const isName = /^[a-z0-9-]+$/.test(region);
      if (!isName) reader.refuse('region', 'it must be the name of a region such as us-east1');
    },
  });
  return toDatabase(reader, { databaseId, region, base: `https://${databaseId}-${region}.apps.astra.datastax.com` });
}

function toDatabase(
  reader: SettingReader,
  { base, ...names }: { readonly databaseId: string; readonly region: string; readonly base: string },
): AstraConfig['defaultDatabase'] {
  const api = reader.value('astraApi');
  return { ...names, api, dataUrl: `${base}${PATHS[api]}` };
}

function missingDatabase(reader: SettingReader): ConfigError {
  const given = ASTRA_SETTINGS.find((name) => reader.isGiven(name)) ?? 'applicationToken';
  const missing = given === 'databaseId' ? 'region' : given === 'region' ? 'databaseId' : 'apiEndpoint';
  return new ConfigError(
    `${reader.label(given)} is set, but ${reader.label(missing)} is not, so there is no database to ask: set it too.`,
  );
}

interface Found {
  readonly value: string;
  readonly endpoint: URL;
}

function checkSame(reader: SettingReader, name: 'databaseId' | 'region', { value, endpoint }: Found): void {
  if (!reader.isGiven(name) || reader.value(name)?.toLowerCase() === value.toLowerCase()) return;
  reader.refuse(name, `the endpoint ${toBase(endpoint)} says ${value}: leave one of the two out`);
}

/** Tokens must not be sent unencrypted, except to this machine or to an origin that the operator has named. */
function checkSecure(reader: SettingReader, name: SettingName, url: URL): URL {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || isLocal || reader.value('allowedOrigins').includes(url.origin)) return url;
  return reader.refuse(
    name,
    `tokens would travel unencrypted: use https, or list ${url.origin} in ${reader.label('allowedOrigins')}`,
  );
}
