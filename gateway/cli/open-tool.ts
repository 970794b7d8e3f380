/** Opens the configured upstream for a command, or the emulator where none is configured. */
import { createUpstream } from '../../datasources/back-ends/upstream.ts';
import { type Credentials, createSide, type Side } from '../copy/side.ts';
import type { ToolConfig } from '../infer/tool-config.ts';
import { connectEmbedded } from './connect.ts';
import { nameUpstream } from './describe-upstream.ts';
import type { EmulatorPort } from './emulator-port.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface ToolParts {
  readonly emulator: EmulatorPort;
  readonly terminal: Terminal;
}

/** @param signal - ends waits for upstream */
export async function openTool(
  { upstream: choice, credentials }: ToolConfig,
  { emulator: port, terminal }: ToolParts,
  signal: AbortSignal,
): Promise<Side> {
  const label = nameUpstream(choice);
  if (choice.kind !== 'embedded') {
    const upstream = createUpstream({ ...choice, coalesceReads: false });
    return createSide({ upstream, label, credentials: credentials ?? { token: '' }, signal });
  }
  const sample = createProgress(terminal.stderr, { label: 'Loading the sample data', quiet: false, plainLines: false });
  const progress = { sample: sample.show, seed() {}, onFault() {} };
  const policy = { acceptAuthorization: false, ownToken: 'none' } as const;
  const connection = await connectEmbedded(choice, policy, { coalesceReads: false, createUpstream, port, progress });
  sample.end('Loaded');
  const own: Credentials = { token: connection.auth.token ?? '' };
  const side = createSide({ upstream: connection.upstream, label, credentials: own, signal });
  return { ...side, close: () => connection.close() };
}
