/** Documents that attack by their size or shape, with the refusal that each meets; a neighbour of each, which does no harm, is answered. */
import { describe, expect, test } from 'vitest';
import { bomb, expectRefusal, nest, type Refusal, refused, repeat, send, unreadable, useTarget } from './target.ts';

const target = useTarget();

describe('documents', () => {
  const attacks: [name: string, document: string, refusal: Refusal][] = [
    [
      'deep fields',
      nest(21, 'node(id: "a") { ... on Row { table { ', 'name', ' } } }').replace(/^/, '{').concat('}'),
      refused(/43 levels of fields, and 20 .*MAX_DEPTH/),
    ],
    [
      'depth hidden in fragments',
      `{ ...f0 } ${repeat(25, (n) => `fragment f${n} on Query { a { ...f${n + 1} } }`)} fragment f25 on Query { b }`,
      refused(/26 levels of fields, and 20/),
    ],
    [
      'depth hidden in inline fragments',
      `{ ${nest(120, '... { ', '__typename', ' }')} }`,
      unreadable(/100 levels of brackets.*MAX_NESTING/),
    ],
    ['fields nested until the stack ends', `{ ${nest(20_000, 'a{', 'a', '}')} }`, unreadable(/levels of brackets/)],
    [
      'lists in lists until the stack ends',
      `{ node(id: ${nest(20_000, '[', '', ']')}) { id } }`,
      unreadable(/levels of brackets/),
    ],
    [
      'objects in objects until the stack ends',
      `{ node(id: ${nest(20_000, '{a:', '1', '}')}) { id } }`,
      unreadable(/levels of brackets/),
    ],
    [
      'types in types until the stack ends',
      `query ($a: ${nest(20_000, '[', 'ID', ']')}) { __typename }`,
      unreadable(/levels of brackets/),
    ],
    [
      'aliases of __typename',
      `{ ${repeat(201, (n) => `a${n}: __typename`)} }`,
      refused(/201 aliases, and 200 .*MAX_ALIASES/),
    ],
    [
      '__typename without aliases',
      `{ ${repeat(101, () => '__typename')} }`,
      refused(/101 fields at its top, and 100 .*MAX_ROOT_FIELDS/),
    ],
    [
      'aliases in a fragment called __schema',
      `{ ...__schema } fragment __schema on Query { ${repeat(201, (n) => `a${n}: __typename`)} }`,
      refused(/201 aliases/),
    ],
    [
      'depth in a fragment called __schema',
      `{ ...__schema } fragment __schema on Query { ${nest(21, 'a { ', 'b', ' }')} }`,
      refused(/22 levels of fields/),
    ],
    [
      'a field called as introspection',
      `{ __schema: ${`keyspace(name: "k") ${nest(21, '{ a ', '', '}').replace('{ a }', '{ a b }')}`} }`,
      refused(/levels of fields/),
    ],
    [
      'root fields by two fragments',
      `{ ...a ...b } fragment a on Query { ${repeat(60, () => '__typename')} } fragment b on Query { ${repeat(60, () => '__typename')} }`,
      refused(/120 fields at its top/),
    ],
    [
      'directives on one field',
      `{ __typename ${repeat(101, () => '@skip(if: false)')} }`,
      refused(/101 directives, and 100 .*MAX_DIRECTIVES/),
    ],
    ['unknown directives', `{ __typename ${repeat(101, (n) => `@a${n}`)} }`, refused(/101 directives/)],
    [
      'directives on fragments and variables',
      `query ($a: Int ${repeat(40, () => '@x')}) ${repeat(40, () => '@x')} { ... ${repeat(40, () => '@x')} { __typename } }`,
      refused(/120 directives/),
    ],
    [
      'directives on spreads',
      `{ ...a @x ...a @x } fragment a on Query ${repeat(50, () => '@x')} { __typename }`,
      refused(/102 directives/),
    ],
    ['a bomb of fragments', `{ ...f0 } ${bomb(30, '__typename')}`, refused(/1073741824 fields, and 5000 .*MAX_FIELDS/)],
    ['a bomb that overflows', `{ ...f0 } ${bomb(90, '__typename')}`, refused(/fields at its top/)],
    [
      'a fragment that spreads itself',
      '{ ...a } fragment a on Query { ...a }',
      refused(/Cannot spread fragment "a" within itself\./),
    ],
    [
      'fragments in a circle',
      `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`,
      refused(/Cannot spread fragment "a" within itself via "b"/),
    ],
    [
      'fragments of one name',
      '{ ...a } fragment a on Query { __typename } fragment a on Query { ...a }',
      refused(/only one fragment named "a"/),
    ],
    ['many tokens', `{ ${repeat(5000, () => 'a')} }`, unreadable(/more than the 5000 tokens.*MAX_TOKENS/)],
    [
      'a long comment',
      `{ __typename } # ${'x'.repeat(140_000)}`,
      unreadable(/140017 bytes, and 131072 .*MAX_DOCUMENT_BYTES/),
    ],
    ['few characters of many bytes', `{ __typename } # ${'😀'.repeat(40_000)}`, unreadable(/160017 bytes/)],
    ['a long name', `{ ${'a'.repeat(140_000)} }`, unreadable(/bytes, and 131072/)],
    [
      'the schema within the schema',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
      refused(/Maximum introspection depth exceeded/),
    ],
    ['a subscription', 'subscription { __typename }', refused(/Subscriptions are not supported/)],
    [
      'a definition of a type',
      'type Query { a: Int }',
      refused(/Could not determine what operation/, 'OPERATION_RESOLUTION_FAILURE'),
    ],
    ['letters that look alike', '{ __typenаme }', unreadable(/Invalid|Unexpected/)],
    ['a control character', '{ __typename\u0000 }', unreadable(/Unexpected character: U\+0000/)],
  ];

  test.each(attacks)('%s', async (_, query, refusal) => {
    await expectRefusal(target.gateway, JSON.stringify({ query }), refusal);
  });

  const neighbours: [name: string, document: string][] = [
    ['a hundred root fields with aliases', `{ ${repeat(100, (n) => `a${n}: __typename`)} }`],
    ['a fragment called __schema', '{ ...__schema } fragment __schema on Query { __typename }'],
    ['a fragment that is spread twice', '{ ...a ...a } fragment a on Query { __typename }'],
    [
      'fragments in a chain',
      `{ ...f0 } ${repeat(50, (n) => `fragment f${n} on Query { ...f${n + 1} }`)} fragment f50 on Query { __typename }`,
    ],
    ['a hundred directives', `{ __typename ... @skip(if: false) { a: __typename @include(if: true) } }`],
    ['brackets in a text', `{ node(id: "${'{'.repeat(200)}") { id } __typename }`],
    ['a long comment that is not too long', `{ __typename } # ${'x'.repeat(130_000)}`],
    [
      'the schema, as GraphiQL asks for it',
      '{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }',
    ],
  ];

  test.each(neighbours)('%s is answered', async (_, query) => {
    const { answer } = await send(target.gateway, JSON.stringify({ query }));
    expect(answer.data).not.toBeFalsy();
  });
});
