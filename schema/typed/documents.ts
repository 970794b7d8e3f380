/** The described documents of a keyspace, beside its tables. */
import type { TypedTable, TypedTypes } from '../../resolvers/typed/model.ts';
import { TABLE_SUFFIXES, TYPE_SUFFIXES, typedName } from '../../resolvers/typed/names.ts';
import { type FittingDescriptions, fitDescriptions } from '../../resolvers/typed-documents/collections.ts';
import { fromJsonSchema } from '../../resolvers/typed-documents/json-schema.ts';
import type {
  DescribedCollection,
  DescriptionProblem,
  DocumentDescriptions,
} from '../../resolvers/typed-documents/model.ts';
import { parseDescriptions } from '../../resolvers/typed-documents/parse.ts';
import type { Relations } from '../relations/relation.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';

/** By the relations that they were read with: a file has descriptions of all keyspaces. */
const parsed = new WeakMap<Relations, DocumentDescriptions>();

function describedIn(relations: Relations): DocumentDescriptions {
  const known = parsed.get(relations) ?? parseDescriptions(relations.documents);
  parsed.set(relations, known);
  return known;
}

/** What the operator says of the documents of a keyspace and, of collections that nothing is said of, their JSON schemas. */
function describe({ jsonSchemas, ...ref }: KeyspaceDefinition, relations: Relations): DocumentDescriptions {
  const documents = describedIn(relations);
  const own = documents.collections.filter(({ namespace }) => namespace === ref.keyspace);
  const known = new Set(own.map(({ collection }) => collection));
  const others = [...(jsonSchemas ?? [])].flatMap(([collection, schema]) =>
    known.has(collection) ? [] : (fromJsonSchema({ ...ref, collection }, schema) ?? []),
  );
  return {
    collections: [...own, ...others.flatMap(({ collections }) => collections)],
    types: new Map([...others.flatMap(({ types }) => [...types]), ...documents.types]),
  };
}

const MAX_NAMES = 50;

/** @param tables - and types of the keyspace, whose names are taken */
export function fitDocuments(
  definition: KeyspaceDefinition,
  relations: Relations,
  tables: readonly TypedTable[],
  { byName }: TypedTypes,
): FittingDescriptions {
  const taken = new Set([
    ...tables.flatMap(({ name }) => ['', ...Object.values(TABLE_SUFFIXES)].map((suffix) => name + suffix)),
    ...[...byName.keys()].flatMap((name) => Object.values(TYPE_SUFFIXES).map((suffix) => typedName(name) + suffix)),
  ]);
  const { collections, types } = describe(definition, relations);
  const problems = collections.flatMap((each) => missingCollection(each, definition) ?? []);
  const existing = collections.filter((each) => missingCollection(each, definition) === undefined);
  const fitting = fitDescriptions({ collections: existing, types }, definition, (name) => taken.has(name));
  return { ...fitting, problems: [...problems, ...fitting.problems] };
}

function missingCollection(
  { name, collection, place }: DescribedCollection,
  { keyspace, collections }: KeyspaceDefinition,
): DescriptionProblem | undefined {
  if (!collections || collections.includes(collection)) return undefined;
  const known = collections.slice(0, MAX_NAMES).join(', ') || 'none';
  return {
    ...place,
    message: `The type "${name}" describes documents of "${collection}", and the namespace "${keyspace}" has no such collection. Its collections are: ${known}.`,
  };
}
