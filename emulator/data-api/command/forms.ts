/** The fields and options that commands on collections and tables know. */
import {
  checkAll,
  checkDocuments,
  checkFind,
  checkReplacement,
  checkReturnDocument,
  flags,
  required,
} from './checks.ts';
import type { CommandForm } from './form.ts';

const PAGE_STATE_ALIAS = { pagingState: 'pageState' };

const SIMILARITY_OPTIONS = ['includeSimilarity', 'includeSortVector'];
const FIND_OPTIONS = [...SIMILARITY_OPTIONS, 'limit', 'pageState', 'skip'];
const UPDATE = required('update', 'updateClause');
const UPSERT = flags('upsert');

/** Of a command on a collection or table; `runOnCollection` and `runOnTable` say which of the two knows it. */
export const COLLECTION_FORMS: Readonly<Record<string, CommandForm>> = {
  insertOne: { fields: ['document'], options: [], check: required('document', 'document', { nullable: true }) },
  insertMany: {
    fields: ['documents'],
    options: ['ordered', 'returnDocumentResponses'],
    check: checkAll(flags('ordered', 'returnDocumentResponses'), checkDocuments),
  },
  find: {
    fields: ['filter', 'projection', 'sort'],
    options: FIND_OPTIONS,
    aliases: PAGE_STATE_ALIAS,
    check: checkAll(flags(...SIMILARITY_OPTIONS), checkFind),
  },
  findOne: {
    fields: ['filter', 'projection', 'sort'],
    options: SIMILARITY_OPTIONS,
    check: flags(...SIMILARITY_OPTIONS),
  },
  updateOne: { fields: ['filter', 'sort', 'update'], options: ['upsert'], check: checkAll(UPSERT, UPDATE) },
  updateMany: {
    fields: ['filter', 'update'],
    options: ['pageState', 'upsert'],
    aliases: PAGE_STATE_ALIAS,
    check: checkAll(UPSERT, UPDATE),
  },
  deleteOne: { fields: ['filter', 'sort'], options: [], check: required('filter', 'filterDefinition') },
  deleteMany: { fields: ['filter'], options: [] },
  findOneAndUpdate: {
    fields: ['filter', 'projection', 'sort', 'update'],
    options: ['returnDocument', 'upsert'],
    check: checkAll(UPSERT, UPDATE, checkReturnDocument),
  },
  findOneAndReplace: {
    fields: ['filter', 'projection', 'replacement', 'sort'],
    options: ['returnDocument', 'upsert'],
    check: checkAll(UPSERT, checkReplacement, checkReturnDocument),
  },
  findOneAndDelete: { fields: ['filter', 'projection', 'sort'] },
  countDocuments: { fields: ['filter'], options: [] },
  estimatedDocumentCount: { fields: [], options: [] },
  findAndRerank: {
    fields: ['filter', 'projection', 'sort'],
    options: ['hybridLimits', 'includeScores', 'includeSortVector', 'limit', 'rerank', 'rerankOn', 'rerankQuery'],
  },
  alterTable: { fields: ['operation'], options: [] },
  createIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  createVectorIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  createTextIndex: { fields: ['definition', 'indexType', 'name'], options: ['ifNotExists'] },
  listIndexes: { fields: [], options: ['explain'] },
};
