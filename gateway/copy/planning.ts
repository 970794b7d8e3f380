import type { Capability, DefinitionChecks } from '../../datasources/source/source.ts';
import type { Loss } from './losses.ts';
import type { Side } from './side.ts';

/** What the planning of one keyspace collects. */
export interface Planning {
  readonly from: Side;
  readonly to: Side;
  readonly keyspace: string;
  readonly capabilities: readonly Capability[];
  readonly checks: DefinitionChecks;
  /** Differences that stand in the way, each a sentence. */
  readonly refusals: string[];
  readonly losses: Loss[];
  readonly notes: string[];
}
