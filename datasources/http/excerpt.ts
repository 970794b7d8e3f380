/** The beginning of a body, for the eyes of a client. */

const MAX_LENGTH = 100;
/** Hosts, addresses and tokens are not the client's to see. */
const HIDDEN =
  /\w+:\/\/[^\s"]+|\b(?:[\w-]+\.)+[a-z][\w-]*(?::\d+)?|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\bAstraCS:[^\s"]+|\beyJ[\w.-]+/gi;

/** Empty for what is no JSON: pages of proxies name hosts in many ways. */
export function excerpt(text: string): string {
  if (!/^\s*[[{"\dtfn-]/.test(text)) return '';
  // Cut before and after, so that it takes no time, and no half of a name is left.
  const shown = text.slice(0, 1000).replace(/\s+/g, ' ').replace(HIDDEN, '…').trim();
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown;
}
