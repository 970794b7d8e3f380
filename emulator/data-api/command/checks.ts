/** What fields and options of a command must be, whatever collection or table it is for; errors name fields as the server does. */
import { type Json, printJson } from '../../shared/json.ts';
import { CommandFailure, invalidField, structureMismatch } from './errors.ts';
import { booleanField, integerField, kindOf, textField } from './fields.ts';
import type { Check } from './form.ts';

const MAX_DOCUMENTS = 100;
const MAX_VECTOR_LIMIT = 1000;

export function checkAll(...checks: readonly Check[]): Check {
  return (fields, options) => {
    for (const check of checks) check(fields, options);
  };
}

/** @param name - what the server calls the field @param nullable - whether null is a value like any other */
export function required(field: string, name: string, { nullable = false } = {}): Check {
  return (fields) => {
    if (nullable ? fields.has(field) : (fields.get(field) ?? null) !== null) return;
    throw new CommandFailure([invalidField(`command.${name}`, '`null`', 'must not be null')]);
  };
}

/** Options that are booleans. */
export function flags(...names: readonly string[]): Check {
  return (_, options) => {
    for (const name of names) booleanField(options, name);
  };
}

export const checkDocuments: Check = (fields) => {
  const documents = fields.get('documents') ?? null;
  if (documents === null) {
    const problems = ['must not be null', 'must not be empty'];
    throw new CommandFailure(problems.map((problem) => invalidField('command.documents', '`null`', problem)));
  }
  if (!Array.isArray(documents)) {
    throw structureMismatch(`Cannot deserialize value of type \`java.util.ArrayList\` from ${kindOf(documents)} value`);
  }
  if (documents.length === 0) throw invalidValue('command.documents', documents, 'must not be empty');
  if (documents.length <= MAX_DOCUMENTS) return;
  const problem = `amount of documents to insert is over the max limit (${documents.length} vs ${MAX_DOCUMENTS})`;
  throw invalidValue('command.documents', documents, problem);
};

export const checkFind: Check = (fields, options) => {
  const limit = integerField(options, 'limit');
  const skip = integerField(options, 'skip');
  textField(options, 'pageState');
  if (limit !== undefined && limit <= 0) {
    throw invalidValue('command.options.limit', options.get('limit') ?? null, 'limit should be greater than `0`');
  }
  if (skip === undefined && limit === undefined) return;
  if (skip !== undefined && skip < 0) {
    const problem = 'skip should be greater than or equal to `0`';
    throw invalidValue('command.options.skip', options.get('skip') ?? null, problem);
  }
  const sort = fields.get('sort') ?? null;
  const isVectorSort = sort instanceof Map && (sort.has('$vector') || sort.has('$vectorize'));
  if (skip !== undefined && (sort === null || isVectorSort)) {
    const problem = 'skip options should be used with sort clause';
    throw invalidValue('command.options.skip', options.get('skip') ?? null, problem);
  }
  if (isVectorSort && limit !== undefined && limit > MAX_VECTOR_LIMIT) {
    const problem = `limit options should not be greater than ${MAX_VECTOR_LIMIT} for vector search`;
    throw invalidValue('command.options.limit', options.get('limit') ?? null, problem);
  }
};

export const checkReplacement: Check = (fields, options) => {
  required('replacement', 'replacementDocument')(fields, options);
  const replacement = fields.get('replacement') ?? null;
  if (!(replacement instanceof Map))
    throw structureMismatch(`Cannot deserialize a document from ${kindOf(replacement)} value`);
};

export const checkReturnDocument: Check = (_, options) => {
  const wanted = textField(options, 'returnDocument');
  if (wanted === undefined || wanted === 'before' || wanted === 'after') return;
  throw new CommandFailure([
    invalidField(
      'command.options.returnDocument',
      JSON.stringify(wanted),
      "returnDocument value can only be 'before' or 'after'",
    ),
  ]);
};

const MAX_SHOWN = 200;

function invalidValue(field: string, value: Json, problem: string): CommandFailure {
  return new CommandFailure([invalidField(field, printJson(value).slice(0, MAX_SHOWN), problem)]);
}
