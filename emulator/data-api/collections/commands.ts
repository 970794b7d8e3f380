/** What commands do on a collection. */
import type { RunOnTable } from '../command/command.ts';
import { FIND_COMMANDS } from './find/commands.ts';
import { deleteManyDocuments, deleteOneDocument, findOneAndDelete } from './write/delete-commands.ts';
import { insertManyDocuments, insertOneDocument } from './write/insert.ts';
import { findOneAndReplace, findOneAndUpdate, updateMany, updateOneDocument } from './write/update-commands.ts';

export const COLLECTION_RUNS: Readonly<Record<string, RunOnTable>> = {
  ...FIND_COMMANDS,
  insertOne: insertOneDocument,
  insertMany: insertManyDocuments,
  updateOne: updateOneDocument,
  updateMany,
  deleteOne: deleteOneDocument,
  deleteMany: deleteManyDocuments,
  findOneAndUpdate,
  findOneAndReplace,
  findOneAndDelete,
};
