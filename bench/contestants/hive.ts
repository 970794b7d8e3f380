/** Hive Gateway over the upstream's OpenAPI document, as it is when nothing is set, and with the compiled execution that it offers. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Command } from '../child.ts';
import { peerPath, peerVersion } from '../peers.ts';
import { QUERY_NAMES, TYPED } from '../queries.ts';
import type { Contestant, Place } from './contestant.ts';

export function hiveContestants(): readonly Contestant[] {
  const base = { version: peerVersion('@graphql-hive/gateway'), shape: TYPED };
  return [
    { ...base, name: 'Hive Gateway', queries: QUERY_NAMES, command: (place) => command(place, []) },
    { ...base, name: 'Hive Gateway --jit', queries: ['join', 'titles'], command: (place) => command(place, ['--jit']) },
  ];
}

function command({ upstreamUrl, port, folder }: Place, options: readonly string[]): Command {
  const supergraph = `${folder}/supergraph.graphql`;
  if (!existsSync(supergraph)) compose(upstreamUrl, supergraph);
  const serve = ['supergraph', supergraph, '-h', '127.0.0.1', '-p', String(port)];
  return { file: process.execPath, args: [peerPath('node_modules/.bin/hive-gateway'), ...serve, ...options] };
}

function compose(upstreamUrl: string, supergraph: string): void {
  const words = [peerPath('node_modules/.bin/mesh-compose'), '-c', peerPath('hive/mesh.config.mjs'), '-o', supergraph];
  const env = { ...process.env, BENCH_UPSTREAM_URL: upstreamUrl };
  execFileSync(process.execPath, words, { cwd: peerPath('.'), env, stdio: 'pipe' });
}
