/** Connects to the configured upstream, or starts the embedded emulator and connects to that. */

import type { UpstreamConfig } from '../../datasources/back-ends/assembly.ts';
import type { AstraConfig } from '../../datasources/back-ends/astra.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Auth } from '../access/tokens.ts';
import type { AuthPolicy } from '../config/auth-config.ts';
import type { ConfiguredChoice, EmbeddedChoice, UpstreamTuning } from '../config/upstream-config.ts';
import type { EmulatorPort, EmulatorProgress, EmulatorSettings, RunningEmulator } from './emulator-port.ts';

export interface Connection {
  readonly upstream: Upstream;
  readonly auth: Auth;
  /** Where commands are sent to the emulator's Data API, if that is what serves. */
  readonly dataApiUrl?: string;
  /** The file that declares edges of the sample data, where that is served. */
  readonly sampleRelations?: string;
  close(): Promise<void>;
}

/** With which definitions are read outside of requests; `undefined` where an operator has to name one. */
export function tokenOfReads(
  { readToken }: { readonly readToken: string | undefined },
  { auth }: Pick<Connection, 'auth'>,
): string | undefined {
  return readToken ?? auth.token;
}

export interface ConnectionOptions extends Pick<UpstreamConfig, 'coalesceReads' | 'onBreaker' | 'peers'> {
  readonly createUpstream: (config: UpstreamConfig) => Upstream;
}

export function connect(
  choice: ConfiguredChoice,
  policy: AuthPolicy,
  { createUpstream, ...options }: ConnectionOptions,
): Connection {
  const token = choice.kind === 'astra' ? choice.applicationToken : undefined;
  const upstream = createUpstream({ ...choice, ...options });
  return { upstream, auth: { ...policy, token }, close: () => upstream.close() };
}

export async function connectEmbedded(
  choice: EmbeddedChoice,
  policy: AuthPolicy,
  {
    port,
    progress,
    createUpstream,
    ...options
  }: ConnectionOptions & { port: Pick<EmulatorPort, 'start'>; progress: EmulatorProgress },
): Promise<Connection> {
  const vectorDatabase = choice.api === 'data';
  const emulator = await port.start(emulatorSettings(choice), progress);
  const config = toAstra(emulator, choice);
  const upstream = createUpstream({ ...config, ...options });
  const dataApiUrl = `${config.defaultDatabase.dataUrl}/v1`;
  const close = async () => {
    await upstream.close();
    await emulator.close();
  };
  const auth = { ...policy, token: emulator.applicationToken };
  const { sampleRelations } = emulator;
  const hasSample = choice.emulator.sample;
  return { upstream, auth, ...(vectorDatabase && { dataApiUrl }), ...(hasSample && { sampleRelations }), close };
}

/** On loopback and a free port, wherever the gateway listens: processes of others are not to connect to it. */
export function emulatorSettings({ emulator, api }: EmbeddedChoice): EmulatorSettings {
  return { ...emulator, vectorDatabase: api === 'data', host: '127.0.0.1', port: 0 };
}

type EmbeddedTuning = UpstreamTuning & Partial<Pick<EmbeddedChoice, 'api'>>;

/** The emulator serves all of Astra's APIs at one address, for every database. */
export function toAstra(
  { url, databaseId, region }: Pick<RunningEmulator, 'url' | 'databaseId' | 'region'>,
  { api = 'stargate', timeoutMs, schemaTimeoutMs, resilience = {}, allowFiltering = false }: EmbeddedTuning,
): AstraConfig {
  const dataUrl = `${url}/${databaseId}-${region}/api/${api === 'data' ? 'json' : 'rest'}`;
  const defaultDatabase = { databaseId, region, api, dataUrl };
  // The emulator lacks Astra's guardrail for the number of keys.
  const maxKeysPerSearch = Number.POSITIVE_INFINITY;
  const tuning = { timeoutMs, schemaTimeoutMs, resilience, allowFiltering };
  return { kind: 'astra', devopsUrl: url, defaultDatabase, allowedOrigins: [url], maxKeysPerSearch, ...tuning };
}
