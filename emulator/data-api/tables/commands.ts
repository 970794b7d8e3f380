/** What commands do on a table. */
import type { RunOnTable } from '../command/command.ts';

export const TABLE_RUNS: Readonly<Record<string, RunOnTable>> = {};
