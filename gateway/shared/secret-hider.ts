/** Replaces many secrets in texts, in one pass over each text. */

const HIDDEN = '[secret]';
/** Replacing shorter secrets would reveal them, and break other words. */
const MIN_LENGTH = 4;
const ELLIPSIS = '…';

/** Secrets with the same beginning, sorted. */
interface Group {
  readonly sorted: readonly string[];
  /** For each secret the index of its longest proper prefix in the group; -1 for none. */
  readonly shorter: readonly number[];
}

/**
 * Returns a function that replaces secrets, also in their JSON form, by a marker. Of several secrets at one position the longest
 * is replaced; a secret that an ellipsis truncates is replaced too.
 */
export function createSecretHider(secrets: readonly string[]): (text: string) => string {
  const beginnings = groupByBeginning(secrets);
  const groups = new Map<string, Group>();

  function lengthAt(text: string, at: number): number {
    const beginning = text.slice(at, at + MIN_LENGTH);
    const forms = beginnings.get(beginning);
    if (!forms) return 0;
    const group = groups.get(beginning) ?? toGroup(forms);
    groups.set(beginning, group);
    return Math.max(longestAt(group, text.slice(at)), cutLengthAt(group, text, at));
  }

  return (text) => {
    let hidden = '';
    let kept = 0;
    for (let at = 0; at + MIN_LENGTH <= text.length; ) {
      const length = lengthAt(text, at);
      if (length > 0) {
        hidden += text.slice(kept, at) + HIDDEN;
        kept = at + length;
      }
      at += length || 1;
    }
    return hidden + text.slice(kept);
  };
}

function groupByBeginning(secrets: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const secret of secrets) {
    for (const form of [secret, JSON.stringify(secret).slice(1, -1)]) {
      if (form.length < MIN_LENGTH) continue;
      const beginning = form.slice(0, MIN_LENGTH);
      const group = groups.get(beginning);
      if (group) group.add(form);
      else groups.set(beginning, new Set([form]));
    }
  }
  return groups;
}

function toGroup(forms: ReadonlySet<string>): Group {
  const sorted = [...forms].sort();
  const shorter: number[] = [];
  for (const [index, form] of sorted.entries()) {
    let other = index - 1;
    while (other >= 0 && !form.startsWith(sorted[other] ?? '')) other = shorter[other] ?? -1;
    shorter.push(other);
  }
  return { sorted, shorter };
}

/** The length of the longest secret that the text begins with; 0 for none. */
function longestAt({ sorted, shorter }: Group, text: string): number {
  let index = countUpTo(sorted, text) - 1;
  while (index >= 0 && !text.startsWith(sorted[index] ?? '')) index = shorter[index] ?? -1;
  return sorted[index]?.length ?? 0;
}

/** The length of the text before the next ellipsis if it is the beginning of a secret; else 0. */
function cutLengthAt({ sorted }: Group, text: string, at: number): number {
  const end = text.indexOf(ELLIPSIS, at);
  if (end < at + MIN_LENGTH) return 0;
  const cut = text.slice(at, end);
  return sorted[countUpTo(sorted, cut)]?.startsWith(cut) ? cut.length : 0;
}

/** How many of the sorted texts are less than or equal to this one. */
function countUpTo(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') <= text) from = middle + 1;
    else to = middle;
  }
  return from;
}
