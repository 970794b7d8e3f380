import type { ExecutionResult } from 'graphql';
import type { RequestState } from '../shared/request-state.ts';

/** The result of one execution, for all who wait for it. */
export interface SharedResult {
  /** Of the request for which it was made. */
  readonly state: RequestState;
  /** Yoga prints it with its `stringify`. Copies, to which something was added, are printed by themselves. */
  readonly result: ExecutionResult & { readonly stringify: (printed: ExecutionResult) => string };
  /** As it is printed; `undefined` where something is added to each answer. */
  readonly bytes: () => Buffer<ArrayBuffer> | undefined;
}

export function shareResult(state: RequestState, result: ExecutionResult): SharedResult {
  let text: string | undefined;
  let bytes: Buffer<ArrayBuffer> | undefined;
  const isWhole = ({ data, errors, extensions }: ExecutionResult) => data === result.data && !errors && !extensions;
  const print = () => {
    text ??= JSON.stringify(result);
    return text;
  };
  return {
    state,
    result: { ...result, stringify: (printed) => (isWhole(printed) ? print() : JSON.stringify(printed)) },
    bytes() {
      if (!isWhole(result)) return undefined;
      bytes ??= Buffer.from(print());
      return bytes;
    },
  };
}
