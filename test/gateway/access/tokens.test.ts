import { describe, expect, test } from 'vitest';
import { type Auth, readTokens } from '../../../gateway/access/tokens.ts';

const OWN = { devops: 'own', data: 'own' };

function tokens(headers: Record<string, string>, auth: Partial<Auth> = {}, url = 'http://localhost:4000/graphql') {
  const request = new Request(url, { headers });
  return readTokens(request, { acceptAuthorization: true, ownToken: 'none', token: 'own', ...auth });
}

describe('a client’s tokens', () => {
  test.each([
    [{}, {}],
    [{ authorization: 'Bearer a' }, { devops: 'a', data: 'a' }],
    [{ authorization: 'bearer   a ' }, { devops: 'a', data: 'a' }],
    [{ 'x-cassandra-token': 'b' }, { data: 'b' }],
    [
      { authorization: 'Bearer a', 'x-cassandra-token': 'b' },
      { devops: 'a', data: 'b' },
    ],
    [{ authorization: 'Basic YTpi' }, {}],
    [{ authorization: 'Bearer' }, {}],
    [{ authorization: 'Basic YTpi', 'x-cassandra-token': 'b' }, { data: 'b' }],
  ])('%o', (headers, expected) => {
    expect(tokens(headers)).toEqual(expected);
  });

  test('Authorization can be somebody else’s', () => {
    const auth = { acceptAuthorization: false };
    expect(tokens({ authorization: 'Bearer jwt' }, auth)).toEqual({});
    expect(tokens({ authorization: 'Bearer jwt', 'x-cassandra-token': 'b' }, auth)).toEqual({ data: 'b' });
    expect(tokens({ authorization: 'Bearer jwt' }, { ...auth, ownToken: 'all' })).toEqual(OWN);
  });
});

describe('the gateway’s own token', () => {
  test('is lent to nobody unless that is said', () => {
    expect(tokens({})).toEqual({});
  });

  test.each([{ authorization: 'Bearer a' }, { authorization: 'Basic YTpi' }, { 'x-cassandra-token': 'b' }])(
    'is not lent to a client that brings %o',
    (headers) => {
      expect(Object.values(tokens(headers, { ownToken: 'all' }))).not.toContain('own');
    },
  );

  test.each([
    ['http://localhost:4000/', OWN],
    ['http://127.0.0.1:4000/', OWN],
    ['http://[::1]:4000/', OWN],
    ['http://rebound.example:4000/', {}],
    ['http://localhost.example:4000/', {}],
  ])('"direct" means those who came by %s: %o', (url, expected) => {
    expect(tokens({}, { ownToken: 'direct' }, url)).toEqual(expected);
    expect(tokens({}, { ownToken: 'all' }, url)).toEqual(OWN);
  });
});
