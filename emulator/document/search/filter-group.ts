/** Groups of filters on one path, or of alternatives, and the choice of the group that leads a search. */
import { isDatabaseCondition, matchesMissingField } from './condition.ts';
import type { CompiledFilter } from './filter.ts';
import { isSamePath } from './where.ts';

export type FilterGroup = readonly CompiledFilter[];

export function groupByPath(filters: readonly CompiledFilter[]): FilterGroup[] {
  const groups: CompiledFilter[][] = [];
  for (const filter of filters) {
    const group = groups.find(([first]) => first && isSamePath(first.path, filter.path));
    if (group) group.push(filter);
    else groups.push([filter]);
  }
  return groups;
}

/** The leading group: first by conditions that the database can test, then by selectivity, then by order in the request. */
export function leadingGroup(groups: readonly FilterGroup[]): FilterGroup {
  return groups.reduce((chosen, group) => (compareGroups(chosen, group) > 0 ? group : chosen));
}

function compareGroups(left: FilterGroup, right: FilterGroup): number {
  let order = 0;
  for (const one of left) for (const other of right) order += Math.sign(cost(one) - cost(other));
  if (order !== 0) return order;
  const lowest = (group: FilterGroup, member: 'selectivity' | 'order') =>
    Math.min(...group.map((filter) => filter[member]));
  return lowest(left, 'selectivity') - lowest(right, 'selectivity') || lowest(left, 'order') - lowest(right, 'order');
}

function cost({ condition }: CompiledFilter): number {
  if (isDatabaseCondition(condition)) return 0;
  return matchesMissingField(condition) ? 2 : 1;
}
