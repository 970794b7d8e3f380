import type { Keyspace } from '../../../core/catalog.ts';
import { type CommandAnswer, type KeyspaceCall, type KeyspaceCommand, okAnswer } from '../../command/command.ts';
import { refused } from '../../command/errors.ts';
import { booleanField, requiredTextField } from '../../command/fields.ts';
import { late } from './late.ts';

/** The command that drops a table, a type or an index by its name, and refuses a name that the keyspace does not have. */
export function dropCommand(
  kind: 'table' | 'type' | 'index',
  has: (keyspace: Keyspace, name: string) => boolean,
  drop: (call: KeyspaceCall, name: string) => CommandAnswer,
): KeyspaceCommand {
  return {
    fields: ['name'],
    options: ['ifExists'],
    check(fields, options) {
      booleanField(options, 'ifExists');
      requiredTextField(fields, 'name');
    },
    run(call) {
      const name = requiredTextField(call.fields, 'name');
      if (has(call.keyspace, name)) return drop(call, name);
      if (booleanField(call.options, 'ifExists')) return okAnswer();
      const message = `The keyspace ${call.keyspace.name} has no ${kind} ${name} to drop.\n\nName one that it has, or set the option ifExists.`;
      throw late(refused('SCHEMA', `CANNOT_DROP_UNKNOWN_${kind.toUpperCase()}`, message));
    },
  };
}
