/** One declared relation as an edge, or what does not fit, with the cure. */
import type { DescribedTable } from '../../resolvers/typed/describe.ts';
import type { EdgePart } from '../../resolvers/typed/edges.ts';
import { isTable, toDocumentEdge, toRowEdge } from '../../resolvers/typed-documents/edge-parts.ts';
import type { TypedCollection } from '../../resolvers/typed-documents/model.ts';
import type { Relation, RelationTarget } from '../relations/relation.ts';
import { findCollection, findTable, findTarget, nameOf, type TypedKeyspace } from './keyspaces.ts';

/** A table or a described collection. */
export type Place = DescribedTable | TypedCollection;

export interface Edge {
  readonly relation: Relation;
  readonly target: Place;
  /** Whether it leads to a connection. */
  readonly isList: boolean;
  readonly parts: readonly EdgePart[];
}

/** @param keyspaces - by name */
export function toEdge(
  relation: Relation,
  from: TypedKeyspace,
  keyspaces: ReadonlyMap<string, TypedKeyspace>,
): { readonly origin: Place; readonly edge: Edge } | string {
  const origin = findOrigin(from, relation.type);
  if (typeof origin === 'string') return origin;
  const taken = takenBy(origin, relation.field);
  if (taken !== undefined) return taken;
  const { target } = relation;
  const name = (target.kind === 'rows' ? target.keyspace : target.namespace) ?? nameOf(from);
  const there = keyspaces.get(name);
  if (!there) {
    const [what, argument] = target.kind === 'rows' ? ['keyspace', 'keyspace'] : ['namespace', 'namespace'];
    return `There is no ${what} "${name}", or it may not be seen. Correct "${argument}".`;
  }
  const edge =
    target.kind === 'rows' ? toRows(relation, origin, there, target) : toDocuments(relation, origin, there, target);
  return typeof edge === 'string' ? edge : { origin, edge };
}

/** @returns a problem when there is none */
export function findOrigin(from: TypedKeyspace, written: string): Place | string {
  const found = findTable(from, written) ?? findCollection(from, written);
  if (found) return found;
  if (from.documents.types.some(({ name }) => name === `${from.prefix}${written}`)) {
    return `"${written}" is an object inside documents. Declare the field on the type of the documents, with paths from their root.`;
  }
  return missing(from, written);
}

function takenBy(origin: Place, field: string): string | undefined {
  if (field.startsWith('__')) return 'No field may begin with two underscores. Give it another name.';
  const isTaken = isTable(origin)
    ? origin.byField.has(field)
    : origin.fields.some(({ name }) => name === field) || ['documentId', 'data'].includes(field);
  if (!isTaken && field !== 'nodeId') return undefined;
  return `The ${isTable(origin) ? 'table' : 'type'} has a field of this name already. Give it another name.`;
}

type Target<Kind> = Extract<RelationTarget, { kind: Kind }>;

function toRows(relation: Relation, origin: Place, there: TypedKeyspace, { key }: Target<'rows'>): Edge | string {
  const target = findTarget((name) => findTable(there, name), relation.targetType);
  if (!target) return missing(there, relation.targetType);
  const { found, isList } = target;
  const checked = toRowEdge(origin, { target: found, parts: key, isList });
  return 'problem' in checked ? checked.problem : { relation, target: found, isList, parts: checked.parts };
}

function toDocuments(
  relation: Relation,
  origin: Place,
  there: TypedKeyspace,
  { collection, by }: Target<'documents'>,
): Edge | string {
  const target = findTarget((name) => findCollection(there, name), relation.targetType);
  if (target?.found.collection !== collection) return undescribed(there, collection, relation.targetType);
  const { found, isList } = target;
  if (isList === 'id' in by) {
    const type = relation.targetType;
    return isList
      ? `"id" leads to one document, and the type of the field is the connection ${type}. Write the type of the document, or "where".`
      : `"where" leads to many documents, and the type of the field is ${type}. Write ${type}_connection, or "id".`;
  }
  const checked = toDocumentEdge(origin, found, by);
  return 'problem' in checked ? checked.problem : { relation, target: found, isList, parts: checked.parts };
}

function undescribed(there: TypedKeyspace, collection: string, written: string): string {
  const known = there.documents.collections.filter((each) => each.collection === collection);
  const names = known.map(({ name }) => name.slice(there.prefix.length));
  if (names.length > 0) {
    return `The documents of "${collection}" have the type ${names.join(' or ')}, and not "${written}". Write it, or its connection.`;
  }
  return `Nothing describes the documents of "${nameOf(there)}.${collection}". Add type ${written.replace(/_connection$/, '')} @collection(name: "${collection}"), or correct "collection" and "namespace".`;
}

function missing(keyspace: TypedKeyspace, written: string): string {
  const names = keyspace.tables.slice(0, 50).map(({ table }) => table.table);
  return `The keyspace "${nameOf(keyspace)}" has no table "${written}". Name one of its tables: ${names.join(', ') || 'it has none'}.`;
}
