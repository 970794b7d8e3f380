/** Upstreams of one's own, which are named by their addresses. */
import type { StargateConfig } from '../../datasources/back-ends/self-hosted.ts';
import type { DataApiConfig } from '../../datasources/back-ends/self-hosted-data-api.ts';
import { ConfigError, collectErrors } from './config-error.ts';
import type { SettingReader } from './setting-reader.ts';
import { toBase } from './to-base.ts';

export type StargateLocation = Pick<StargateConfig, 'kind' | 'databases'>;
export type DataApiLocation = Pick<DataApiConfig, 'kind' | 'databases'>;

/** Each of them alone means a Stargate, which needs all. */
export const STARGATE_SETTINGS = ['stargateRestUrl', 'stargateDocumentUrl', 'stargateAuthUrl'] as const;
export const DATA_API_SETTINGS = ['dataApiUrl'] as const;

/** @throws ConfigError - where one of its three URLs is missing */
export function readStargate(reader: SettingReader): StargateLocation {
  const database = collectErrors({
    name: () => readName(reader, 'stargateName'),
    restUrl: () => readStargateUrl(reader, 'stargateRestUrl'),
    documentUrl: () => readStargateUrl(reader, 'stargateDocumentUrl'),
    authUrl: () => readStargateUrl(reader, 'stargateAuthUrl'),
  });
  return { kind: 'stargate', databases: [database] };
}

function readStargateUrl(reader: SettingReader, name: (typeof STARGATE_SETTINGS)[number]): string {
  const url = reader.value(name);
  if (url) return toBase(url);
  const given = STARGATE_SETTINGS.find((other) => reader.isGiven(other)) ?? name;
  throw new ConfigError(
    `${reader.label(given)} is set, but ${reader.label(name)} is not: a Stargate needs all three URLs.`,
  );
}

export function readDataApi(reader: SettingReader): DataApiLocation {
  const database = collectErrors({
    name: () => readName(reader, 'dataApiName'),
    dataApiUrl: () => readDataApiUrl(reader),
  });
  return { kind: 'data-api', databases: [database] };
}

/** With or without the version at its end, as its documentation and its clients write it. */
function readDataApiUrl(reader: SettingReader): string {
  const url = reader.value('dataApiUrl');
  if (url) return toBase(url).replace(/\/v1$/, '');
  throw new ConfigError(`${reader.label('dataApiUrl')} is not set.`);
}

function readName(reader: SettingReader, name: 'stargateName' | 'dataApiName'): string {
  const value = reader.value(name);
  const isUsable = /^[\w-]{1,48}$/.test(value) && value !== 'default';
  return isUsable ? value : reader.refuse(name, 'it must be 1 to 48 letters, digits, _ or -, and not the word default');
}
