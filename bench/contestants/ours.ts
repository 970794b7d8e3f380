/** What a contestant would be that somebody writes by hand: the naive server below, and the ceiling above. */
import { fileURLToPath } from 'node:url';
import { versionIn } from '../peers.ts';
import { PATHS, QUERY_NAMES, type Shape, TYPED } from '../queries.ts';
import { type Contestant, NODE_OPTIONS } from './contestant.ts';

const YOGA = fileURLToPath(new URL('../../node_modules/graphql-yoga', import.meta.url));

export function ownContestants(): readonly Contestant[] {
  return [
    contestant('Yoga, one call per field', versionIn(YOGA), 'yoga.ts', TYPED),
    contestant('raw Node proxy', process.version.slice(1), 'proxy.ts', PATHS),
  ];
}

/** Answers the constant alone. */
export function bytesContestant(): Contestant {
  return { ...contestant('fixed bytes', process.version.slice(1), 'bytes.ts', TYPED), queries: ['constant'] };
}

function contestant(name: string, version: string, file: string, shape: Shape): Contestant {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return {
    name,
    version,
    shape,
    queries: QUERY_NAMES,
    // The same options of Node load TypeScript.
    command: ({ upstreamUrl, port }) => ({
      file: process.execPath,
      args: [...process.execArgv, ...NODE_OPTIONS, path, upstreamUrl, String(port)],
    }),
  };
}
