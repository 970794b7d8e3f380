/** Conditions on one value, as a search in a document has them: `not` turns the result round. */
import type { DocumentFilter, Json } from '../../source/source.ts';
import { isExtended } from './document-body.ts';

type Condition = Extract<DocumentFilter, { readonly operator: string }>;

/** @param value - what stands at the one path of all conditions; `undefined` for nothing */
export function meets(filter: DocumentFilter, value: Json | undefined): boolean {
  if ('and' in filter) return filter.and.every((each) => meets(each, value));
  if ('or' in filter) return filter.or.some((each) => meets(each, value));
  if ('not' in filter) return !meets(filter.not, value);
  return holds(filter, isLeaf(value) ? value : undefined);
}

/** Conditions see what holds nothing further. */
function isLeaf(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.keys(value).length === 0 || isExtended(value);
}

function holds(condition: Condition, leaf: Json | undefined): boolean {
  const { operator, value } = condition;
  switch (operator) {
    case 'exists':
      return (leaf !== undefined) === value;
    case 'in':
      return leaf !== undefined && value.some((each) => each === leaf);
    case 'nin':
      return !value.some((each) => each === leaf);
    case 'ne':
      return leaf !== value;
    default:
      return typeof leaf === typeof value && compares(operator, leaf as string, value as string);
  }
}

/** Texts by UTF-16 code units, `false` before `true`. */
function compares(operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte', leaf: string, value: string): boolean {
  if (operator === 'eq') return leaf === value;
  if (operator === 'lt') return leaf < value;
  if (operator === 'lte') return leaf <= value;
  return operator === 'gt' ? leaf > value : leaf >= value;
}
