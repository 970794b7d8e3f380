/** Says that an answer depends on a header of the request. `Headers.append` of Yoga copies all headers, and Node then sets each by itself. */
export function addVary(headers: Headers, name: string): void {
  const known = headers.get('vary');
  headers.set('vary', known === null ? name : `${known}, ${name}`);
}
