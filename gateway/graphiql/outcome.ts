/** How an operation ended, as far as upstream calls are concerned. */
import type { Receipt } from '../observability/receipt.ts';

export type Outcome =
  | { readonly kind: 'executed'; readonly receipt: Receipt }
  /** The gateway gives no receipts. */
  | { readonly kind: 'without-receipt' }
  /** By validation, a limit or a missing right, so that nothing was executed. */
  | { readonly kind: 'refused'; readonly reason: string | undefined }
  /** No answer came, or none that is GraphQL. */
  | { readonly kind: 'unanswered'; readonly reason: string };

/** A refusal has no `data` at all: the field is there, if only as `null`, as soon as an execution has begun. */
export function outcomeOf(answer: unknown, receipt: Receipt | undefined): Outcome {
  if (receipt) return { kind: 'executed', receipt };
  const { data, errors } = answer as { readonly data?: unknown; readonly errors?: readonly { message?: string }[] };
  return data === undefined ? { kind: 'refused', reason: errors?.[0]?.message } : { kind: 'without-receipt' };
}
