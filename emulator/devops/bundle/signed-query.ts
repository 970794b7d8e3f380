/** Signed URL queries that replace a token for a limited time, like those of an object store. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Created for each process: a restart invalidates all signatures. */
const KEY = randomBytes(32);

export type Verdict = 'valid' | 'expired' | 'forged';

/** @returns the query of a URL that is valid for `validSeconds` from now */
export function sign(resource: string, validSeconds: number, nowMs: number): string {
  const date = new Date(nowMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const query = `X-Amz-Date=${date}&X-Amz-Expires=${validSeconds}`;
  return `${query}&X-Amz-Signature=${signature(resource, query).toString('hex')}`;
}

export function verify(resource: string, query: URLSearchParams, nowMs: number): Verdict {
  const date = query.get('X-Amz-Date') ?? '';
  const validSeconds = query.get('X-Amz-Expires') ?? '';
  const expected = signature(resource, `X-Amz-Date=${date}&X-Amz-Expires=${validSeconds}`);
  const given = Buffer.from(query.get('X-Amz-Signature') ?? '', 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  const signedAtMs = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  return nowMs < signedAtMs + Number(validSeconds) * 1000 ? 'valid' : 'expired';
}

function signature(resource: string, query: string): Buffer {
  return createHmac('sha256', KEY).update(`${resource}?${query}`).digest();
}
