/** What the gateway tells an operation's upstream calls by, in `extensions.upstream` of its answer. */

export interface ReceiptCall {
  /** `devops`, `rest`, `document` or `auth`. */
  readonly api: string;
  readonly method: string;
  /** The template, without the names and keys of the call. */
  readonly route: string;
  /** Absent when there was no answer. */
  readonly status?: number;
  /** Since the operation began. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly bytes: number;
  /** How many keys it carried, where it was a batch. */
  readonly keys?: number;
}

export interface Receipt {
  readonly calls: readonly ReceiptCall[];
  /** How often an answer was in the operation's memory already, by what was asked for. */
  readonly saved: Readonly<Record<string, number>>;
  /** What would make the operation cheaper. */
  readonly hints: readonly string[];
}

/** Takes the receipt out of an answer, so that what is shown is what any client gets. */
export function takeReceipt(answer: unknown): { readonly answer: unknown; readonly receipt: Receipt | undefined } {
  if (!isObject(answer) || !isObject(answer.extensions)) return { answer, receipt: undefined };
  const { upstream, ...others } = answer.extensions;
  const { extensions: _, ...rest } = answer;
  const shown = Object.keys(others).length === 0 ? rest : { ...rest, extensions: others };
  return { answer: shown, receipt: isReceipt(upstream) ? upstream : undefined };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Page and gateway are of one build; a proxy between them may have changed the answer all the same. */
function isReceipt(value: unknown): value is Receipt {
  return isObject(value) && Array.isArray(value.calls) && isObject(value.saved) && Array.isArray(value.hints);
}
