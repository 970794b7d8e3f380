/** Lints the schema by a set of rules of graphql-eslint. */
import { fileURLToPath } from 'node:url';
import plugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SCHEMA = `${ROOT}schema.graphql`;

/** Each finding as `rule: message`, by the name of the rule without the plugin's. @param options - of rules that have some */
export async function lintSchema(
  preset: 'flat/schema-recommended' | 'flat/schema-relay',
  options: Readonly<Record<string, object>>,
): Promise<string[]> {
  const rules: Record<string, Linter.RuleEntry> = { ...(plugin.configs[preset].rules as Linter.RulesRecord) };
  for (const [rule, option] of Object.entries(options)) rules[`@graphql-eslint/${rule}`] = ['error', option];
  const config = {
    files: ['**/*.graphql'],
    plugins: { '@graphql-eslint': plugin },
    languageOptions: { parser: plugin.parser, parserOptions: { graphQLConfig: { schema: SCHEMA } } },
    rules,
    // The plugin's own types are older than those of ESLint.
  } as unknown as Linter.Config;
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: true, overrideConfig: [config] });
  const results = await eslint.lintFiles([SCHEMA]);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId?.replace('@graphql-eslint/', '')}: ${message.split('\n')[0]}`),
  );
}
