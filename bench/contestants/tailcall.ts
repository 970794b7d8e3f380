/**
 * Tailcall, in the two shapes that it has for a join, each with its deduplication off and on: a call per user, as in the
 * public suite, and calls in batches. Its batches are shared by all requests under way even where deduplication is off.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from '../child.ts';
import { findTailcall, peerPath } from '../peers.ts';
import { QUERY_NAMES, type QueryName, TYPED } from '../queries.ts';
import type { Contestant, Place } from './contestant.ts';

interface JoinShape {
  readonly settings: string;
  readonly users: string;
}

const SHAPES = {
  'call per user': { settings: 'poolMaxIdlePerHost: 200', users: 'url: "UPSTREAM/users/{{.value.userId}}"' },
  batched: {
    settings: 'batch: { delay: 1, maxSize: 1000, headers: [] }',
    users: 'url: "UPSTREAM/users", query: [{ key: "id", value: "{{.value.userId}}" }], batchKey: ["id"]',
  },
} as const satisfies Record<string, JoinShape>;

interface Variant {
  readonly shape: keyof typeof SHAPES;
  readonly dedupe: boolean;
  readonly queries: readonly QueryName[];
}

const VARIANTS: readonly Variant[] = [
  { shape: 'call per user', dedupe: false, queries: QUERY_NAMES },
  { shape: 'batched', dedupe: false, queries: ['join'] },
  { shape: 'call per user', dedupe: true, queries: ['join', 'titles'] },
  { shape: 'batched', dedupe: true, queries: ['join'] },
];

/** None where no version of it runs. */
export function tailcallContestants(): readonly Contestant[] {
  const tailcall = findTailcall();
  if (!tailcall) return [];
  return VARIANTS.map((variant) => ({
    name: `Tailcall, ${variant.shape}, dedupe ${variant.dedupe ? 'on' : 'off'}`,
    version: tailcall.version,
    shape: TYPED,
    queries: variant.queries,
    command: (place) => command(tailcall.file, variant, place),
  }));
}

function command(file: string, { shape, dedupe }: Variant, { upstreamUrl, port, folder }: Place): Command {
  const config = readFileSync(peerPath('tailcall.template'), 'utf8')
    .replaceAll('SETTINGS', SHAPES[shape].settings)
    .replaceAll('USERS', SHAPES[shape].users)
    .replaceAll('UPSTREAM', upstreamUrl)
    .replaceAll('PORT', String(port))
    .replaceAll('DEDUPE', String(dedupe));
  const path = `${folder}/tailcall-${port}.graphql`;
  writeFileSync(path, config);
  // It would look for a newer version of itself, and report its use.
  return { file, args: ['start', path], environment: { TAILCALL_TRACKER: 'false', TC_LOG_LEVEL: 'warn' } };
}
