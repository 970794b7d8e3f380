/** Which of the three kinds of upstream the settings name, and its addresses. */
import type { AstraConfig } from '../../datasources/back-ends/astra.ts';
import type { StargateConfig } from '../../datasources/back-ends/self-hosted.ts';
import { ConfigError, collectErrors } from './config-error.ts';
import { type EmulatorConfig, readEmulator } from './emulate-config.ts';
import { RESILIENCE_SETTINGS } from './resilience-settings.ts';
import type { SettingReader } from './setting-reader.ts';
import { namesOf, type SettingName } from './settings.ts';

export type UpstreamChoice = EmbeddedChoice | AstraChoice | StargateChoice;
export type UpstreamKind = UpstreamChoice['kind'];

/** Timeouts and resilience, for each kind of upstream. */
export type UpstreamTuning = Pick<AstraConfig, 'timeoutMs' | 'schemaTimeoutMs' | 'resilience'>;

export interface EmbeddedChoice extends UpstreamTuning {
  readonly kind: 'embedded';
  readonly emulator: EmulatorConfig;
}

export interface AstraChoice
  extends UpstreamTuning,
    Pick<AstraConfig, 'kind' | 'devopsUrl' | 'defaultDatabase' | 'allowedOrigins'> {
  readonly applicationToken: string | undefined;
}

export type StargateChoice = UpstreamTuning & Pick<StargateConfig, 'kind' | 'databases'>;

const ASTRA = ['apiEndpoint', 'databaseId', 'region', 'applicationToken'] as const;
const STARGATE = ['stargateRestUrl', 'stargateDocumentUrl', 'stargateAuthUrl'] as const;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * Without any upstream setting: the emulator.
 *
 * @throws ConfigError - where settings of two kinds are given
 */
export function readUpstreamKind(reader: SettingReader): UpstreamKind {
  const astra = ASTRA.find((name) => reader.isGiven(name));
  const stargate = STARGATE.find((name) => reader.isGiven(name));
  if (astra && stargate) {
    throw new ConfigError(
      `${reader.label(astra)} names Astra and ${reader.label(stargate)} a self-hosted Stargate, but there can be one upstream only: unset one of them.`,
    );
  }
  if (astra) return 'astra';
  return stargate ? 'stargate' : 'embedded';
}

/** @throws ConfigError - where settings of two kinds are given, or one kind is incomplete */
export function readUpstreamChoice(reader: SettingReader): UpstreamChoice {
  const { tuning, location } = collectErrors({
    tuning: () => readTuning(reader),
    location: () => readLocation(reader),
  });
  return { ...tuning, ...location };
}

type Without<T, Keys> = T extends unknown ? Omit<T, Keys & keyof T> : never;

function readLocation(reader: SettingReader): Without<UpstreamChoice, keyof UpstreamTuning> {
  const kind = readUpstreamKind(reader);
  if (kind === 'astra') return readAstra(reader);
  return kind === 'stargate' ? readStargate(reader) : { kind, emulator: readEmulator(reader) };
}

function readTuning(reader: SettingReader): UpstreamTuning {
  return {
    timeoutMs: reader.value('upstreamTimeoutMs'),
    schemaTimeoutMs: reader.value('schemaTimeoutMs'),
    resilience: reader.values(namesOf(RESILIENCE_SETTINGS)),
  };
}

function readAstra(reader: SettingReader): Omit<AstraChoice, keyof UpstreamTuning> {
  const { devopsUrl, defaultDatabase, applicationToken } = collectErrors({
    devopsUrl: () => toBase(checkSecure(reader, 'devopsUrl', reader.value('devopsUrl'))),
    defaultDatabase: () => readDefaultDatabase(reader),
    applicationToken: () => reader.value('applicationToken'),
  });
  // The operator has named this endpoint, so it is trusted even where it is not Astra's.
  const allowedOrigins = [...reader.value('allowedOrigins'), new URL(defaultDatabase.dataUrl).origin];
  return { kind: 'astra', devopsUrl, defaultDatabase, allowedOrigins, applicationToken };
}

function readDefaultDatabase(reader: SettingReader): AstraChoice['defaultDatabase'] {
  const endpoint = reader.value('apiEndpoint');
  return endpoint ? readEndpoint(reader, endpoint) : readDatabase(reader);
}

/** The endpoint has id and region in its host name, or (the emulator) in its path. */
function readEndpoint(reader: SettingReader, endpoint: URL): AstraChoice['defaultDatabase'] {
  const base = toBase(endpoint).replace(/\/api\/rest$/, '');
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
  return { databaseId, region, dataUrl: `${base}/api/rest` };
}

function readDatabase(reader: SettingReader): AstraChoice['defaultDatabase'] {
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
  return { databaseId, region, dataUrl: `https://${databaseId}-${region}.apps.astra.datastax.com/api/rest` };
}

function missingDatabase(reader: SettingReader): ConfigError {
  const given = ASTRA.find((name) => reader.isGiven(name)) ?? 'applicationToken';
  const missing = given === 'applicationToken' ? 'apiEndpoint' : given === 'region' ? 'databaseId' : 'region';
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

function readStargate(reader: SettingReader): Omit<StargateChoice, keyof UpstreamTuning> {
  const database = collectErrors({
    name: () => readStargateName(reader),
    restUrl: () => readStargateUrl(reader, 'stargateRestUrl'),
    documentUrl: () => readStargateUrl(reader, 'stargateDocumentUrl'),
    authUrl: () => readStargateUrl(reader, 'stargateAuthUrl'),
  });
  return { kind: 'stargate', databases: [database] };
}

function readStargateUrl(reader: SettingReader, name: (typeof STARGATE)[number]): string {
  const url = reader.value(name);
  if (url) return toBase(url);
  const given = STARGATE.find((other) => reader.isGiven(other)) ?? name;
  throw new ConfigError(
    `${reader.label(given)} is set, but ${reader.label(name)} is not: a Stargate needs all three URLs.`,
  );
}

function readStargateName(reader: SettingReader): string {
  const name = reader.value('stargateName');
  const isUsable = /^[\w-]{1,48}$/.test(name) && name !== 'default';
  return isUsable
    ? name
    : reader.refuse('stargateName', 'it must be 1 to 48 letters, digits, _ or -, and not the word default');
}

function toBase(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
