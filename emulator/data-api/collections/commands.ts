/** What commands do on a collection. */
import type { RunOnTable } from '../command/command.ts';

export const COLLECTION_RUNS: Readonly<Record<string, RunOnTable>> = {};
