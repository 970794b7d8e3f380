/** Requests that grow with a number: what they ask for n times, and what their answers must hold. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Input {
  readonly name: string;
  /** So many that a product of two lists would show. */
  readonly n: number;
  readonly make: (n: number) => Operation;
  /** What the answer says, so that it is known to have come that far. */
  readonly says?: RegExp;
  readonly isSubgraph?: boolean;
}

export const list = <T>(n: number, item: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, index) => item(index));
export const members = (n: number, name: (index: number) => string) =>
  Object.fromEntries(list(n, (index) => [name(index), 1]));
export const inTable = (selection: string) => `{ keyspace(name: "k") { table(name: "t") { ${selection} } } }`;
export const inCollection = (selection: string) =>
  `{ namespace(name: "k") { collection(name: "c") { ${selection} } } }`;
export const inDocument = (selection: string) => inCollection(`document(documentId: "d") { ${selection} }`);
export const mutation = (name: string, selection: string, input: object): Operation => ({
  query: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${selection} } }`,
  variables: { input },
});

export const aliases = (n: number, field: string) => list(n, (index) => `a${index}: ${field}`).join(' ');

export const ERRORS: readonly Input[] = [
  {
    name: 'errors beside many variables',
    n: 4000,
    make: (n) => ({
      query: `{ ${aliases(n / 40, 'node(id: "x") { id }')} }`,
      variables: { all: list(n, (index) => ({ password: `word ${index}` })) },
    }),
    says: /is not an id/,
  },
  {
    name: 'errors behind many lines',
    n: 300,
    make: (n) => ({
      query: `query ($ids: [ID!]!) {${'\n'.repeat(n * 40)} nodes(ids: $ids) { id } }`,
      variables: { ids: list(n, () => 'x') },
    }),
    says: /more errors are left out/,
  },
  {
    name: 'errors of one document at many places',
    n: 100,
    make: (n) => ({
      query: `{ ${list(n, (index) => `a${index}: node(id: "x") { id } ${'\n'.repeat(40)}`).join('')} }`,
    }),
    says: /is not an id/,
  },
  {
    name: 'many secrets that begin alike',
    n: 4000,
    make: (n) => ({
      query: `{ ${aliases(50, `node(id: "${'a'.repeat(1500)}") { id }`)} }`,
      variables: { password: list(n, (index) => `${'a'.repeat(index % 100)}${index}`) },
    }),
    says: /is not an id/,
  },
];

export const MEMBERS: Input = {
  name: 'members that an input does not have',
  n: 4000,
  make: (n) => ({
    query: `query ($where: [ColumnFilter!]) ${inTable('rows(where: $where) { nodes { id } }')}`,
    variables: { where: [members(n, (index) => `x${index}`)] },
  }),
  says: /x5/,
};

export const DOCUMENTS: readonly Input[] = [
  {
    name: 'paths of setInDocument',
    n: 3000,
    make: (n) =>
      mutation('setInDocument', 'document { documentId }', {
        namespace: 'k',
        collection: 'c',
        documentId: 'd',
        values: { ...members(n, (index) => `n${index}.a`), 'n1.a.b': 1 },
      }),
    says: /lead through each other/,
  },
  {
    name: 'ids of createDocuments',
    n: 8000,
    make: (n) =>
      mutation('createDocuments', 'results { index }', {
        namespace: 'k',
        collection: 'c',
        idPath: 'id',
        documents: [...list(n, (index) => ({ id: `i${index}` })), { id: 'i1' }],
      }),
    says: /Two documents have the id/,
  },
  {
    name: 'ids of deleteDocuments',
    n: 8000,
    make: (n) =>
      mutation('deleteDocuments', 'results { index }', {
        namespace: 'k',
        collection: 'c',
        documentIds: [...list(n, (index) => `i${index}`), 'i1'],
      }),
    says: /twice/,
  },
  {
    name: 'conditions of a document filter',
    n: 4000,
    make: (n) => ({
      query: `query ($where: DocumentFilter) ${inCollection('documents(where: $where) { nodes { documentId } }')}`,
      variables: { where: { and: list(n, (index) => ({ path: `x${index}`, in: [index] })) } },
    }),
  },
  {
    name: 'paths of data',
    n: 4000,
    make: (n) => ({
      query: `query ($fields: [DocumentPath!]) ${inDocument('data(fields: $fields)')}`,
      variables: { fields: list(n, (index) => `x.y${index}`) },
    }),
    says: /"data":\{\}/,
  },
  {
    name: 'steps of a path',
    n: 20_000,
    make: (n) => ({
      query: `query ($path: DocumentPath!) ${inDocument('value(path: $path)')}`,
      variables: { path: list(n, () => 'x').join('.') },
    }),
    says: /"value":null/,
  },
];

export const ROWS: readonly Input[] = [
  {
    name: 'conditions on one column',
    n: 4000,
    make: (n) => ({
      query: `query ($where: [ColumnFilter!]) ${inTable('rows(where: $where) { nodes { id } }')}`,
      variables: { where: list(n, (index) => ({ column: 'a', eq: index })) },
    }),
    says: /another condition \(eq\)/,
  },
  {
    name: 'columns to sort by',
    n: 8000,
    make: (n) => ({
      query: `query ($sort: [ColumnSort!]) ${inTable('rows(key: { a: 1 }, sort: $sort) { nodes { id } }')}`,
      variables: { sort: list(n, (index) => ({ column: `x${index}` })) },
    }),
    says: /no column/,
  },
  {
    name: 'parts of a related key',
    n: 4000,
    make: (n) => ({
      query: `query ($key: [RelatedKeyPart!]!) ${inTable('rows { nodes { relatedRows(table: "t", key: $key) { nodes { id } } } }')}`,
      variables: { key: list(n, (index) => ({ column: `x${index}`, from: 'a' })) },
    }),
    says: /the key of the table/,
  },
  {
    name: 'columns to read',
    n: 20_000,
    make: (n) => ({
      query: `query ($columns: [String!]) ${inTable('rows { nodes { values(columns: $columns) } }')}`,
      variables: { columns: list(n, (index) => (index % 2 ? 'a' : 'c')) },
    }),
    says: /"values":/,
  },
  {
    name: 'keys of deleteRows',
    n: 2000,
    make: (n) =>
      mutation('deleteRows', 'results { index }', {
        keyspace: 'k',
        table: 't',
        keys: [...list(n, (index) => ({ a: 1, b: index })), { a: 1, b: 1 }],
      }),
    says: /twice/,
  },
  {
    name: 'elements of a set',
    n: 8000,
    make: (n) =>
      mutation('updateRow', 'row { key }', {
        keyspace: 'k',
        table: 't',
        key: { a: 1, b: 1 },
        values: { tags: list(n, (index) => `tag ${index}`) },
      }),
    says: /"key":/,
  },
  {
    name: 'representations',
    n: 1000,
    make: (n) => ({
      query: 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }',
      variables: {
        all: list(n, () => ({
          __typename: 'Row',
          databaseId: 'default',
          keyspaceName: 'k',
          tableName: 't',
          key: { a: 1, b: 1 },
        })),
      },
    }),
    says: /"_entities":\[\{/,
    isSubgraph: true,
  },
];

export const SCHEMA: readonly Input[] = [
  {
    name: 'columns of a table',
    n: 2000,
    make: (n) =>
      mutation('createTable', 'created', {
        keyspace: 'k',
        name: `t${n}`,
        columns: list(n, (index) => ({ name: `c${index}`, type: 'int' })),
        primaryKey: { partitionKey: ['c0'], clusteringKey: list(n / 2, (index) => ({ name: `c${index + 1}` })) },
        ifNotExists: true,
      }),
    says: /"created":/,
  },
  {
    name: 'brackets of types',
    n: 200,
    make: (n) =>
      mutation('createUserDefinedType', 'created', {
        keyspace: 'k',
        name: 'u',
        fields: list(100, (index) => ({ name: `f${index}`, type: `${'list<'.repeat(n)}x${index}${'>'.repeat(n)}` })),
      }),
    says: /is no CQL type/,
  },
];
