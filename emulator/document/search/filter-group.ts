/** Filters that concern one path, or that are alternatives, and which of several such groups leads a search. */
import { isDatabaseCondition, matchesMissingField } from './condition.ts';
import type { CompiledFilter } from './filter.ts';
import { isSamePath } from './where.ts';

export type Group = readonly CompiledFilter[];

export function groupByPath(filters: readonly CompiledFilter[]): Group[] {
  const groups: CompiledFilter[][] = [];
  for (const filter of filters) {
    const group = groups.find(([first]) => first && isSamePath(first.path, filter.path));
    if (group) group.push(filter);
    else groups.push([filter]);
  }
  return groups;
}

/** Of groups of conditions the one to begin with: those the database can test, then the most selective, then the first written. */
export function best(groups: readonly Group[]): Group {
  return groups.reduce((chosen, group) => (compareGroups(chosen, group) > 0 ? group : chosen));
}

function compareGroups(left: Group, right: Group): number {
  let order = 0;
  for (const one of left) for (const other of right) order += Math.sign(cost(one) - cost(other));
  if (order !== 0) return order;
  const lowest = (group: Group, member: 'selectivity' | 'order') => Math.min(...group.map((filter) => filter[member]));
  return lowest(left, 'selectivity') - lowest(right, 'selectivity') || lowest(left, 'order') - lowest(right, 'order');
}

function cost({ condition }: CompiledFilter): number {
  if (isDatabaseCondition(condition)) return 0;
  return matchesMissingField(condition) ? 2 : 1;
}
