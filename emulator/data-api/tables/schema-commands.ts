/** Commands that make, list and change tables, types and indexes. */
import type { KeyspaceCommand } from '../command/command.ts';

export const TABLE_SCHEMA_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {};
