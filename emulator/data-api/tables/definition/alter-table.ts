/** alterTable: one operation a command, on columns that are named. */
import { addColumn, dropColumn } from '../../../cql/ddl/define-column.ts';
import type { CqlType } from '../../../cql/types/type.ts';
import { parseType } from '../../../cql/types/type.ts';
import type { Json, JsonObject } from '../../../shared/json.ts';
import { type CommandAnswer, okAnswer, type TableCall } from '../../command/command.ts';
import { type CommandFailure, failed, refused, structureMismatch } from '../../command/errors.ts';
import { checkKnown, kindOf } from '../../command/fields.ts';
import { isCreatableType, readTypes } from './column-type.ts';
import { changed } from './late.ts';
import { checkUserTypes } from './user-type-check.ts';

type Operation = (call: TableCall, columns: Json | undefined) => CommandAnswer;

const OPERATIONS: Readonly<Record<string, Operation>> = { add, drop, addVectorize, dropVectorize };

export function alterTable(call: TableCall): CommandAnswer {
  const [name, operation, body] = operationOf(call.fields);
  checkKnown(body, ['columns']);
  const columns = body.get('columns') ?? undefined;
  if (sizeOf(columns) > 0) return operation(call, columns);
  const message = `The operation ${name} names no columns.\n\nName at least one in \`columns\`.`;
  throw refused('SCHEMA', 'MISSING_ALTER_TABLE_OPERATIONS', message);
}

function operationOf(fields: JsonObject): [name: string, operation: Operation, body: JsonObject] {
  const sent = fields.get('operation') ?? null;
  if (sent === null) throw failed('', 'UNEXPECTED_SERVER_ERROR', 'The command alterTable needs its operation');
  const [first, second] = sent instanceof Map ? sent : [];
  if (!first || second) throw structureMismatch(`the operation must be an object with one member, not ${kindOf(sent)}`);
  const [name, body] = first;
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) {
    const message = `Tables cannot be altered by '${name}'.\n\nUse one of: ${Object.keys(OPERATIONS).join(', ')}.`;
    throw refused('', 'COMMAND_UNKNOWN', message);
  }
  if (!(body instanceof Map)) throw structureMismatch(`the operation ${name} must be an object, not ${kindOf(body)}`);
  return [name, operation, body];
}

function sizeOf(columns: Json | undefined): number {
  if (columns instanceof Map) return columns.size;
  if (Array.isArray(columns)) return columns.length;
  return columns === undefined ? 0 : 1;
}

function add({ database, keyspace, table }: TableCall, sent: Json | undefined): CommandAnswer {
  const columns = readTypes(asObject(sent));
  checkCreatable(columns);
  const known = columns.filter(([name]) => table.columns.some((column) => column.name === name));
  if (known.length > 0) throw columnFailure('CANNOT_ADD_EXISTING_COLUMNS', 'are there already', namesOf(known));
  checkUserTypes(keyspace, columns);
  const wasDropped = columns.some(([name]) => table.droppedColumns.some((column) => column.name === name));
  return changed(
    () => {
      try {
        for (const [name, type] of columns) {
          const place = { database, keyspace, table: database.catalog.table(keyspace.name, table.name) ?? table };
          addColumn(place, { name, type, isStatic: false });
        }
      } catch (error) {
        database.catalog.putTable(table);
        throw error;
      }
    },
    ...(wasDropped ? [{ scope: 'SCHEMA', errorCode: 'CANNOT_ADD_PREVIOUSLY_DROPPED_COLUMN' } as const] : []),
  );
}

function checkCreatable(columns: readonly (readonly [name: string, type: CqlType])[]): void {
  const bad = columns.filter(([, type]) => !isCreatableType(type));
  if (bad.length > 0)
    throw columnFailure('CANNOT_ADD_UNSUPPORTED_DATA_TYPE_COLUMNS', 'have types that cannot be made', namesOf(bad));
}

function drop({ database, keyspace, table }: TableCall, sent: Json | undefined): CommandAnswer {
  const names = asNames(sent);
  const kindOfColumn = (name: string) => table.columns.find((column) => column.name === name)?.kind;
  refuseSome('CANNOT_DROP_UNKNOWN_COLUMNS', 'are not there', names, (name) => !kindOfColumn(name));
  refuseSome('CANNOT_DROP_PRIMARY_KEY_COLUMNS', 'belong to the primary key', names, (name) =>
    ['partition', 'clustering'].includes(kindOfColumn(name) ?? ''),
  );
  refuseSome('CANNOT_DROP_INDEXED_COLUMNS', 'are indexed', names, (name) =>
    table.indexes.some(({ column }) => column === name),
  );
  return changed(() => {
    for (const name of new Set(names)) {
      dropColumn({ database, keyspace, table: database.catalog.table(keyspace.name, table.name) ?? table }, name);
    }
  });
}

/** Services that make vectors of texts are not offered, and silently left out. */
function addVectorize(call: TableCall, sent: Json | undefined): CommandAnswer {
  return checkVectors(call, [...asObject(sent).keys()], 'CANNOT_VECTORIZE');
}

function dropVectorize(call: TableCall, sent: Json | undefined): CommandAnswer {
  return checkVectors(call, asNames(sent), 'CANNOT_DROP_VECTORIZE_FROM');
}

function checkVectors({ table }: TableCall, names: readonly string[], code: string): CommandAnswer {
  const typeOf = (name: string) => table.columns.find((column) => column.name === name)?.type;
  refuseSome(`${code}_UNKNOWN_COLUMNS`, 'are not there', names, (name) => typeOf(name) === undefined);
  refuseSome(`${code}_NON_VECTOR_COLUMNS`, 'are no vectors', names, (name) => {
    return parseType(typeOf(name) ?? 'text').kind !== 'vector';
  });
  return okAnswer();
}

function refuseSome(
  code: string,
  problem: string,
  names: readonly string[],
  isRefused: (name: string) => boolean,
): void {
  const bad = names.filter(isRefused);
  if (bad.length > 0) throw columnFailure(code, problem, bad);
}

function columnFailure(code: string, problem: string, names: readonly string[]): CommandFailure {
  return refused('SCHEMA', code, `These columns ${problem}: ${names.join(', ')}.\n\nLeave them out of the command.`);
}

function namesOf(columns: readonly (readonly [name: string, type: CqlType])[]): string[] {
  return columns.map(([name]) => name);
}

function asObject(sent: Json | undefined): JsonObject {
  if (sent instanceof Map) return sent;
  throw structureMismatch(`columns must be an object, not ${kindOf(sent ?? null)}`);
}

function asNames(sent: Json | undefined): string[] {
  if (Array.isArray(sent) && sent.every((name) => typeof name === 'string')) return sent;
  throw structureMismatch(`columns must be a list of texts, not ${kindOf(sent ?? null)}`);
}
