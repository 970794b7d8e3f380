/**
 * Hive Gateway over the upstream's OpenAPI document, in both shapes that it has for a join: a call per user, which needs
 * nothing but a route for one, and calls in batches. Batches with the compiled execution that it offers too.
 */
import { execFileSync } from 'node:child_process';
import type { Command } from '../child.ts';
import { peerPath, peerVersion } from '../peers.ts';
import { QUERY_NAMES, type QueryName, TYPED } from '../queries.ts';
import { type Contestant, NODE_OPTIONS, type Place } from './contestant.ts';

interface Variant {
  readonly name: string;
  readonly join: 'call per user' | 'batched';
  readonly options: readonly string[];
  readonly queries: readonly QueryName[];
}

const VARIANTS: readonly Variant[] = [
  { name: 'Hive Gateway, call per user', join: 'call per user', options: [], queries: ['join'] },
  { name: 'Hive Gateway, batched', join: 'batched', options: [], queries: QUERY_NAMES },
  { name: 'Hive Gateway, batched, --jit', join: 'batched', options: ['--jit'], queries: ['join', 'titles'] },
];

export function hiveContestants(): readonly Contestant[] {
  const version = peerVersion('@graphql-hive/gateway');
  return VARIANTS.map((variant) => ({
    name: variant.name,
    version,
    shape: TYPED,
    queries: variant.queries,
    command: (place) => command(variant, place),
  }));
}

function command({ join, options }: Variant, { upstreamUrl, port, folder }: Place): Command {
  const supergraph = `${folder}/supergraph-${port}.graphql`;
  const compose = [
    peerPath('node_modules/.bin/mesh-compose'),
    '-c',
    peerPath('hive/mesh.config.mjs'),
    '-o',
    supergraph,
  ];
  const env = { ...process.env, BENCH_UPSTREAM_URL: upstreamUrl, BENCH_JOIN: join };
  execFileSync(process.execPath, compose, { cwd: peerPath('.'), env, stdio: 'pipe' });
  const serve = [peerPath('node_modules/.bin/hive-gateway'), 'supergraph', supergraph];
  return {
    file: process.execPath,
    args: [...NODE_OPTIONS, ...serve, '-h', '127.0.0.1', '-p', String(port), ...options],
  };
}
