/** The envelope of answers. */

import { type Call, json, type Reply } from '../../core/service.ts';
import type { Json } from '../../shared/json.ts';

/** Members in the order of the answer; `undefined` ones are left out. */
export interface Envelope {
  readonly documentId?: string;
  readonly documentIds?: readonly string[];
  readonly pageState?: string | undefined;
  readonly data?: Json;
}

/** The envelope, or with `raw=true` only its data. */
export function answerRead(call: Call, envelope: Envelope): Reply {
  if (call.query.flag('raw')) return json(200, envelope.data ?? null);
  return answerWrite(call, 200, envelope);
}

/** Ignores `raw`. */
export function answerWrite(
  call: Call,
  status: number,
  envelope: Envelope,
  headers: Record<string, string> = {},
): Reply {
  const profile = call.query.flag('profile') ? { description: 'root', queries: [], nested: [] } : undefined;
  return json(status, { ...envelope, profile }, headers);
}
