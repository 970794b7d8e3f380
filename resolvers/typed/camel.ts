/** Names in the case that clients of JavaScript expect. Where two would meet, both stay as they are. */

/** `exact`: as in CQL. */
export type NameStyle = 'exact' | 'camel';

export interface CasedNames {
  /** The new name of each; no two are equal. */
  readonly names: ReadonlyMap<string, string>;
  /** Those that stay as they are, because their new name would be that of another. */
  readonly clashes: readonly string[];
}

/** `videos_by_user` as `videosByUser`. Underscores before the first letter and after the last one stay. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])_+([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** `videos_by_user` as `VideosByUser`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}

/**
 * @param names - no two are equal
 * @param taken - names that none may become; those of `names` that are among them stay
 */
export function toCase(
  names: readonly string[],
  change: (name: string) => string,
  taken: ReadonlySet<string>,
): CasedNames {
  const result = new Map(names.map((name) => [name, taken.has(name) ? name : change(name)]));
  const users = new Map<string, string[]>();
  for (const [name, cased] of result) use(cased, name);
  const clashes = new Set<string>();
  const pending = [...users.keys()];
  // A name that stays as it is may be what another has become, which then stays as well.
  for (let cased = pending.pop(); cased !== undefined; cased = pending.pop()) {
    const meeting = users.get(cased) ?? [];
    if (meeting.length < 2 && !(taken.has(cased) && meeting[0] !== cased)) continue;
    users.set(
      cased,
      meeting.filter((name) => name === cased),
    );
    for (const name of meeting) {
      clashes.add(name);
      if (name === cased) continue;
      result.set(name, name);
      use(name, name);
      pending.push(name);
    }
  }
  return { names: result, clashes: names.filter((name) => clashes.has(name)) };

  function use(cased: string, name: string): void {
    const known = users.get(cased);
    if (known) known.push(name);
    else users.set(cased, [name]);
  }
}
