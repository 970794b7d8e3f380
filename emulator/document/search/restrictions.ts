/** Rejects search queries that Cassandra rejects. */
import { invalidArgument } from '../../cql/types/refusal.ts';
import { parentOf } from './filter.ts';
import type { FilterGroup } from './filter-group.ts';
import { listAfterWildcard } from './read.ts';
import { isListAfterWildcard } from './step-pattern.ts';

/** Rejects a comma list after a wildcard. */
export function checkLists(filters: FilterGroup): void {
  if (filters.some(({ path }) => isListAfterWildcard(parentOf(path)))) throw listAfterWildcard();
}

/** Rejects restrictions on one column that exclude each other. */
export function checkColumns(group: FilterGroup): void {
  const columns = { string: 'text_value', number: 'dbl_value', boolean: 'bool_value' } as const;
  for (const [type, column] of Object.entries(columns)) {
    const operators = group.flatMap(({ condition: { operator, operand } }) =>
      operator !== '$exists' && typeof operand === type ? [operator] : [],
    );
    if (operators.length > 1 && operators.includes('$eq')) {
      throw invalidArgument(`${column} cannot be restricted by more than one relation if it includes an Equal`);
    }
    for (const [bound, letter] of [
      ['start', 'g'],
      ['end', 'l'],
    ] as const) {
      if (operators.filter((operator) => operator[1] === letter).length < 2) continue;
      throw invalidArgument(`More than one restriction was found for the ${bound} bound on ${column}`);
    }
  }
}
