/** Separates an answer from its receipt in `extensions.upstream`. */
import type { Receipt } from '../observability/receipt.ts';

export interface Taken {
  /** Without the receipt. */
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

/** The gateway has the same build as this page, but a proxy may have answered instead. */
function isReceipt(value: unknown): value is Receipt {
  return isObject(value) && Array.isArray(value.calls) && isObject(value.saved) && Array.isArray(value.hints);
}
