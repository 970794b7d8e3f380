/** The configuration of `serve`, typed and frozen. Nothing else reads the environment. */
import type { SubgraphOptions } from '../../schema/federation/subgraph.ts';
import type { NameStyle } from '../../schema/typed/present.ts';
import {
  type DocumentConfig,
  type RateConfig,
  readDocuments,
  readHostRule,
  readOrigins,
  readRateLimit,
} from './access-config.ts';
import { type AuthPolicy, isPrivate, readAuth, unusedTokenWarnings } from './auth-config.ts';
import type { ExecutorName } from './client-settings.ts';
import { ConfigError, collectErrors } from './config-error.ts';
import type { HostRule } from './host-patterns.ts';
import { LIMIT_SETTINGS, type RequestLimits } from './limit-settings.ts';
import type { Privacy, StatusProfile } from './safety-settings.ts';
import { createSettingReader, type Environment, type Flags, type SettingReader } from './setting-reader.ts';
import { namesOf } from './settings.ts';
import { readUpstreamChoice, readUpstreamKind, type UpstreamChoice } from './upstream-config.ts';

/** What the pipeline of plugins is configured by. */
export interface PipelineConfig {
  readonly limits: RequestLimits;
  readonly hostRule: HostRule;
  /** Origins of other web pages that may send requests. */
  readonly corsOrigins: readonly string[];
  /** Whether web pages that this machine serves may send requests too. */
  readonly loopbackOrigins: boolean;
  /** Whether browsers get GraphiQL. */
  readonly graphiql: boolean;
  /** Whether clients may ask what their operation cost. */
  readonly receipt: boolean;
  /** Whether identical queries in flight share one execution. */
  readonly coalesce: boolean;
  readonly executor: ExecutorName;
  readonly privacy: Privacy;
  readonly securityHeaders: boolean;
  readonly statusProfile: StatusProfile;
  readonly rateLimit: RateConfig;
  /** The port of `/metrics`, 0 for any free one; `undefined`: that of GraphQL. */
  readonly metricsPort: number | undefined;
  /** `undefined`: the universal schema. */
  readonly subgraph: SubgraphOptions | undefined;
  /** In typed graphs. */
  readonly names: NameStyle;
}

export interface ServeConfig extends PipelineConfig {
  /** With which tables are read outside of requests; absent: the gateway's own. */
  readonly readToken: string | undefined;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** How many processes serve; `auto`: one for each core. */
  readonly workers: number | 'auto';
  readonly upstream: UpstreamChoice;
  readonly auth: AuthPolicy;
  readonly documents: DocumentConfig;
  /** Files that declare edges of typed graphs, or folders of them. */
  readonly relationFiles: readonly string[];
  readonly quiet: boolean;
  readonly drain: DrainConfig;
  /** Whether answers are compressed. */
  readonly compression: boolean;
  readonly action: 'serve' | 'print-schema' | 'check-config';
  /** Settings without effect, each a sentence with the cure. */
  readonly warnings: readonly string[];
}

/** How a server stops. */
export interface DrainConfig {
  /** How long new requests are still accepted, so that clients and load balancers notice. */
  readonly delayMs: number;
  /** How long active requests may take after that; then their connections are closed. */
  readonly timeoutMs: number;
}

/** @throws ConfigError - with all problems of the settings: wrong values, contradictions and missing ones */
export function readServeConfig(flags: Flags, environment: Environment): ServeConfig {
  const reader = createSettingReader('serve', flags, environment);
  const { config } = collectErrors({ config: () => toServeConfig(reader), embedded: () => checkEmbedded(reader) });
  return config;
}

/** What commands that read the upstream need of it. */
export interface ReadConfig extends Pick<ServeConfig, 'upstream' | 'auth' | 'quiet' | 'coalesce' | 'readToken'> {
  /** Where there is no token. */
  readonly signIn: ReturnType<typeof readSignIn>;
}

/** The upstream is that of `serve`. @throws ConfigError */
export function readReadConfig(flags: Flags, environment: Environment): ReadConfig {
  const reader = createSettingReader('serve', flags, environment);
  return collectErrors({
    upstream: () => readUpstreamChoice(reader),
    auth: () => readAuth(reader),
    quiet: () => reader.value('quiet'),
    coalesce: () => false,
    readToken: () => reader.value('readToken'),
    signIn: () => readSignIn(reader),
  });
}

