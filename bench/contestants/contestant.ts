import type { Command } from '../child.ts';
import type { QueryName, Shape } from '../queries.ts';

/** Where a contestant is put. */
export interface Place {
  readonly upstreamUrl: string;
  readonly port: number;
  /** For files that it needs; the same for all contestants of a run. */
  readonly folder: string;
}

/** Somebody who takes part: how it is started in front of the upstream, and what it is asked. */
export interface Contestant {
  readonly name: string;
  readonly version: string;
  readonly shape: Shape;
  readonly queries: readonly QueryName[];
  command(place: Place): Command;
}

/** Of all that Node runs, as `npm start` has it: who waits for a turn would forget what Node had optimized. */
export const NODE_OPTIONS = ['--no-memory-reducer'];
