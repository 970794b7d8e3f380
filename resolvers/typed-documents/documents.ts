/** Fields of described documents, lists of them, and one by its id. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { valueAt } from '../../datasources/documents/pick.ts';
import { valueIn } from '../../datasources/documents/values.ts';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { InputError } from '../../datasources/source/errors.ts';
import type { CollectionRef, DocumentSelection, Json } from '../../datasources/source/source.ts';
import { findSelected, listFields, loadDocument } from '../documents/document-list.ts';
import { toPath } from '../projection/path.ts';
import { toId } from '../relay/id.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentModel } from '../shared/models.ts';
import type { DocumentNodeReader } from '../typed/nodes.ts';
import { readsOf } from '../typed/projection.ts';
import { toFilter } from './filter.ts';
import type { DescribedField, ObjectModel, TypedCollection } from './model.ts';
import { toOutput } from './values.ts';

type Arguments = { readonly [name: string]: unknown };

export interface DocumentListArguments {
  readonly where?: Arguments | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The field of a document at its path. */
export function documentFieldResolver(
  collection: TypedCollection,
  { path, type }: DescribedField,
): GraphQLFieldResolver<DocumentModel, Context> {
  return (parent, _args, context, info) =>
    chain(readData(parent, collection, context, info), (data) =>
      data === undefined ? null : toOutput(type, valueIn(data, path), path),
    );
}

/** The field of an object inside a document. */
export function objectFieldResolver({ path, type }: DescribedField): GraphQLFieldResolver<ObjectModel, Context> {
  return (parent) => toOutput(type, valueIn(parent.value as Json, path), [...parent.path, ...path]);
}

export const documentNodeId: GraphQLFieldResolver<DocumentModel, Context> = ({ collection, documentId }) =>
  toId({ kind: 'Document', ...refOf(collection), documentId });

/** `data(path:)`. */
export function dataResolver(
  collection: TypedCollection,
): GraphQLFieldResolver<DocumentModel, Context, { readonly path?: string | null }> {
  return (parent, { path }, context, info) => {
    const steps = toPath(path ?? '');
    return chain(readData(parent, collection, context, info), (data) =>
      data === undefined ? null : valueAt(data, steps),
    );
  };
}

/** `t_by_id`. */
export function documentByIdResolver(
  collection: TypedCollection,
): GraphQLFieldResolver<unknown, Context, { readonly documentId: string }> {
  return (_parent, { documentId }, context, info) =>
    loadDocument(collection.ref, documentId, context, selectionOf(info, collection));
}

/** `node` and `nodes`, for documents. @param collections - all of the graph */
export function documentNodeReader(collections: readonly TypedCollection[]): DocumentNodeReader {
  const byName = new Map(collections.map((each) => [each.collection, each]));
  return ({ collection, documentId }, context, info) => {
    const typed = byName.get(collection);
    if (!typed) return null;
    return loadDocument(typed.ref, documentId, context, selectionOf(info, typed));
  };
}

/** The list of a collection's documents. */
export function documentListResolver(
  collection: TypedCollection,
): GraphQLFieldResolver<unknown, Context, DocumentListArguments> {
  return (_parent, { where, first, after }, context, info) => {
    const filter = toListFilter(collection, where);
    const list = { ...(filter && { where: filter }), first: first ?? 20, after: after ?? null };
    return findSelected(collection.ref, list, context, selectionOf(info, collection));
  };
}

/** `where` of a list. @throws InputError - for null, which would widen the list to all documents */
export function toListFilter(collection: TypedCollection, where: DocumentListArguments['where']) {
  if (where === null) {
    throw new InputError('"where" is null. Give a condition, or leave "where" out for all documents.');
  }
  return where && toFilter(collection, where);
}

/** The paths that the operation reads; whole documents where one is the root. */
export function selectionOf(info: GraphQLResolveInfo, { name }: TypedCollection): DocumentSelection {
  const fields = listFields(readsOf(info, name));
  return fields ? { fields } : {};
}

/** A document that a mutation wrote is read when more than its id is selected; `undefined` when it is gone. */
export function readData(
  { documentId, document }: DocumentModel,
  collection: TypedCollection,
  context: Context,
  info: GraphQLResolveInfo,
): MaybePromise<Json | undefined> {
  if (document) return document.data;
  const read = loadDocument(collection.ref, documentId, context, selectionOf(info, collection));
  return chain(read, (found) => found?.document?.data);
}

function refOf({ databaseId, keyspace, collection }: CollectionRef): CollectionRef {
  return { databaseId, keyspace, collection };
}
