/** Opens the configured upstream for a command. */
import { randomUUID } from 'node:crypto';
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import type { Peers, Source, Upstream } from '../../datasources/source/source.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import type { Log } from '../observability/log.ts';
import { type Connection, connect, connectEmbedded } from './connect.ts';
import type { EmulatorPort, EmulatorProgress } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export type UpstreamConfig = Pick<ServeConfig, 'upstream' | 'auth' | 'quiet' | 'coalesce'>;

export interface UpstreamParts {
  readonly emulator: Pick<EmulatorPort, 'start'>;
  readonly terminal: Terminal;
  readonly log: Pick<Log, 'emulatorFault' | 'breaker'>;
  readonly peers?: Peers | undefined;
}

export async function openUpstream(
  { upstream: choice, auth, quiet, coalesce: coalesceReads }: UpstreamConfig,
  { emulator: port, terminal, log, peers }: UpstreamParts,
): Promise<Connection> {
  const options = { coalesceReads, createUpstream, onBreaker: log.breaker, peers };
  if (choice.kind !== 'embedded') return connect(choice, auth, options);
  return withProgress({ terminal, log, quiet }, (progress) =>
    connectEmbedded(choice, auth, { ...options, port, progress }),
  );
}

/** Shows how the sample data is loaded while the emulator starts. */
export async function withProgress<T>(
  { terminal, log, quiet }: Pick<UpstreamParts, 'terminal' | 'log'> & { readonly quiet: boolean },
  start: (progress: EmulatorProgress) => Promise<T>,
): Promise<T> {
  const sample = createProgress(terminal.stderr, { label: 'Loading the sample data', quiet, plainLines: false });
  const started = await start({ sample: sample.show, seed() {}, onFault: log.emulatorFault });
  sample.end('Loaded');
  return started;
}

/** An operation of the process itself, which no client bounds. */
export function openAlone(upstream: Upstream, token: string): Source {
  return upstream.open({
    tokens: { data: token, devops: token },
    requestId: randomUUID(),
    maxCalls: Number.POSITIVE_INFINITY,
    endsAtMs: Number.POSITIVE_INFINITY,
  });
}
