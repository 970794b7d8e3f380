/** The gateway as `npm run build` has made it, alone and with its coalescing where it has that setting. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '../child.ts';
import { versionIn } from '../peers.ts';
import { QUERY_NAMES, ROWS } from '../queries.ts';
import type { Contestant, Place } from './contestant.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = `${ROOT}dist/gateway/main.js`;
const COALESCE = 'ASTRA_GRAPHQL_COALESCE';

type Settings = Readonly<Record<string, string>>;

/** @param options - of Node */
export function gatewayCommand(
  { upstreamUrl, port }: Pick<Place, 'upstreamUrl' | 'port'>,
  settings: Settings = {},
  options: readonly string[] = [],
): Command {
  const urls = { STARGATE_REST_URL: upstreamUrl, STARGATE_DOCUMENT_URL: upstreamUrl, STARGATE_AUTH_URL: upstreamUrl };
  return {
    file: process.execPath,
    args: [...options, FILE, 'serve', '--port', String(port)],
    // The others do not log requests either.
    environment: { ...urls, ASTRA_GRAPHQL_QUIET: 'true', ...settings },
  };
}

export function gatewayContestants(): readonly Contestant[] {
  const help = execFileSync(process.execPath, [FILE, 'serve', '--help'], { encoding: 'utf8' });
  const coalescing = contestant('astra-graphql, coalescing', { [COALESCE]: 'true' });
  return [contestant('astra-graphql', {}), ...(help.includes(COALESCE) ? [coalescing] : [])];
}

function contestant(name: string, settings: Settings): Contestant {
  return {
    name,
    version: versionIn(ROOT),
    shape: ROWS,
    queries: QUERY_NAMES,
    command: (place) => gatewayCommand(place, settings),
  };
}
