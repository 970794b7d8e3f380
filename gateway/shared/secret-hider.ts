/** Takes many secrets out of texts: one pass over each text, however many secrets there are. */

const HIDDEN = '[secret]';
/** To take out shorter ones would tell more than it hides, and tear other words apart. */
const MIN_LENGTH = 4;
const ELLIPSIS = '…';

/** Secrets that begin alike, in the order of their text. */
interface Group {
  readonly sorted: readonly string[];
  /** For each the place of the longest one that it begins with; -1 for none. */
  readonly shorter: readonly number[];
}

/**
 * A function that replaces secrets, as they are and as JSON spells them, by a word. Of those that begin at one place the
 * longest counts; one that an ellipsis cuts is replaced too.
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

/** How long the longest secret is with which a text begins; 0 for none. */
function longestAt({ sorted, shorter }: Group, text: string): number {
  let index = countUpTo(sorted, text) - 1;
  while (index >= 0 && !text.startsWith(sorted[index] ?? '')) index = shorter[index] ?? -1;
  return sorted[index]?.length ?? 0;
}

/** How long the text up to the next ellipsis is, where it is the beginning of a secret; else 0. */
function cutLengthAt({ sorted }: Group, text: string, at: number): number {
  const end = text.indexOf(ELLIPSIS, at);
  if (end < at + MIN_LENGTH) return 0;
  const cut = text.slice(at, end);
  return sorted[countUpTo(sorted, cut)]?.startsWith(cut) ? cut.length : 0;
}

/** How many of the sorted texts are not behind this one. */
function countUpTo(sorted: readonly string[], text: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') <= text) from = middle + 1;
    else to = middle;
  }
  return from;
}
