/** Connects to the configured upstream, or starts the embedded emulator and connects to that. */
import type { AstraConfig } from '../../datasources/back-ends/astra.ts';
import { createUpstream, type UpstreamConfig } from '../../datasources/back-ends/upstream.ts';
import type { Upstream } from '../../datasources/source/source.ts';
import type { Auth } from '../access/tokens.ts';
import type { AuthPolicy } from '../config/auth-config.ts';
import type { AstraChoice, EmbeddedChoice, StargateChoice, UpstreamTuning } from '../config/upstream-config.ts';
import type { EmulatorPort, EmulatorProgress, RunningEmulator } from './emulator-port.ts';

export interface Connection {
  readonly upstream: Upstream;
  readonly auth: Auth;
  close(): Promise<void>;
}

export type ConnectionOptions = Pick<UpstreamConfig, 'fetch' | 'coalesceReads'>;

export function connect(
  choice: AstraChoice | StargateChoice,
  policy: AuthPolicy,
  options: ConnectionOptions,
): Connection {
  const token = choice.kind === 'astra' ? choice.applicationToken : undefined;
  const upstream = createUpstream({ ...choice, ...options });
  return { upstream, auth: { ...policy, token }, close: () => upstream.close() };
}

/** Starts the emulator on loopback and a free port, wherever the gateway listens: other processes are not to connect to it. */
export async function connectEmbedded(
  choice: EmbeddedChoice,
  policy: AuthPolicy,
  { port, progress, ...options }: ConnectionOptions & { port: EmulatorPort; progress: EmulatorProgress },
): Promise<Connection> {
  const emulator = await port.start({ ...choice.emulator, host: '127.0.0.1', port: 0 }, progress);
  const upstream = createUpstream({ ...toAstra(emulator, choice), ...options });
  const close = async () => {
    await upstream.close();
    await emulator.close();
  };
  return { upstream, auth: { ...policy, token: emulator.applicationToken }, close };
}

/** The emulator serves all of Astra's APIs at one address. */
export function toAstra(
  { url, databaseId, region }: Omit<RunningEmulator, 'close' | 'applicationToken'>,
  { timeoutMs, schemaTimeoutMs, resilience = {} }: UpstreamTuning,
): AstraConfig {
  const dataUrl = `${url}/${databaseId}-${region}/api/rest`;
  const defaultDatabase = { databaseId, region, dataUrl };
  // The emulator lacks Astra's guardrail for the number of keys.
  const maxKeysPerSearch = Number.POSITIVE_INFINITY;
  const tuning = { timeoutMs, schemaTimeoutMs, resilience };
  return { kind: 'astra', devopsUrl: url, defaultDatabase, allowedOrigins: [url], maxKeysPerSearch, ...tuning };
}
