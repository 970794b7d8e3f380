/** The described documents of a keyspace, beside its tables. */
import type { TypedTable, TypedTypes } from '../../resolvers/typed/model.ts';
import { TABLE_SUFFIXES, TYPE_SUFFIXES, typedName } from '../../resolvers/typed/names.ts';
import { type FittingDescriptions, fitDescriptions } from '../../resolvers/typed-documents/collections.ts';
import { fromJsonSchema } from '../../resolvers/typed-documents/json-schema.ts';
import type { DocumentDescriptions } from '../../resolvers/typed-documents/model.ts';
import { parseDescriptions } from '../../resolvers/typed-documents/parse.ts';
import type { Relations } from '../relations/relation.ts';
import { createDocumentSchema, type DocumentSchema } from '../typed-documents/documents.ts';
import type { KeyspaceDefinition } from './keyspace-definition.ts';
import { TYPED_SCALARS } from './scalars.ts';
import type { SharedTypes } from './tables.ts';

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
  return fitDescriptions(describe(definition, relations), definition, (name) => taken.has(name));
}

export function createDocuments(fitting: FittingDescriptions, { node, pageInfo }: SharedTypes): DocumentSchema {
  return createDocumentSchema(fitting, { scalars: TYPED_SCALARS, node, pageInfo });
}
