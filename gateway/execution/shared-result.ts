import type { ExecutionResult } from 'graphql';
import type { RequestState } from '../shared/request-state.ts';

/** The result of one execution, for all requests that share it. */
export interface SharedResult {
  /** Of the request that was executed. */
  readonly state: RequestState;
  /** Yoga prints it with its `stringify`. Copies with additions are printed separately. */
  readonly result: ExecutionResult & { readonly stringify: (printed: ExecutionResult) => string };
  /** The printed result; `undefined` where each answer has additions. */
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
