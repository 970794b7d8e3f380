/** Edges from described documents, and to them. */
import type { GraphQLFieldResolver } from 'graphql';
import { valueIn } from '../../datasources/documents/values.ts';
import { chain } from '../../datasources/shared/maybe-promise.ts';
import { findSelected, loadDocument } from '../documents/document-list.ts';
import { toPath } from '../projection/path.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentModel } from '../shared/models.ts';
import type { EdgeValues, ReadPart } from '../typed/edges.ts';
import { type DocumentListArguments, readData, selectionOf, toListFilter } from './documents.ts';
import { DOCUMENT_ID } from './edge-parts.ts';
import type { TypedCollection } from './model.ts';

/** Reads the value at a path of documents that have an edge. */
export function pathReader(collection: TypedCollection, from: string): ReadPart<DocumentModel> {
  const path = toPath(from);
  return (parent, context, info) =>
    chain(readData(parent, collection, context, info), (data) =>
      data === undefined ? null : (valueIn(data, path) ?? null),
    );
}

/** `null` when there is no id, or no such document. */
export function relatedDocumentResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedCollection,
): GraphQLFieldResolver<Parent, Context> {
  return (parent, _args, context, info) =>
    chain(
      valuesOf(parent, context, info),
      (values) => values && loadDocument(target.ref, String(values[DOCUMENT_ID]), context, selectionOf(info, target)),
    );
}

/** The documents that have the values at the paths; `null` when one of the values is null. */
export function relatedDocumentsResolver<Parent>(
  valuesOf: EdgeValues<Parent>,
  target: TypedCollection,
): GraphQLFieldResolver<Parent, Context, DocumentListArguments> {
  return (parent, { where, first, after }, context, info) => {
    const given = toListFilter(target, where);
    return chain(valuesOf(parent, context, info), (values) => {
      if (values === null) return null;
      const conditions = Object.entries(values).map(([path, value]) => ({ path, eq: value }));
      const list = {
        where: { and: [...conditions, ...(given ? [given] : [])] },
        first: first ?? 20,
        after: after ?? null,
      };
      return findSelected(target.ref, list, context, selectionOf(info, target));
    });
  };
}
