/** What commands do on a table. */
import type { RunOnTable } from '../command/command.ts';
import { alterTable } from './definition/alter-table.ts';
import { createRegularIndex, createTextIndex, createVectorIndex } from './definition/create-index.ts';
import { listIndexes } from './definition/list-indexes.ts';
import { find, findOne } from './read/find.ts';
import { deleteMany, deleteOne } from './write/delete.ts';
import { insertMany, insertOne } from './write/insert.ts';
import { updateOne } from './write/update.ts';

export const TABLE_RUNS: Readonly<Record<string, RunOnTable>> = {
  alterTable,
  createIndex: createRegularIndex,
  createVectorIndex,
  createTextIndex,
  listIndexes,
  insertOne,
  insertMany,
  find,
  findOne,
  updateOne,
  deleteOne,
  deleteMany,
};
