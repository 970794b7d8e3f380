/** Commands sent to the database: its keyspaces, and the providers that it has none of. */
import { createKeyspace, dropKeyspace } from '../../cql/ddl/define-keyspace.ts';
import type { Json, JsonObject } from '../../shared/json.ts';
import {
  type CommandAnswer,
  type CommandCall,
  type GeneralCommand,
  okAnswer,
  statusAnswer,
} from '../command/command.ts';
import { CommandFailure, invalidField, invalidQuery, refused, warning } from '../command/errors.ts';
import { objectField, requiredTextField, textField } from '../command/fields.ts';
import { checkSchemaName } from '../command/schema-name.ts';

const STRATEGIES = ['SimpleStrategy', 'NetworkTopologyStrategy'];
const MODEL_STATUS = '(?i)^(SUPPORTED|DEPRECATED|END_OF_LIFE)?$';

const create: GeneralCommand = {
  fields: ['name'],
  options: ['replication'],
  check: (_, options) => checkReplication(objectField(options, 'replication')),
  run({ database, fields }) {
    const name = checkSchemaName('Keyspace', textField(fields, 'name'));
    createKeyspace(database, { name, replication: { strategy: 'simple', replicas: 1 } });
    return okAnswer();
  },
};

const drop: GeneralCommand = {
  fields: ['name'],
  options: [],
  check: (fields) => void requiredTextField(fields, 'name'),
  run({ database, fields }) {
    const name = requiredTextField(fields, 'name');
    if (!/^\w{1,48}$/.test(name))
      throw invalidQuery(
        `Keyspace name must not be more than 48 characters long, or contain non-alphanumeric-underscore characters (got '${name}')`,
      );
    dropKeyspace(database, name);
    return okAnswer();
  },
};

function list(member: string): GeneralCommand {
  return {
    fields: [],
    options: [],
    run: ({ database }) => statusAnswer({ [member]: database.catalog.keyspaces().map(({ name }) => name) }),
  };
}

export const GENERAL_COMMANDS: Readonly<Record<string, GeneralCommand>> = {
  createKeyspace: create,
  dropKeyspace: drop,
  findKeyspaces: list('keyspaces'),
  createNamespace: deprecated(create, 'createKeyspace'),
  dropNamespace: deprecated(drop, 'dropKeyspace'),
  findNamespaces: deprecated(list('namespaces'), 'findKeyspaces'),
  findEmbeddingProviders: providers(
    'VECTORIZE_FEATURE_NOT_AVAILABLE',
    'Vectorize feature is not available in the environment.',
  ),
  findRerankingProviders: providers(
    'RERANKING_FEATURE_NOT_ENABLED',
    'Reranking feature is not enabled for this database.',
  ),
};

/** The former name of a command: it works, and warns, whatever comes of it. */
function deprecated(command: GeneralCommand, successor: string): GeneralCommand {
  const warned = (call: CommandCall, status: JsonObject = new Map<string, Json>()) => {
    const text = `A deprecated command was used: ${call.name}. The new command to use is: ${successor}.`;
    return new Map<string, Json>([...status, ['warnings', [warning('DEPRECATED_COMMAND', text)]]]);
  };
  return {
    ...command,
    async run(call): Promise<CommandAnswer> {
      try {
        const answer = await command.run(call);
        return { ...answer, status: warned(call, answer.status) };
      } catch (error) {
        if (!(error instanceof CommandFailure)) throw error;
        throw new CommandFailure(error.errors, { status: warned(call, error.status) });
      }
    },
  };
}

function providers(errorCode: string, message: string): GeneralCommand {
  return {
    fields: [],
    options: ['filterModelStatus'],
    check(_, options) {
      const status = textField(options, 'filterModelStatus') ?? '';
      if (/^(SUPPORTED|DEPRECATED|END_OF_LIFE)?$/i.test(status)) return;
      throw new CommandFailure([
        invalidField('command.options.filterModelStatus', JSON.stringify(status), `must match "${MODEL_STATUS}"`),
      ]);
    },
    run() {
      throw refused('SCHEMA', errorCode, message);
    },
  };
}

/** One node has what there is to replicate to, so that the strategy is all that is looked at. */
function checkReplication(replication: JsonObject | undefined): void {
  if (!replication) return;
  const strategy = textField(replication, 'class');
  if (strategy !== undefined && STRATEGIES.includes(strategy)) return;
  const [value, problem] =
    strategy === undefined
      ? ['`null`', 'must not be null']
      : [JSON.stringify(strategy), `must match "${STRATEGIES.join('|')}"`];
  throw new CommandFailure([invalidField('command.options.replication.strategy', value, problem)]);
}
