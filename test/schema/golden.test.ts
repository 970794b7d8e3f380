/** `schema.graphql` and `schema.subgraph.graphql` in the root are the public promise: what changes in it is seen in a diff, and told by its weight. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges, findDangerousChanges, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../schema/schema.ts';
import { printPublicSchema } from '../../schema/shared/print.ts';

const GOLDEN = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
const GOLDEN_SUBGRAPH = fileURLToPath(new URL('../../schema.subgraph.graphql', import.meta.url));

test('schema.graphql is current', async () => {
  const schema = createSchema();
  await expect(printPublicSchema(schema), describeChanges(schema)).toMatchFileSnapshot(GOLDEN);
});

test('schema.subgraph.graphql is current; "npm run schema" writes it anew', async () => {
  await expect(printPublicSchema(createSchema({}))).toMatchFileSnapshot(GOLDEN_SUBGRAPH);
});

test('schema.graphql is a schema by itself', () => {
  expect(() => buildSchema(readFileSync(GOLDEN, 'utf8'))).not.toThrow();
});

function describeChanges(schema: GraphQLSchema): string {
  if (!existsSync(GOLDEN)) return 'There is no schema.graphql; "npm run schema" writes it.';
  const golden = buildSchema(readFileSync(GOLDEN, 'utf8'));
  const list = (title: string, changes: readonly { readonly description: string }[]) =>
    changes.length > 0 ? `\n${title}\n${changes.map(({ description }) => `  - ${description}`).join('\n')}` : '';
  return `schema.graphql is not current; "npm run schema" writes it anew.${list(
    'Breaking changes:',
    findBreakingChanges(golden, schema),
  )}${list('Dangerous changes:', findDangerousChanges(golden, schema))}\n`;
}
