/** A URL as the prefix of others: without query, fragment and a slash at its end. */
export function toBase(url: URL): string {
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
