/** The order in which Java's HashSet lists texts, which is how the real server lists paths. */
export function hashSetOrder(texts: readonly string[]): string[] {
  let buckets = 16;
  while (texts.length > buckets * 0.75) buckets *= 2;
  const bucketOf = (text: string) => (hashOf(text) ^ (hashOf(text) >>> 16)) & (buckets - 1);
  return texts.toSorted((one, other) => bucketOf(one) - bucketOf(other));
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
