/** What commands do on a table. */
import type { RunOnTable } from '../command/command.ts';
import { alterTable } from './definition/alter-table.ts';
import { createRegularIndex, createTextIndex, createVectorIndex } from './definition/create-index.ts';
import { listTableIndexes } from './definition/list-indexes.ts';
import { find, findOneRow } from './read/find.ts';
import { deleteManyRows, deleteOneRow } from './write/delete.ts';
import { insertManyRows, insertOneRow } from './write/insert.ts';
import { updateOneRow } from './write/update.ts';

export const TABLE_RUNS: Readonly<Record<string, RunOnTable>> = {
  alterTable,
  createIndex: createRegularIndex,
  createVectorIndex,
  createTextIndex,
  listIndexes: listTableIndexes,
  insertOne: insertOneRow,
  insertMany: insertManyRows,
  find,
  findOne: findOneRow,
  updateOne: updateOneRow,
  deleteOne: deleteOneRow,
  deleteMany: deleteManyRows,
};
