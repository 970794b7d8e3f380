/** One condition of a WHERE clause, and the check whether its column allows it. */
import { invalidArgument } from '../types/refusal.ts';
import { cqlTypeText } from '../types/type.ts';
import type { SchemaColumn } from './schema.ts';

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';

export type Condition = { readonly column: SchemaColumn } & (
  | { readonly operator: Comparison | 'contains' | 'containsKey'; readonly value: Uint8Array | null }
  | { readonly operator: 'containsEntry'; readonly key: Uint8Array; readonly value: Uint8Array }
  | { readonly operator: 'in'; readonly values: readonly (Uint8Array | null)[] }
);

const SIGNS: Readonly<Record<Condition['operator'], string>> = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'IN',
  contains: 'CONTAINS',
  containsKey: 'CONTAINS KEY',
  containsEntry: '=',
};

function isKeyColumn({ kind }: SchemaColumn): boolean {
  return kind === 'partition' || kind === 'clustering';
}

/** Rejects an operator that the type or kind of the column rules out. */
export function checkCondition({ column, operator }: Condition): void {
  const { cqlType, name, multiCell } = column;
  if (operator === 'in' && !isKeyColumn(column)) {
    throw invalidArgument(`IN predicates on non-primary-key columns (${name}) is not yet supported`);
  }
  if (operator === 'containsEntry' && !multiCell) {
    throw invalidArgument(`Map-entry equality predicates on frozen map column ${name} are not supported`);
  }
  if (cqlType.kind === 'udt' && multiCell) {
    throw invalidArgument(
      `Non-frozen UDT column '${name}' (${cqlTypeText(cqlType)}) cannot be restricted by any relation`,
    );
  }
  if (multiCell && !operator.startsWith('contains')) {
    throw invalidArgument(
      `Collection column '${name}' (${cqlTypeText(cqlType)}) cannot be restricted by a '${SIGNS[operator]}' relation`,
    );
  }
  if (cqlType.kind === 'scalar' && cqlType.name === 'duration' && /^[lg]t/.test(operator)) {
    throw invalidArgument('Slice restrictions are not supported on duration columns');
  }
}
