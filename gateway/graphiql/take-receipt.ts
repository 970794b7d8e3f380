/** Parts an answer from its receipt, which the gateway puts into `extensions.upstream`. */
import type { Receipt } from '../observability/receipt.ts';

export interface Taken {
  /** Without the receipt: what any client gets. */
  readonly answer: unknown;
  readonly receipt: Receipt | undefined;
}

export function takeReceipt(answer: unknown): Taken {
  if (!isObject(answer) || !isObject(answer.extensions)) return { answer, receipt: undefined };
  const { upstream, ...others } = answer.extensions;
  const { extensions: _, ...rest } = answer;
  const shown = Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
  return { answer: shown, receipt: isReceipt(upstream) ? upstream : undefined };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The gateway is of the same build as this page; that it was the gateway that answered is not certain. */
function isReceipt(value: unknown): value is Receipt {
  return isObject(value) && Array.isArray(value.calls) && isObject(value.saved) && Array.isArray(value.hints);
}
