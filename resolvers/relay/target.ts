/** The existing object that the input of a mutation names, by its object id or by its parts. */
import { InputError } from '../../datasources/source/errors.ts';
import type { Context } from '../shared/context.ts';
import { fromIdOf, type GlobalId } from './id.ts';
import { isNamedById } from './named-by.ts';

/** The fields of an input that name an object of each kind, besides `databaseId`. */
const FIELDS = {
  Keyspace: ['keyspace'],
  Table: ['keyspace', 'table'],
  Namespace: ['namespace'],
  Collection: ['namespace', 'collection'],
  Document: ['namespace', 'collection', 'documentId'],
} as const;

type TargetKind = keyof typeof FIELDS;
type Target<K extends TargetKind> = Omit<Extract<GlobalId, { kind: K }>, 'kind'>;

export interface TargetInput {
  readonly databaseId?: string | null | undefined;
}

/**
 * Where an input has no field for an object id, its parts are required.
 *
 * @param idField - holds the object id
 * @throws InputError - unless exactly one of id and parts is complete
 */
export function targetOf<K extends TargetKind>(
  kind: K,
  input: TargetInput,
  context: Context,
  idField = 'id',
): Target<K> {
  const fields: readonly string[] = FIELDS[kind];
  // What an input has depends on its kind.
  const values = input as { readonly [field: string]: string };
  if (isNamedById(input, idField, fields)) {
    const id = values[idField] ?? '';
    const { kind: _, ...parts }: GlobalId = fromIdOf(kind, id);
    // The parts are those of an id of this kind.
    return { ...parts, databaseId: databaseOfId(parts.databaseId, id, input, context) } as unknown as Target<K>;
  }
  const parts = fields.map((field) => [field === 'namespace' ? 'keyspace' : field, values[field]]);
  // The parts are those of `FIELDS`, under the names that ids have for them.
  return { databaseId: context.source.databaseId(input.databaseId), ...Object.fromEntries(parts) } as Target<K>;
}

/** Canonical id of a database, which is the default one when neither field is given. */
export function databaseTarget(
  input: TargetInput & { readonly id?: string | null | undefined },
  { source }: Context,
): string {
  if (typeof input.id !== 'string') return source.databaseId(input.databaseId);
  isNamedById(input, 'id', ['databaseId']);
  return source.databaseId(fromIdOf('Database', input.id).databaseId);
}

/** Canonical id of the database that an object id names. @throws InputError - when `databaseId` is given and is another */
export function databaseOfId(
  found: string,
  id: string,
  { databaseId: given }: TargetInput,
  { source }: Context,
): string {
  const databaseId = source.databaseId(found);
  if (typeof given === 'string' && source.databaseId(given) !== databaseId) {
    throw new InputError(
      `The id "${id}" belongs to the database "${databaseId}", and "databaseId" is "${given}". Leave out "databaseId".`,
    );
  }
  return databaseId;
}
