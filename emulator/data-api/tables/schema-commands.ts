/** Commands that make, list and change tables, types and indexes. */
import type { KeyspaceCommand } from '../command/command.ts';
import { alter as alterType } from './definition/alter-type.ts';
import { dropIndexCommand } from './definition/create-index.ts';
import { createTableCommand, dropTableCommand } from './definition/create-table.ts';
import { listTablesCommand } from './definition/list-tables.ts';
import { createTypeCommand, dropTypeCommand, listTypesCommand } from './definition/types.ts';

export const TABLE_SCHEMA_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {
  createTable: createTableCommand,
  listTables: listTablesCommand,
  dropTable: dropTableCommand,
  createType: createTypeCommand,
  alterType,
  dropType: dropTypeCommand,
  listTypes: listTypesCommand,
  dropIndex: dropIndexCommand,
};
