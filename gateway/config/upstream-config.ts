/** Which kind of upstream the settings name, and its addresses. */
import type { CommonConfig } from '../../datasources/back-ends/back-end.ts';
import { ASTRA_SETTINGS, type AstraLocation, readAstra } from './astra-config.ts';
import { ConfigError, collectErrors } from './config-error.ts';
import { type EmulatorConfig, readEmulator } from './emulate-config.ts';
import { RESILIENCE_SETTINGS } from './resilience-settings.ts';
import {
  DATA_API_SETTINGS,
  type DataApiLocation,
  readDataApi,
  readStargate,
  STARGATE_SETTINGS,
  type StargateLocation,
} from './self-hosted-config.ts';
import type { SettingReader } from './setting-reader.ts';
import { namesOf } from './settings.ts';

export type ConfiguredChoice = AstraChoice | StargateChoice | DataApiChoice;
export type UpstreamChoice = EmbeddedChoice | ConfiguredChoice;
export type UpstreamKind = UpstreamChoice['kind'];

/** Timeouts, resilience and what an operator allows, for each kind of upstream. */
export type UpstreamTuning = Pick<CommonConfig, 'timeoutMs' | 'schemaTimeoutMs' | 'resilience' | 'allowFiltering'>;

export interface EmbeddedLocation {
  readonly kind: 'embedded';
  /** What serves the data of the default database. */
  readonly api: 'data' | 'stargate';
  readonly emulator: EmulatorConfig;
}

export type EmbeddedChoice = UpstreamTuning & EmbeddedLocation;
export type AstraChoice = UpstreamTuning & AstraLocation;
export type StargateChoice = UpstreamTuning & StargateLocation;
export type DataApiChoice = UpstreamTuning & DataApiLocation;

const KINDS = [
  { kind: 'astra', settings: ASTRA_SETTINGS, what: 'Astra' },
  { kind: 'stargate', settings: STARGATE_SETTINGS, what: 'a self-hosted Stargate' },
  { kind: 'data-api', settings: DATA_API_SETTINGS, what: 'a self-hosted Data API' },
] as const;

/**
 * Without any upstream setting: the emulator.
 *
 * @throws ConfigError - where settings of two kinds are given
 */
export function readUpstreamKind(reader: SettingReader): UpstreamKind {
  const given = KINDS.flatMap(({ kind, settings, what }) => {
    const setting = settings.find((name) => reader.isGiven(name));
    return setting === undefined ? [] : [{ kind, names: `${reader.label(setting)} names ${what}` }];
  });
  const [first, ...others] = given;
  if (others.length === 0) return first?.kind ?? 'embedded';
  const names = given.map((each) => each.names);
  throw new ConfigError(
    `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, but there can be one upstream only: unset all but one of them.`,
  );
}

/** @throws ConfigError - where settings of two kinds are given, or one kind is incomplete */
export function readUpstreamChoice(reader: SettingReader): UpstreamChoice {
  const { tuning, location } = collectErrors({
    tuning: () => readTuning(reader),
    location: () => readLocation(reader),
  });
  return { ...tuning, ...location };
}

type UpstreamLocation = EmbeddedLocation | AstraLocation | StargateLocation | DataApiLocation;

function readLocation(reader: SettingReader): UpstreamLocation {
  const kind = readUpstreamKind(reader);
  switch (kind) {
    case 'astra':
      return readAstra(reader);
    case 'stargate':
      return readStargate(reader);
    case 'data-api':
      return readDataApi(reader);
    case 'embedded':
      return { kind, api: reader.value('embeddedApi'), emulator: readEmulator(reader) };
  }
}

function readTuning(reader: SettingReader): UpstreamTuning {
  return {
    timeoutMs: reader.value('upstreamTimeoutMs'),
    schemaTimeoutMs: reader.value('schemaTimeoutMs'),
    resilience: reader.values(namesOf(RESILIENCE_SETTINGS)),
    allowFiltering: reader.value('allowFiltering'),
  };
}
