/** Counts what each side has, by reading as little of it as the side can. */
import type { Cargo } from './cargo.ts';
import { CopyStoppedError } from './patience.ts';
import type { Side } from './side.ts';

export interface Counts {
  readonly source: number;
  readonly target: number;
}

export async function countBoth<S, T>(from: Side, to: Side, cargo: Cargo<S, T>, signal: AbortSignal): Promise<Counts> {
  const [source, target] = await Promise.all([
    countOne(from, cargo, 'source', signal),
    countOne(to, cargo, 'target', signal),
  ]);
  return { source, target };
}

async function countOne<S, T>(
  side: Side,
  cargo: Cargo<S, T>,
  name: 'source' | 'target',
  signal: AbortSignal,
): Promise<number> {
  const all = await side.run(async (source) => cargo.countAll?.(source, name));
  if (all !== undefined) return all;
  let count = 0;
  let pageState: string | undefined;
  do {
    if (signal.aborted) throw new CopyStoppedError();
    const page = await side.run((source) => cargo.count(source, name, pageState));
    count += page.items.length;
    pageState = page.nextPageState;
  } while (pageState !== undefined);
  return count;
}
