/** Which paths an update may change. */
import { refused } from '../../command/errors.ts';
import { type FieldPath, parsePath } from '../shared/path.ts';
import { badModifier, badParameter, badPath } from './refusals.ts';

const ARITHMETIC = ['$inc', '$mul'];
const LISTS = ['$addToSet', '$push'];
const WHOLE = ['$set', '$setOnInsert', '$unset'];
const SPECIAL: Readonly<Record<string, string>> = { $vector: 'VECTOR', $vectorize: 'VECTORIZE', $lexical: 'LEXICAL' };

export function readPath(text: string): FieldPath {
  const path = parsePath(text);
  const problem = path.escapeProblem ?? path.emptyProblem;
  if (problem) throw badPath(`update path ('${text}') is not valid: ${problem}`);
  return path;
}

/** The identifier can be chosen for new documents alone, vectors and texts be set and unset alone. */
export function checkSpecial(operator: string, path: string): void {
  if (path === '_id' && operator !== '$setOnInsert') {
    const message = `The command used the update operator: ${operator}.\n_id field cannot be updated using update operators.`;
    throw refused('UPDATE', 'UNSUPPORTED_UPDATE_OPERATOR_FOR_DOC_ID', message);
  }
  if (ARITHMETIC.includes(operator) && path.startsWith('$'))
    throw badModifier(`${operator} does not support modifiers`);
  const name = Object.hasOwn(SPECIAL, path) ? SPECIAL[path] : undefined;
  if (!name || WHOLE.includes(operator)) {
    if (!LISTS.includes(operator) || !path.startsWith('$')) return;
    throw badParameter(`${operator} requires field names at main level, found modifier: ${path}`);
  }
  const message = `The command used the update operator: ${operator}.\nSupported operators for ${path} field are: ${WHOLE.join(', ')}.`;
  throw refused('UPDATE', `UNSUPPORTED_UPDATE_OPERATOR_FOR_${name}`, message);
}
