/** The fields of rows and documents that read related ones. */
import type { GraphQLResolveInfo } from 'graphql';
import { readPathValue } from '../documents/document.ts';
import { readColumnValue } from '../rows/row.ts';
import type { Context } from '../shared/context.ts';
import type { DocumentModel, RowModel } from '../shared/models.ts';
import type { DocumentResolvers, RowResolvers } from '../shared/types.generated.ts';
import { findRelatedDocument, findRelatedRow, findRelatedRows, type Origin } from './related.ts';

type Relation = 'relatedRow' | 'relatedRows' | 'relatedDocument';

export const rowRelations: Required<Pick<RowResolvers, Relation>> = {
  relatedRow: (row, args, context, info) => findRelatedRow(fromRow(row, context, info), args, context, info),
  relatedRows: (row, args, context, info) => findRelatedRows(fromRow(row, context, info), args, context, info),
  relatedDocument: (row, args, context, info) =>
    findRelatedDocument(fromRow(row, context, info), args.idColumn, args, context, info),
};

export const documentRelations: Required<Pick<DocumentResolvers, Relation>> = {
  relatedRow: (document, args, context, info) =>
    findRelatedRow(fromDocument(document, context, info), args, context, info),
  relatedRows: (document, args, context, info) =>
    findRelatedRows(fromDocument(document, context, info), args, context, info),
  relatedDocument: (document, args, context, info) =>
    findRelatedDocument(fromDocument(document, context, info), args.idPath, args, context, info),
};

function fromRow(row: RowModel, context: Context, info: GraphQLResolveInfo): Origin {
  return { ref: row.table, read: (column) => readColumnValue(row, column, context, info) };
}

function fromDocument(document: DocumentModel, context: Context, info: GraphQLResolveInfo): Origin {
  return { ref: document.collection, read: (path) => readPathValue(document, path, context, info) };
}
