/** What all options of `createCollection` share. */
import type { JsonObject } from '../../../shared/json.ts';
import { type CommandFailure, refused } from '../../command/errors.ts';

/** @param place - of these members, as messages name it */
export function checkNoStrangers(place: string, members: JsonObject, known: readonly string[]): void {
  const stranger = [...members.keys()].find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const names = known.map((name) => `"${name}"`).join(', ');
  const problem = `No option "${stranger}" exists for \`${place}\` (valid options: ${names})`;
  throw refused(
    '',
    'INVALID_CREATE_COLLECTION_FIELD',
    `'createCollection' command referenced unrecognized field(s): ${problem}.`,
  );
}

export function invalidOption(problem: string): CommandFailure {
  const message = `'createCollection' command option(s) invalid: ${problem}\n\nResend 'createCollection' with valid option(s).`;
  return refused('SCHEMA', 'INVALID_CREATE_COLLECTION_OPTIONS', message);
}
