/** Turns of several owners: under one name one after another, in the order in which they ask. */
export interface Turns {
  /** Resolves when it is the owner's turn, which lasts until it passes or leaves. */
  take(name: string, owner: object): Promise<void>;
  pass(name: string, owner: object): void;
  /** Ends all that the owner has or waits for. */
  leave(owner: object): void;
}

interface Turn {
  readonly owner: object;
  readonly begin: () => void;
}

export function createTurns(): Turns {
  /** The first of each has its turn. */
  const queues = new Map<string, Turn[]>();

  function keep(name: string, queue: Turn[], left: Turn[]): void {
    if (left.length > 0) queues.set(name, left);
    else queues.delete(name);
    if (left[0] !== queue[0]) left[0]?.begin();
  }

  return {
    take(name, owner) {
      return new Promise((begin) => {
        const queue = queues.get(name) ?? [];
        keep(name, queue.slice(0, 1), [...queue, { owner, begin }]);
      });
    },
    pass(name, owner) {
      const queue = queues.get(name) ?? [];
      if (queue[0]?.owner === owner) keep(name, queue, queue.slice(1));
    },
    leave(owner) {
      for (const [name, queue] of [...queues]) {
        keep(
          name,
          queue,
          queue.filter((turn) => turn.owner !== owner),
        );
      }
    },
  };
}
