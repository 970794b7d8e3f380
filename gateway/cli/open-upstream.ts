/** Opens the configured upstream for a command. */
import { randomUUID } from 'node:crypto';
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import type { Source, Upstream } from '../../datasources/source/source.ts';
import type { ServeConfig } from '../config/serve-config.ts';
import type { Log } from '../observability/log.ts';
import { type Connection, connect, connectEmbedded } from './connect.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export type UpstreamConfig = Pick<ServeConfig, 'upstream' | 'auth' | 'quiet' | 'coalesce'>;

export interface UpstreamParts {
  readonly emulator: EmulatorPort;
  readonly terminal: Terminal;
  readonly log: Pick<Log, 'emulatorFault' | 'breaker'>;
}

export async function openUpstream(
  { upstream: choice, auth, quiet, coalesce: coalesceReads }: UpstreamConfig,
  { emulator: port, terminal, log }: UpstreamParts,
): Promise<Connection> {
  const options = { coalesceReads, createUpstream, onBreaker: log.breaker };
  if (choice.kind !== 'embedded') return connect(choice, auth, options);
  const sample = createProgress(terminal.stderr, { label: 'Loading the sample data', quiet, plainLines: false });
  const progress = { sample: sample.show, seed() {}, onFault: log.emulatorFault };
  const connection = await connectEmbedded(choice, auth, { ...options, port, progress });
  sample.end('Loaded');
  return connection;
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
