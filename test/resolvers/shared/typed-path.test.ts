import { expect, test } from 'vitest';
import { typedPath } from '../../../resolvers/shared/typed-path.ts';

test('the path of a typed graph names its database unless that is the default, and is encoded', () => {
  expect(typedPath('/graphql', { databaseId: 'one', keyspace: 'shop' }, 'one')).toBe('/graphql/shop');
  expect(typedPath('/api', { databaseId: 'two', keyspace: 'shop' }, 'one')).toBe('/api/two/shop');
  expect(typedPath('/graphql', { databaseId: 'a/b', keyspace: 'é?' }, 'one')).toBe('/graphql/a%2Fb/%C3%A9%3F');
});
