/** Which conditions CQL can answer of a column: by the key, or by an index. */
import { isOrderedByIndex } from '../../datasources/cql/check-indexes.ts';
import type { CqlType } from '../../datasources/cql/type.ts';
import type { Column, Index } from '../../datasources/source/source.ts';

/** Those of `ColumnFilter` in the universal graph, in the order in which inputs have them. */
const OPERATORS = ['eq', 'in', 'lt', 'lte', 'gt', 'gte', 'contains', 'containsKey', 'containsEntry'] as const;

export type Operator = (typeof OPERATORS)[number];

const RANGE = ['lt', 'lte', 'gt', 'gte'] as const;

/** @param indexes - on the column */
export function operatorsOf({ kind }: Column, type: CqlType, indexes: readonly Index[]): readonly Operator[] {
  if (kind === 'PARTITION_KEY') return ['eq', 'in'];
  if (kind === 'CLUSTERING_KEY') return ['eq', 'in', ...RANGE];
  const answered = new Set(indexes.flatMap((index) => indexOperators(type, index)));
  return OPERATORS.filter((operator) => answered.has(operator));
}

function indexOperators(type: CqlType, { kind, target }: Index): readonly Operator[] {
  const isCollection = type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
  if (isCollection && !type.isFrozen) {
    if (target === 'keys' && type.kind === 'map') return ['containsKey'];
    if (target === 'entries' && type.kind === 'map') return ['containsEntry'];
    return target === 'full' ? ['eq'] : ['contains'];
  }
  if (type.kind === 'vector') return [];
  return kind === 'CUSTOM' && isOrderedByIndex(type) ? ['eq', ...RANGE] : ['eq'];
}
