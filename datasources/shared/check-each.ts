/** `true`, or the error that the check throws for an item, in the order of the items. */
export function checkEach<T>(items: readonly T[], check: (item: T) => void): (true | Error)[] {
  return items.map((item) => {
    try {
      check(item);
      return true;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}
