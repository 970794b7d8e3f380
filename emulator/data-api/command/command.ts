/** What a command of the Data API is: the fields that it knows, and what it does. */
import type { Keyspace, Table } from '../../core/catalog.ts';
import type { Database } from '../../core/service.ts';
import { type Json, JsonNumber, type JsonObject } from '../../shared/json.ts';
import type { CommandError } from './errors.ts';
import type { CommandForm } from './form.ts';

/** The path that a command is sent to: the database, a keyspace, a collection or table. */
export type Level = 'General' | 'Keyspace' | 'Collection';

/** A command whose fields are known ones. */
export interface CommandCall {
  readonly name: string;
  readonly database: Database;
  /** How many documents or rows an answer holds at most. */
  readonly pageSize: number;
  /** Fields in the order in which they were sent; a field that is `null` is there. */
  readonly fields: JsonObject;
  /** Empty where the command takes none. */
  readonly options: JsonObject;
}

export interface KeyspaceCall extends CommandCall {
  readonly keyspace: Keyspace;
}

export interface TableCall extends KeyspaceCall {
  /** That of a table, or of a collection. */
  readonly table: Table;
}

/** Members in the order in which they are printed; what is absent is left out. */
export interface CommandAnswer {
  readonly data?: JsonObject;
  readonly status?: JsonObject;
  readonly errors?: readonly CommandError[];
}

export interface GeneralCommand extends CommandForm {
  run(call: CommandCall): CommandAnswer | Promise<CommandAnswer>;
}

export interface KeyspaceCommand extends CommandForm {
  run(call: KeyspaceCall): CommandAnswer | Promise<CommandAnswer>;
}

export type RunOnTable = (call: TableCall) => CommandAnswer | Promise<CommandAnswer>;

/** Of the two kinds a command may know one alone. */
export interface CollectionCommand extends CommandForm {
  readonly runOnCollection?: RunOnTable;
  readonly runOnTable?: RunOnTable;
}

/** `{"status": {…}}` */
export function statusAnswer(members: Readonly<Record<string, Json>>): CommandAnswer {
  return { status: new Map(Object.entries(members)) };
}

/** What a change of the schema answers. */
export function okAnswer(): CommandAnswer {
  return statusAnswer({ ok: new JsonNumber('1') });
}
