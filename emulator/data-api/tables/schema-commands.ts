/** Commands that make, list and change tables, types and indexes. */
import type { KeyspaceCommand } from '../command/command.ts';
import { alter as alterType } from './definition/alter-type.ts';
import { drop as dropIndex } from './definition/create-index.ts';
import { create as createTable, drop as dropTable } from './definition/create-table.ts';
import { list as listTables } from './definition/list-tables.ts';
import { create as createType, drop as dropType, list as listTypes } from './definition/types.ts';

export const TABLE_SCHEMA_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {
  createTable,
  listTables,
  dropTable,
  createType,
  alterType,
  dropType,
  listTypes,
  dropIndex,
};
