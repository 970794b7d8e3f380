import type { Loaders } from '../../datasources/loaders/loaders.ts';
import type { Source } from '../../datasources/source/source.ts';

/** The context of every resolver: the sources and loaders of this operation and its caller, and the limits in force. */
export interface Context {
  /** Writes go here; a mutation clears the loaders after it. */
  readonly source: Source;
  /** Reads go here. */
  readonly loaders: Loaders;
  readonly limits: Limits;
  /** Path of the universal graph. */
  readonly endpoint: string;
}

export interface Limits {
  /** The greatest `first`. */
  readonly maxFirst: number;
  /** The most ids that `nodes` takes, and items that one of the "many at once" mutations takes. */
  readonly maxIds: number;
  readonly maxItems: number;
}
