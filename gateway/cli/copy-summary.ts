/** What is said at the end of a copy. */
import type { ItemResult } from '../copy/copy.ts';
import { describeLoss, type Losses } from '../copy/losses.ts';

export interface Summary {
  readonly results: readonly ItemResult[];
  readonly losses: Losses;
  readonly notes: readonly string[];
  readonly reportPath: string;
}

/** So many definitions are listed. */
const MOST_LISTED = 50;

/** Lines, each ended. */
export function summarize({ results, losses, notes, reportPath }: Summary): string {
  const lines = [...results.map(describeItem), ...notes, ...lossLines(results, losses, reportPath)];
  return lines.map((line) => `${line}\n`).join('');
}

/** Whether the target holds everything, as far as counts tell. */
export function isComplete(results: readonly ItemResult[], losses: Losses): boolean {
  const isShort = results.some(({ counts }) => counts && counts.target < counts.source);
  return !isShort && losses.definitions.length === 0 && losses.itemCount === 0 && lostItems(results) === 0;
}

function describeItem({ item, state, counts }: ItemResult): string {
  const what = item.kind === 'table' ? 'rows' : 'documents';
  const lost = state.itemsLost > 0 ? `, ${number(state.itemsLost)} cannot be held` : '';
  if (!counts) return `${item.name}: ${number(state.itemsRead)} ${what}${lost}`;
  return `${item.name}: ${number(counts.source)} ${what} in the source${lost}, ${number(counts.target)} in the target: ${agreement(counts.target - (counts.source - state.itemsLost))}`;
}

function agreement(difference: number): string {
  if (difference === 0) return 'they agree';
  return difference > 0 ? `${number(difference)} more than were copied` : `${number(-difference)} are missing`;
}

function lossLines(results: readonly ItemResult[], losses: Losses, reportPath: string): string[] {
  const { definitions, first, itemCount } = losses;
  // Those of a part that was done before a break are in the report alone.
  const items = Math.max(itemCount, lostItems(results));
  const count = definitions.length + items;
  if (count === 0) return [];
  const listed = [...definitions.slice(0, MOST_LISTED), ...first];
  const more = count - listed.length;
  return [
    `The target cannot hold ${number(count)} of what the source has; ${reportPath} lists all:`,
    ...listed.map((loss) => `- ${describeLoss(loss)}`),
    ...(more > 0 ? [`- and ${number(more)} more`] : []),
  ];
}

function lostItems(results: readonly ItemResult[]): number {
  return results.reduce((sum, { state }) => sum + state.itemsLost, 0);
}

function number(count: number): string {
  return count.toLocaleString('en');
}
