/** What commands do on a collection. */
import type { RunOnTable } from '../command/command.ts';
import { FIND_COMMANDS } from './find/commands.ts';
import { deleteMany, deleteOne, findOneAndDelete } from './write/delete-commands.ts';
import { insertMany, insertOne } from './write/insert.ts';
import { findOneAndReplace, findOneAndUpdate, updateMany, updateOne } from './write/update-commands.ts';

export const COLLECTION_RUNS: Readonly<Record<string, RunOnTable>> = {
  ...FIND_COMMANDS,
  insertOne,
  insertMany,
  updateOne,
  updateMany,
  deleteOne,
  deleteMany,
  findOneAndUpdate,
  findOneAndReplace,
  findOneAndDelete,
};
