/** What the target cannot hold, and why. */
export interface Loss {
  readonly kind:
    | 'keyspace'
    | 'type'
    | 'table'
    | 'column'
    | 'option'
    | 'index'
    | 'row'
    | 'collection'
    | 'document'
    | 'value';
  /** Such as `shop.orders`. */
  readonly in: string;
  /** Name, key or id of what is lost. */
  readonly name: string;
  readonly reason: string;
}

export interface Losses {
  /** Of definitions; said again, it is counted once. */
  readonly definitions: readonly Loss[];
  /** The first rows, documents and values. */
  readonly first: readonly Loss[];
  /** How many rows, documents and values. */
  readonly itemCount: number;
  addDefinition(loss: Loss): void;
  addItems(losses: readonly Loss[]): void;
}

/** So many rows and documents are kept for the terminal. */
const MOST_KEPT = 20;

/** @param write - gets the rows and documents, all of them */
export function createLosses(write: (losses: readonly Loss[]) => void): Losses {
  const definitions = new Map<string, Loss>();
  const first: Loss[] = [];
  let itemCount = 0;
  return {
    get definitions() {
      return [...definitions.values()];
    },
    first,
    get itemCount() {
      return itemCount;
    },
    addDefinition: (loss) => void definitions.set(JSON.stringify([loss.kind, loss.in, loss.name]), loss),
    addItems(losses) {
      itemCount += losses.length;
      first.push(...losses.slice(0, Math.max(0, MOST_KEPT - first.length)));
      write(losses);
    },
  };
}

/** One line. */
export function describeLoss({ kind, in: place, name, reason }: Loss): string {
  return `${kind} ${name}${place === '' ? '' : ` of ${place}`}: ${reason}`;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
