/** Moves the rows of a table or the documents of a collection, or rehearses it. */
import type { Cargo } from './cargo.ts';
import { toChunks } from './chunks.ts';
import type { Loss } from './losses.ts';
import { CopyStoppedError } from './patience.ts';
import { pump } from './pump.ts';
import { putAll } from './put.ts';
import type { Side } from './side.ts';
import type { ItemState } from './state-file.ts';

export interface Move<S, T> {
  readonly from: Side;
  readonly to: Side;
  readonly cargo: Cargo<S, T>;
  readonly isDryRun: boolean;
  /** Kept up to date. */
  readonly state: ItemState;
  readonly signal: AbortSignal;
  /** Called for pages in their order, when the state holds them. */
  onWritten(itemsRead: number, losses: readonly Loss[]): void;
}

interface Written {
  readonly itemsWritten: number;
  readonly itemsLost: number;
  readonly losses: readonly Loss[];
}

export async function move<S, T>(options: Move<S, T>): Promise<void> {
  const { from, cargo, state, signal, onWritten } = options;
  await pump<S, Written>({
    pageState: state.pageState,
    read: (pageState) => from.run((source) => cargo.read(source, pageState)),
    write: (items) => write(options, items),
    written({ itemsRead, result, nextPageState }) {
      state.itemsRead += itemsRead;
      state.itemsWritten += result.itemsWritten;
      state.itemsLost += result.itemsLost;
      if (nextPageState === undefined) {
        state.isDone = true;
        delete state.pageState;
      } else state.pageState = nextPageState;
      onWritten(itemsRead, result.losses);
    },
    signal,
  });
}

/** One chunk after another: pages that are written beside it make up for it. */
async function write<S, T>({ to, cargo, isDryRun, signal }: Move<S, T>, items: readonly S[]): Promise<Written> {
  const losses: Loss[] = [];
  let itemsLost = 0;
  const origins = new Map<T, S>();
  for (const item of items) origins.set(cargo.toTarget(item), item);
  for (const chunk of toChunks([...origins.keys()])) {
    if (signal.aborted) throw new CopyStoppedError();
    const results = await putAll(to, chunk, isDryRun ? cargo.check : cargo.put);
    for (const [index, result] of results.entries()) {
      const origin = origins.get(chunk[index] as T) as S;
      if (result === true) losses.push(...cargo.unread(origin));
      else {
        itemsLost += 1;
        losses.push(cargo.toLoss(origin, result.message));
      }
    }
  }
  return { itemsWritten: items.length - itemsLost, itemsLost, losses };
}
