/** All commands by the path that they are sent to, and how one is found and run. */
import type { Keyspace, Table } from '../core/catalog.ts';
import type { Database } from '../core/service.ts';
import type { Json } from '../shared/json.ts';
import { COLLECTION_COMMANDS } from './collection-commands.ts';
import type { CollectionCommand, CommandAnswer, Level, TableCall } from './command/command.ts';
import { refused } from './command/errors.ts';
import { readFields } from './command/fields.ts';
import type { CommandForm } from './command/form.ts';
import { KEYSPACE_COMMANDS } from './keyspace-commands.ts';
import { GENERAL_COMMANDS } from './keyspaces/commands.ts';

export interface SentCommand {
  readonly level: Level;
  /** The keyspace, and the collection or table, as far as the level has them. */
  readonly names: readonly string[];
  readonly name: string;
  readonly body: Json;
  readonly database: Database;
  readonly pageSize: number;
}

/** The body is checked first, then the keyspace, then the collection or table, then whether it is of the right kind. */
export async function runCommand({ level, names, name, body, ...context }: SentCommand): Promise<CommandAnswer> {
  const [keyspaceName = '', tableName = ''] = names;
  const { database } = context;
  switch (level) {
    case 'General': {
      const command = commandOf(GENERAL_COMMANDS, level, name);
      return command.run({ name, ...context, ...prepared(name, body, command) });
    }
    case 'Keyspace': {
      const command = commandOf(KEYSPACE_COMMANDS, level, name);
      const form = prepared(name, body, command);
      return command.run({ name, ...context, ...form, keyspace: requireKeyspace(database, keyspaceName) });
    }
    case 'Collection': {
      const command = commandOf(COLLECTION_COMMANDS, level, name);
      const form = prepared(name, body, command);
      const keyspace = requireKeyspace(database, keyspaceName);
      return runOn(command, { name, ...context, ...form, keyspace, table: requireTable(keyspace, tableName) });
    }
  }
}

type Commands<C> = Readonly<Record<string, C>>;

function commandOf<C>(commands: Commands<C>, level: Level, name: string): C {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const known = Object.keys(commands).toSorted().join(', ');
  const message = `Command '${name}' is not a ${level} Command recognized by Data API.\n\nData API supports following ${level} Commands: [${known}].\n\nResend using one of the supported commands.`;
  throw refused('', 'COMMAND_UNKNOWN', message, 'Command is not recognized by Data API');
}

function prepared(name: string, body: Json, command: CommandForm) {
  const form = readFields(name, body, command);
  command.check?.(form.fields, form.options);
  return form;
}

function requireKeyspace({ catalog }: Database, name: string): Keyspace {
  const keyspace = catalog.keyspace(unquoted(name));
  if (keyspace) return keyspace;
  const message = `The command tried to use a Keyspace that does not exist in the Database.\n\nThe keyspace used by the command: ${name}.\n\nResend the command using a Keyspace that exists.`;
  throw refused('SCHEMA', 'UNKNOWN_KEYSPACE', message, 'Keyspace does not exist in the Database');
}

function requireTable({ name: keyspace, tables }: Keyspace, name: string): Table {
  const own = unquoted(name);
  const table = Object.hasOwn(tables, own) ? tables[own] : undefined;
  if (table) return table;
  const known = Object.keys(tables).toSorted().join(', ') || '[None]';
  const message = `The command tried to get a Collection or Table ${name} that does not exist in the Keyspace ${keyspace}.\n\nThe keyspace has the existing collections or tables: ${known}.\n\nResend the command using a Collection or Table that exists.`;
  throw refused('SCHEMA', 'UNKNOWN_COLLECTION_OR_TABLE', message, 'Collection or Table does not exist in the Keyspace');
}

/** Names in a path may stand in double quotes, as in CQL. */
function unquoted(name: string): string {
  return /^".+"$/.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name;
}

function runOn(command: CollectionCommand, call: TableCall): CommandAnswer | Promise<CommandAnswer> {
  const kind = call.table.dataCollection ? 'collection' : 'table';
  const run = kind === 'collection' ? command.runOnCollection : command.runOnTable;
  if (run) return run(call);
  const message = `The command ${call.name} is not supported by ${kind}s: ${call.keyspace.name}.${call.table.name} is one.`;
  throw refused('', `UNSUPPORTED_${kind.toUpperCase()}_COMMAND`, message, `Command is not supported by ${kind}s`);
}
