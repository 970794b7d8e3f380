/** Command line and environment, made one typed and frozen configuration. Nothing below looks at the environment. */
import type { Limits } from '../../resolvers/shared/context.ts';
import type { SubgraphOptions } from '../../schema/federation/subgraph.ts';
import type { RateOptions } from '../access/rate-limit.ts';
import type { Privacy } from '../access/schema-privacy.ts';
import type { AuthPolicy } from '../access/tokens.ts';
import type { DrainOptions } from '../cli/drain.ts';
import { type HostRule, isLoopbackName } from '../http/host-rule.ts';
import type { StatusProfile } from '../http/status-profile.ts';
import type { RequestLimits } from '../limits/limits.ts';
import { ConfigError } from './config-error.ts';
import { readAddress, readAllowedHosts, readEmulator } from './emulator-config.ts';
import { LIMIT_SETTINGS } from './limits.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from './reader.ts';
import { type PersistedConfig, readPersisted, readPrivacy, readRateLimit } from './safety-config.ts';
import { readUpstreamConfig, type UpstreamChoice } from './upstream-config.ts';

export interface ServeConfig {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly upstream: UpstreamChoice;
  readonly auth: AuthPolicy;
  readonly limits: Limits & RequestLimits;
  readonly hostRule: HostRule;
  readonly corsOrigins: readonly string[];
  readonly graphiql: boolean;
  readonly receipt: boolean;
  readonly coalesce: boolean;
  readonly privacy: Privacy;
  readonly securityHeaders: boolean;
  readonly statusProfile: StatusProfile;
  readonly rateLimit: RateOptions;
  readonly documents: PersistedConfig;
  /** `undefined`: a graph of its own. */
  readonly subgraph: SubgraphOptions | undefined;
  readonly quiet: boolean;
  /** When the process is asked to stop: so long it goes on taking requests, and so long those under way may take then. */
  readonly drain: DrainOptions;
  readonly action: 'serve' | 'print-schema' | 'check-config';
}

/** @throws ConfigError - see `createSettingReader`, and where settings contradict each other or one is missing */
export function readServeConfig(flags: Flags, environment: Environment): ServeConfig {
  const reader = createSettingReader('serve', flags, environment);
  const config = toServeConfig(reader);
  checkEmbedded(reader, config);
  return config;
}

/** @throws ConfigError - where settings contradict each other or one is missing */
export function toServeConfig(reader: SettingReader): ServeConfig {
  const upstream = readUpstreamConfig(reader, readEmulator(reader));
  return Object.freeze({
    ...readAddress(reader, 4000),
    upstream,
    auth: readAuth(reader, upstream),
    limits: readLimits(reader),
    hostRule: { allowedHosts: readAllowedHosts(reader), isLoopback: isOnLoopback(reader) },
    corsOrigins: readOrigins(reader),
    graphiql: reader.isOn('graphiql') ?? true,
    coalesce: reader.isOn('coalesce') ?? false,
    receipt: reader.isOn('receipt') ?? isPrivate(reader, upstream),
    privacy: readPrivacy(reader),
    securityHeaders: reader.isOn('securityHeaders') ?? true,
    statusProfile: reader.choice('statusProfile') as StatusProfile,
    rateLimit: readRateLimit(reader),
    documents: readPersisted(reader),
    subgraph: readSubgraph(reader),
    quiet: reader.isOn('quiet') ?? false,
    drain: { delayMs: reader.integer('drainDelayMs') ?? 0, timeoutMs: reader.integer('drainTimeoutMs') ?? 0 },
    action: reader.isOn('printSchema') ? 'print-schema' : reader.isOn('checkConfig') ? 'check-config' : 'serve',
  });
}

/** Whom the gateway serves with a token of its own. */
function readAuth(reader: SettingReader, upstream: UpstreamChoice): AuthPolicy {
  const acceptAuthorization = reader.isOn('acceptAuthorization') ?? !reader.isOn('subgraph');
  const isWanted = reader.isOn('serveWithoutToken');
  if (isWanted && upstream.kind === 'stargate') {
    reader.refuse('serveWithoutToken', "a self-hosted Stargate's tokens expire, so each client must bring its own");
  }
  if (isWanted && upstream.kind === 'astra' && upstream.applicationToken === undefined) {
    throw new ConfigError(
      `${reader.label('serveWithoutToken')} is true, but ${reader.label('applicationToken')} is not set.`,
    );
  }
  const isOpen = isWanted ?? isPrivate(reader, upstream);
  return { acceptAuthorization, ownToken: isOpen ? 'direct' : 'none' };
}

function readSubgraph(reader: SettingReader): SubgraphOptions | undefined {
  const typePrefix = reader.text('typePrefix');
  if (typePrefix !== undefined && !/^[A-Z][A-Za-z0-9]*$/.test(typePrefix)) {
    reader.refuse('typePrefix', 'it must be letters and digits, and begin with a capital letter');
  }
  if (reader.isOn('subgraph')) return { ...(typePrefix && { typePrefix }) };
  if (typePrefix !== undefined) reader.refuse('typePrefix', `${reader.label('subgraph')} is not true`);
  return undefined;
}

function readLimits(reader: SettingReader): Limits & RequestLimits {
  const names = Object.keys(LIMIT_SETTINGS) as (keyof typeof LIMIT_SETTINGS)[];
  const entries: [string, unknown][] = names.map((name) => [name, reader.integer(name)]);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<keyof typeof LIMIT_SETTINGS, number>>;
}

function readOrigins(reader: SettingReader): readonly string[] {
  const origins = reader.list('corsOrigins');
  const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
  if (!origins.every(isOrigin)) {
    reader.refuse('corsOrigins', 'each item must be an origin such as https://app.example.com, without a path');
  }
  return origins;
}

/** Whether it is somebody's own: the emulator, for this machine alone. */
function isPrivate(reader: SettingReader, upstream: UpstreamChoice): boolean {
  return upstream.kind === 'embedded' && isOnLoopback(reader);
}

function isOnLoopback(reader: SettingReader): boolean {
  return isLoopbackName(reader.text('host') ?? '');
}

/** In production nobody is to be served sample data because a variable was forgotten; and nobody another upstream than `--embedded` says. */
function checkEmbedded(reader: SettingReader, { upstream, action }: ServeConfig): void {
  const isEmbedded = upstream.kind === 'embedded';
  if (!isEmbedded && reader.isGiven('embedded') && reader.isOn('embedded')) {
    reader.refuse('embedded', `an upstream is configured too (${upstream.kind}): unset one of the two`);
  }
  if (!isEmbedded || reader.isOn('embedded') || action === 'print-schema') return;
  const cause = reader.isGiven('embedded') ? 'embedded' : 'production';
  throw new ConfigError(
    `${reader.label(cause)} is ${reader.isOn(cause)}, but no upstream is configured: set ${reader.label('apiEndpoint')} for Astra or ${reader.label('stargateRestUrl')} and its like for Stargate, or serve the emulator with --embedded.`,
  );
}
