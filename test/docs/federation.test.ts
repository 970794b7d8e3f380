/** The subgraph that `docs/federation.md` prints refers to our rows by their key, and needs nothing that it does not define. */
import { type DocumentNode, isObjectType, Kind, parse, print, specifiedScalarTypes, visit } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from '../../schema/schema.ts';
import { blocksOf } from './pages.ts';

const printed = blocksOf('docs/federation.md').find(({ language }) => language === 'graphql')?.text ?? '';
const document = parse(printed);

test('it imports the directives that it uses', () => {
  const used = new Set<string>();
  visit(document, { Directive: ({ name }) => void used.add(name.value) });
  const [link] = valuesOf(document, Kind.SCHEMA_EXTENSION).flatMap(({ directives = [] }) => directives);
  expect(link && print(link)).toBe('@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])');
  expect([...used].sort()).toEqual(['key', 'link']);
});

test('it defines the types that it uses', () => {
  const known = new Set(specifiedScalarTypes.map(({ name }) => name));
  const used = new Set<string>();
  visit(document, {
    ObjectTypeDefinition: ({ name }) => void known.add(name.value),
    ScalarTypeDefinition: ({ name }) => void known.add(name.value),
    NamedType: ({ name }) => void used.add(name.value),
  });
  expect([...used].filter((name) => !known.has(name))).toEqual([]);
});

test('its rows have a key of ours, of the same fields and types', () => {
  const row = createSchema({}).getType('Row');
  const theirs = valuesOf(document, Kind.OBJECT_TYPE_DEFINITION).find(({ name }) => name.value === 'Row');
  if (!isObjectType(row) || theirs === undefined) throw new Error('There is no type Row.');
  const keysOf = (node: { readonly directives?: (typeof theirs)['directives'] } | null | undefined) =>
    (node?.directives ?? []).filter(({ name }) => name.value === 'key').map(print);
  const [key = ''] = keysOf(theirs);
  expect(keysOf(row.astNode)).toContain(key);
  const names = /fields: "(.*)"/.exec(key)?.[1]?.split(' ') ?? [];
  const typeOf = (name: string) => theirs.fields?.find((field) => field.name.value === name)?.type;
  expect(names.map((name) => print(typeOf(name) ?? document))).toEqual(
    names.map((name) => String(row.getFields()[name]?.type)),
  );
});

function valuesOf<K extends DocumentNode['definitions'][number]['kind']>({ definitions }: DocumentNode, kind: K) {
  return definitions.filter(
    (node): node is Extract<DocumentNode['definitions'][number], { kind: K }> => node.kind === kind,
  );
}
