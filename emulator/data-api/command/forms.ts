/** The fields and options that commands on collections and tables know. */
import type { JsonObject } from '../../json.ts';
import { CommandFailure, invalidField } from './errors.ts';

export interface CommandForm {
  readonly fields: readonly string[];
  /** Known options; `[]`: the field is known, and must be empty; absent: the field is not known. */
  readonly options?: readonly string[];
  /** What must be right before the keyspace or the table is looked for. @throws CommandFailure - naming fields as the server does */
  check?(fields: JsonObject, options: JsonObject): void;
}

const FIND_OPTIONS = ['includeSimilarity', 'includeSortVector'];

/** Of a command on a collection or table; which of the two knows it is told by who runs it. */
export const COLLECTION_FORMS: Readonly<Record<string, CommandForm>> = {
  insertOne: { fields: ['document'], options: [], check: requiring({ document: 'document' }) },
  insertMany: { fields: ['documents'], options: ['ordered', 'returnDocumentResponses'] },
  find: { fields: ['filter', 'projection', 'sort'], options: [...FIND_OPTIONS, 'limit', 'pageState', 'skip'] },
  findOne: { fields: ['filter', 'projection', 'sort'], options: FIND_OPTIONS },
  updateOne: {
    fields: ['filter', 'sort', 'update'],
    options: ['upsert'],
    check: requiring({ update: 'updateClause' }),
  },
  updateMany: {
    fields: ['filter', 'update'],
    options: ['upsert', 'pageState'],
    check: requiring({ update: 'updateClause' }),
  },
  deleteOne: { fields: ['filter', 'sort'], options: [], check: requiring({ filter: 'filterDefinition' }) },
  deleteMany: { fields: ['filter'], options: [] },
  findOneAndUpdate: {
    fields: ['filter', 'projection', 'sort', 'update'],
    options: ['returnDocument', 'upsert'],
    check: requiring({ update: 'updateClause' }),
  },
  findOneAndReplace: {
    fields: ['filter', 'projection', 'replacement', 'sort'],
    options: ['returnDocument', 'upsert'],
    check: requiring({ replacement: 'replacementDocument' }),
  },
  findOneAndDelete: { fields: ['filter', 'projection', 'sort'] },
  countDocuments: { fields: ['filter'], options: [] },
  estimatedDocumentCount: { fields: [], options: [] },
  findAndRerank: {
    fields: ['filter', 'projection', 'sort'],
    options: [...FIND_OPTIONS, 'includeScores', 'hybridLimits', 'limit', 'rerankOn', 'rerankQuery', 'rerank'],
  },
  alterTable: { fields: ['operation'] },
  createIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  createVectorIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  createTextIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  listIndexes: { fields: [], options: ['explain'] },
};

/** @param names - of fields that must be there, with what the server calls them */
function requiring(names: Readonly<Record<string, string>>) {
  return (fields: JsonObject) => {
    const errors = Object.entries(names).flatMap(([field, name]) =>
      fields.has(field) ? [] : [invalidField(`command.${name}`, '`null`', 'must not be null')],
    );
    if (errors.length > 0) throw new CommandFailure(errors);
  };
}
