/**
 * Runs tasks of one database one after another, in the order in which they came; those of different databases side by
 * side. A task that fails does not hold up the next.
 */
export function createSchemaOrder(): <T>(databaseId: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (databaseId, task) => {
    const turn = Promise.resolve(last.get(databaseId)).then(task);
    const settled = turn.catch(() => undefined);
    last.set(databaseId, settled);
    try {
      return await turn;
    } finally {
      if (last.get(databaseId) === settled) last.delete(databaseId);
    }
  };
}
