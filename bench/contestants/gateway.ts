/** The gateway as `npm run build` has made it, alone and with each of these settings that it has. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from '../child.ts';
import { versionIn } from '../peers.ts';
import { COLUMNS, QUERY_NAMES, RELATIONS, ROWS } from '../queries.ts';
import { type Contestant, NODE_OPTIONS, type Place } from './contestant.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = `${ROOT}dist/gateway/main.js`;
type Settings = Readonly<Record<string, string>>;

const COALESCE: Settings = { ASTRA_GRAPHQL_COALESCE: 'true' };
const TWO_WORKERS: Settings = { ASTRA_GRAPHQL_WORKERS: '2' };
const VARIANTS: readonly (readonly [name: string, settings: Settings])[] = [
  ['astra-graphql, coalescing', COALESCE],
  ['astra-graphql, two workers', TWO_WORKERS],
  ['astra-graphql, two workers, coalescing', { ...COALESCE, ...TWO_WORKERS }],
  ['astra-graphql, graphql-js', { ASTRA_GRAPHQL_EXECUTOR: 'graphql-js' }],
];

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
  const variants = VARIANTS.filter(([, settings]) => Object.keys(settings).every((name) => help.includes(name)));
  return [
    contestant('astra-graphql', {}),
    ...variants.map(([name, settings]) => contestant(name, settings)),
    typedContestant(),
  ];
}

/** The same process may serve both graphs; here each has its own. */
export function universalAndTyped(): readonly Contestant[] {
  return [contestant('astra-graphql', {}), typedContestant()];
}

function typedContestant(): Contestant {
  return {
    ...contestant('astra-graphql, typed graph', {}),
    shape: COLUMNS,
    command(place) {
      const file = `${place.folder}/relations.graphql`;
      writeFileSync(file, RELATIONS);
      return gatewayCommand(place, { ASTRA_GRAPHQL_RELATIONS: file }, NODE_OPTIONS);
    },
  };
}

function contestant(name: string, settings: Settings): Contestant {
  return {
    name,
    version: versionIn(ROOT),
    shape: ROWS,
    queries: QUERY_NAMES,
    command: (place) => gatewayCommand(place, settings, NODE_OPTIONS),
  };
}