const readSignIn = (reader: SettingReader) => reader.values(['copyUser', 'copyPassword']);

/** @throws ConfigError - as `readServeConfig` */
export function toServeConfig(reader: SettingReader): ServeConfig {
  const { address, switches, ...config } = collectErrors({
    given: () => reader.checkAll(),
    address: () => reader.values(['host', 'port']),
    workers: () => readWorkers(reader),
    metricsPort: () => readMetricsPort(reader),
    upstream: () => readUpstreamChoice(reader),
    auth: () => readAuth(reader),
    limits: () => reader.values(namesOf(LIMIT_SETTINGS)),
    hostRule: () => readHostRule(reader),
    corsOrigins: () => readOrigins(reader),
    loopbackOrigins: () => isPrivate(reader),
    receipt: () => reader.value('receipt') ?? isPrivate(reader),
    privacy: () => reader.values(['introspection', 'suggestions']),
    rateLimit: () => readRateLimit(reader),
    documents: () => readDocuments(reader),
    relationFiles: () => reader.value('relations'),
    subgraph: () => readSubgraph(reader),
    switches: () =>
      reader.values([
        'graphiql',
        'coalesce',
        'executor',
        'names',
        'readToken',
        'compression',
        'securityHeaders',
        'statusProfile',
        'quiet',
      ]),
    drain: () => ({ delayMs: reader.value('drainDelayMs'), timeoutMs: reader.value('drainTimeoutMs') }),
    action: () => readAction(reader),
    warnings: () => unusedTokenWarnings(reader),
  });
  return Object.freeze({ ...config, ...address, ...switches });
}

function readAction(reader: SettingReader): ServeConfig['action'] {
  if (reader.value('printSchema')) return 'print-schema';
  return reader.value('checkConfig') ? 'check-config' : 'serve';
}

/** More than this are a mistake, such as a port. */
const MAX_WORKERS = 256;

function readWorkers(reader: SettingReader): ServeConfig['workers'] {
  const text = reader.value('workers');
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (text === 'auto' || (count >= 1 && count <= MAX_WORKERS)) return text === 'auto' ? text : count;
  return reader.refuse('workers', `it must be a whole number from 1 to ${MAX_WORKERS}, or auto`);
}

function readMetricsPort(reader: SettingReader): number | undefined {
  const { port, metricsPort } = reader.values(['port', 'metricsPort']);
  if (metricsPort === port && port !== 0)
    reader.refuse('metricsPort', 'GraphQL is answered at that port: unset it, or choose another');
  return metricsPort;
}

function readSubgraph(reader: SettingReader): SubgraphOptions | undefined {
  const { subgraph, typePrefix } = reader.values(['subgraph', 'typePrefix']);
  if (typePrefix !== undefined && !/^(?:[A-Z]|\{keyspace\})(?:[A-Za-z0-9_]|\{keyspace\})*$/.test(typePrefix)) {
    const rule =
      'it must be letters, digits, underscores and {keyspace}, and begin with a capital letter or {keyspace}';
    reader.refuse('typePrefix', rule);
  }
  if (subgraph) return { ...(typePrefix && { typePrefix }) };
  if (typePrefix !== undefined) reader.refuse('typePrefix', `${reader.label('subgraph')} is not true`);
  return undefined;
}

/** In production a forgotten variable must not serve sample data; and `--embedded` must not be ignored silently. */
function checkEmbedded(reader: SettingReader): void {
  const kind = readUpstreamKind(reader);
  const embedded = reader.value('embedded');
  if (kind !== 'embedded' && reader.isGiven('embeddedApi')) {
    reader.refuse('embeddedApi', `an upstream is configured (${kind}), so there is no emulator: unset one of the two`);
  }
  if (kind !== 'embedded' && reader.isGiven('embedded') && embedded) {
    reader.refuse('embedded', `an upstream is configured too (${kind}): unset one of the two`);
  }
  if (kind !== 'embedded' || embedded || readAction(reader) === 'print-schema') return;
  const cause = reader.isGiven('embedded') ? 'embedded' : 'production';
  throw new ConfigError(
    `${reader.label(cause)} is ${reader.value(cause)}, but no upstream is configured: set ${reader.label('apiEndpoint')} for Astra, ${reader.label('dataApiUrl')} for HCD or DSE, or ${reader.label('stargateRestUrl')} and its like for Stargate, or serve the emulator with --embedded.`,
  );
}
