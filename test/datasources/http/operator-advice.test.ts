/** What the log says that the operator can do, by the API that failed. */
import { expect, test } from 'vitest';
import { DEVOPS_ERRORS } from '../../../datasources/devops/error-reader.ts';
import { STARGATE_ERRORS } from '../../../datasources/stargate/shared/error-reader.ts';

test.each([
  ['a refused token of the data API', STARGATE_ERRORS, {}, 401, /a token that has not expired/],
  ['a refused token of the DevOps API', DEVOPS_ERRORS, {}, 403, /application token \(AstraCS/],
  ['a refused sign-in with a password', STARGATE_ERRORS, { isAnonymous: true }, 401, /user and password/],
  ['a refused sign-in of a service account', DEVOPS_ERRORS, { isAnonymous: true }, 401, /client id and secret/],
  ['no answer', DEVOPS_ERRORS, {}, undefined, /address is right/],
])('%s has advice of its own', (_, errors, call, status, advice) => {
  expect(errors.adviceFor(call, status)).toMatch(advice);
});

test('an answer about what the client sent has none', () => {
  for (const errors of [STARGATE_ERRORS, DEVOPS_ERRORS]) {
    for (const status of [200, 400, 404, 409, 414, 422]) expect(errors.adviceFor({}, status)).toBeUndefined();
  }
});
