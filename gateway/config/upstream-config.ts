/** Which of the three kinds of upstream the settings mean, and where it is. */

import type { AstraConfig, StargateConfig } from '../../datasources/compose/upstream.ts';
import { RESILIENCE_DEFAULTS, type ResilienceOptions } from '../../datasources/resilience/options.ts';
import { ConfigError } from './config-error.ts';
import type { EmulatorConfig } from './emulator-config.ts';
import type { SettingReader } from './reader.ts';
import type { SettingName } from './settings.ts';

export type UpstreamChoice = EmbeddedChoice | AstraChoice | StargateChoice;

/** What is the same for each kind of upstream. */
export type UpstreamPatience = Pick<AstraConfig, 'timeoutMs' | 'schemaTimeoutMs' | 'resilience'>;

export interface EmbeddedChoice extends UpstreamPatience {
  readonly kind: 'embedded';
  readonly emulator: EmulatorConfig;
}

export interface AstraChoice
  extends UpstreamPatience,
    Pick<AstraConfig, 'kind' | 'devopsUrl' | 'defaultDatabase' | 'allowedOrigins'> {
  readonly applicationToken?: string;
}

export type StargateChoice = UpstreamPatience & Pick<StargateConfig, 'kind' | 'databases'>;

const ASTRA = ['apiEndpoint', 'databaseId', 'region', 'applicationToken'] as const;
const STARGATE = ['stargateRestUrl', 'stargateDocumentUrl', 'stargateAuthUrl'] as const;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * Nothing configured: the emulator.
 *
 * @throws ConfigError - when settings of two kinds are there, or one kind is incomplete
 */
export function readUpstreamConfig(reader: SettingReader, emulator: EmulatorConfig): UpstreamChoice {
  const astra = ASTRA.find((name) => reader.isGiven(name));
  const stargate = STARGATE.find((name) => reader.isGiven(name));
  if (astra && stargate) {
    throw new ConfigError(
      `${reader.label(astra)} names Astra and ${reader.label(stargate)} a self-hosted Stargate, but there can be one upstream only: unset one of them.`,
    );
  }
  if (astra) return readAstra(reader);
  return stargate ? readStargate(reader) : { kind: 'embedded', emulator, ...readPatience(reader) };
}

function readAstra(reader: SettingReader): AstraChoice {
  const devopsUrl = reader.url('devopsUrl') as URL;
  const allowedOrigins = reader.list('allowedOrigins');
  checkSafe(reader, 'devopsUrl', devopsUrl, allowedOrigins);
  const defaultDatabase = reader.isGiven('apiEndpoint') ? readEndpoint(reader, allowedOrigins) : readDatabase(reader);
  const applicationToken = reader.text('applicationToken');
  return {
    kind: 'astra',
    devopsUrl: toBase(devopsUrl),
    defaultDatabase,
    // The operator has named this endpoint, so it is trusted even where it is not Astra's.
    allowedOrigins: [...allowedOrigins, new URL(defaultDatabase.dataUrl).origin],
    ...(applicationToken === undefined ? {} : { applicationToken }),
    ...readPatience(reader),
  };
}

/** The endpoint says id and region in its host's name, or (the emulator) in its path. */
function readEndpoint(reader: SettingReader, allowedOrigins: readonly string[]): AstraChoice['defaultDatabase'] {
  const url = reader.url('apiEndpoint') as URL;
  checkSafe(reader, 'apiEndpoint', url, allowedOrigins);
  const base = toBase(url).replace(/\/api\/rest$/, '');
  const [, databaseId = reader.text('databaseId'), region = reader.text('region')] =
    new RegExp(`[/.](${UUID})-([a-z0-9-]+)(?:\\.|$)`).exec(base) ?? [];
  if (databaseId === undefined || region === undefined) {
    reader.refuse(
      'apiEndpoint',
      `id and region cannot be read from it: set ${reader.label('databaseId')} and ${reader.label('region')} too`,
    );
  }
  checkSame(reader, 'databaseId', databaseId);
  checkSame(reader, 'region', region);
  return { databaseId, region, dataUrl: `${base}/api/rest` };
}

function readDatabase(reader: SettingReader): AstraChoice['defaultDatabase'] {
  const databaseId = reader.text('databaseId')?.toLowerCase();
  const region = reader.text('region');
  const missing = databaseId === undefined ? 'databaseId' : region === undefined ? 'region' : undefined;
  if (missing || databaseId === undefined || region === undefined) {
    const given = ASTRA.find((name) => reader.isGiven(name)) as SettingName;
    const cure = reader.label(given === 'applicationToken' ? 'apiEndpoint' : (missing ?? 'region'));
    throw new ConfigError(
      `${reader.label(given)} is set, but ${cure} is not, so there is no database to ask: set it too.`,
    );
  }
  if (!new RegExp(`^${UUID}$`).test(databaseId)) reader.refuse('databaseId', "it must be a UUID, the database's id");
  if (!/^[a-z0-9-]+$/.test(region)) reader.refuse('region', 'it must be the name of a region such as us-east1');
  return { databaseId, region, dataUrl: `https://${databaseId}-${region}.apps.astra.datastax.com/api/rest` };
}

function checkSame(reader: SettingReader, name: 'databaseId' | 'region', value: string): void {
  if (!reader.isGiven(name) || reader.text(name)?.toLowerCase() === value) return;
  reader.refuse(name, `the endpoint ${reader.text('apiEndpoint')} says ${value}: leave one of the two out`);
}

/** A token must not go out in the clear, nor to a host that nobody has named. */
function checkSafe(reader: SettingReader, name: SettingName, url: URL, allowedOrigins: readonly string[]): void {
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isSecure = url.protocol === 'https:';
  if (isSecure || isLocal || allowedOrigins.includes(url.origin)) return;
  reader.refuse(
    name,
    `tokens would travel unencrypted: use https, or list ${url.origin} in ${reader.label('allowedOrigins')}`,
  );
}

function readStargate(reader: SettingReader): StargateChoice {
  const [restUrl, documentUrl, authUrl] = STARGATE.map((name) => {
    const url = reader.url(name);
    if (url) return toBase(url);
    const given = STARGATE.find((other) => reader.isGiven(other)) as SettingName;
    throw new ConfigError(
      `${reader.label(given)} is set, but ${reader.label(name)} is not: a Stargate needs all three URLs.`,
    );
  }) as [string, string, string];
  const name = reader.text('stargateName') ?? '';
  if (!/^[\w-]{1,48}$/.test(name) || name === 'default') {
    reader.refuse('stargateName', 'it must be 1 to 48 letters, digits, _ or -, and not the word default');
  }
  return { kind: 'stargate', databases: [{ name, restUrl, documentUrl, authUrl }], ...readPatience(reader) };
}

function readPatience(reader: SettingReader): UpstreamPatience {
  const names = Object.keys(RESILIENCE_DEFAULTS) as (keyof ResilienceOptions)[];
  return {
    timeoutMs: reader.integer('upstreamTimeoutMs') as number,
    schemaTimeoutMs: reader.integer('schemaTimeoutMs') as number,
    resilience: Object.fromEntries(names.map((name) => [name, reader.integer(name)])),
  };
}

function toBase(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
