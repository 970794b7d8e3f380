/** Commands sent to a keyspace: its collections, tables, types and indexes. */
import { COLLECTION_SCHEMA_COMMANDS } from './collections/schema-commands.ts';
import type { KeyspaceCommand } from './command/command.ts';
import { TABLE_SCHEMA_COMMANDS } from './tables/schema-commands.ts';

export const KEYSPACE_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {
  ...COLLECTION_SCHEMA_COMMANDS,
  ...TABLE_SCHEMA_COMMANDS,
};
