/** What commands do on a table. */
import type { RunOnTable } from '../command/command.ts';
import { alterTable } from './schema/alter-table.ts';
import { createRegularIndex, createTextIndex, createVectorIndex } from './schema/create-index.ts';
import { listIndexes } from './schema/list-indexes.ts';

export const TABLE_RUNS: Readonly<Record<string, RunOnTable>> = {
  alterTable,
  createIndex: createRegularIndex,
  createVectorIndex,
  createTextIndex,
  listIndexes,
};
