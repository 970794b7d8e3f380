/** Refuses answers that are too long when they are printed, because the length is unknown before. */
import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';

export function useAnswerLimit({ maxAnswerBytes }: Pick<RequestLimits, 'maxAnswerBytes'>): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('data' in result)) return;
      const { stringify = JSON.stringify } = result;
      const check = (answer: ExecutionResult) => checkBytes(stringify(answer), maxAnswerBytes);
      // No spread: V8 gives each object of a literal that begins with one and adds a member a shape of its own.
      setResult(Object.assign({}, result, { stringify: check }));
    },
  };
}

/** Yoga answers the thrown error instead. */
function checkBytes(answer: string, maxAnswerBytes: number): string {
  // A character has at most three bytes, so most answers need not be counted.
  if (answer.length * 3 <= maxAnswerBytes) return answer;
  const bytes = Buffer.byteLength(answer);
  if (bytes <= maxAnswerBytes) return answer;
  throw createRefusal(
    `The answer has ${bytes} bytes, and ${maxAnswerBytes} are allowed (${LIMIT_SETTINGS.maxAnswerBytes.env}). ` +
      'Ask for less at once. A mutation has been carried out all the same.',
    { code: 'ANSWER_TOO_LONG', status: 400, isGraphQLStatus: true },
  );
}
