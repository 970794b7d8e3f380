/** Commands that make, list and delete collections. */
import type { KeyspaceCommand } from '../command/command.ts';

export const COLLECTION_SCHEMA_COMMANDS: Readonly<Record<string, KeyspaceCommand>> = {};
