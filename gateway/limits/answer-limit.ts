/** Refuses answers that are too long when they are printed, because the length is unknown before. */
import type { Plugin } from 'graphql-yoga';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';

export function useAnswerLimit({ maxAnswerBytes }: Pick<RequestLimits, 'maxAnswerBytes'>): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('data' in result)) return;
      const { stringify = JSON.stringify } = result;
      setResult({ ...result, stringify: (answer) => checkBytes(stringify(answer), maxAnswerBytes) });
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
