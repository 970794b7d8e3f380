/** A token may be pasted into any setting, and a problem quotes the value. */
const TOKEN = /AstraCS:[^\s"]+/g;

/** A wrong or incomplete configuration. Each problem is one sentence for the operator: setting, value and cure; never a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  /** The message has a line for each problem. */
  constructor(...problems: readonly string[]) {
    const clean = problems.map((problem) => problem.replace(TOKEN, 'AstraCS:…'));
    super(clean.join('\n'));
    this.problems = clean;
  }
}

/**
 * Runs every reader, so that all problems are reported at once, and each of them once.
 *
 * @throws ConfigError - with the problems of all readers
 */
export function collectErrors<T extends object>(readers: { readonly [K in keyof T]: () => T[K] }): T {
  const problems = new Set<string>();
  const values: Partial<T> = {};
  for (const name in readers) {
    try {
      values[name] = readers[name]();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.add(problem);
    }
  }
  if (problems.size > 0) throw new ConfigError(...problems);
  // Without a problem every member is set.
  return values as T;
}
