/** The envelopes of answers. */

import { type Call, json, type Reply } from '../../core/service.ts';
import type { Json } from '../../shared/json.ts';

/** Members in the order in which they are sent; those that are `undefined` are left out. */
export interface Envelope {
  readonly documentId?: string;
  readonly documentIds?: readonly string[];
  readonly pageState?: string | undefined;
  readonly data?: Json;
}

/** What is in the envelope, or with `raw=true` its data alone. */
export function answerRead(call: Call, envelope: Envelope): Reply {
  if (call.query.flag('raw')) return json(200, envelope.data ?? null);
  return answerWrite(call, 200, envelope);
}

/** `raw` has no say here. */
export function answerWrite(
  call: Call,
  status: number,
  envelope: Envelope,
  headers: Record<string, string> = {},
): Reply {
  const profile = call.query.flag('profile') ? { description: 'root', queries: [], nested: [] } : undefined;
  return json(status, { ...envelope, profile }, headers);
}
