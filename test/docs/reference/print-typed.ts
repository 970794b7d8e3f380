/** The page of typed graphs by example: what the graphs of the sample's keyspaces have, and which conditions a column offers. */
import {
  astFromValue,
  type GraphQLField,
  type GraphQLSchema,
  isIntrospectionType,
  isSpecifiedScalarType,
  print,
} from 'graphql';
import { parseType } from '../../../datasources/cql/type-parser.ts';
import type { Column, Index } from '../../../datasources/source/source.ts';
import { operatorsOf } from '../../../resolvers/typed/operators.ts';
import { printExample } from './print-example.ts';
import { table } from './print-type.ts';
import type { Run } from './run.ts';

export interface TypedGraph {
  readonly keyspace: string;
  readonly schema: GraphQLSchema;
  readonly runs: readonly Run[];
}

const ABOUT = `What the graph of a keyspace has, shown on those of the sample: \`/graphql/travel\` with its tables, and \`/graphql/geology\` with its collection,
which the sample's own file of relations describes. Each example is run, on what those before it have made. [Typed graphs](../typed-graph.md) says how names
and types come about.`;

export function printTyped(graphs: readonly TypedGraph[]): string {
  const parts = graphs.flatMap((graph) => [
    `## The graph of \`${graph.keyspace}\``,
    table(['type', 'what it is'], typesOf(graph)),
    ...graph.runs.map((run) => printField(run, graph)),
  ]);
  const head = ['# Typed graphs by example', '<!-- Written by "npm run reference". -->', ABOUT];
  return `${[...head, '## Conditions', CONDITIONS, table(['column', 'conditions'], conditions()), ...parts].join('\n\n')}\n`;
}

function typesOf({ schema }: TypedGraph): [string, string][] {
  const roots: readonly unknown[] = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.includes(type))
    .map(({ name, description }): [string, string] => [`\`${name}\``, description?.split('\n\n')[0] ?? ''])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function printField(run: Run, { schema }: TypedGraph): string {
  const { name } = run.example;
  const field = rootFields(schema).find((each) => each.name === name);
  if (!field) throw new Error(`The graph has no field ${name}.`);
  return [`### ${name}`, `\`${signatureOf(field)}\``, field.description ?? '', printExample(run)].join('\n\n');
}

export function rootFields(schema: GraphQLSchema): GraphQLField<unknown, unknown>[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) => Object.values(root?.getFields() ?? {}));
}

function signatureOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const parameters = args.map(({ name: argument, type: of, defaultValue }) => {
    const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, of);
    return `${argument}: ${of}${value ? ` = ${print(value)}` : ''}`;
  });
  return `${name}(${parameters.join(', ')}): ${type}`;
}

const CONDITIONS = `A filter has a field for each column that a key or an index leads to. What its field offers depends on both. An index of the kind \`CUSTOM\` is
storage-attached: \`createIndex\` with \`type: "StorageAttachedIndex"\`.`;

const ON_COLLECTIONS = ['values', 'keys', 'entries'] as const;

function conditions(): [string, string][] {
  const row = (what: string, kind: Column['kind'], type: string, index?: Pick<Index, 'kind' | 'target'>) => {
    const column = { name: 'c', type, kind };
    const indexes = index ? [{ name: 'c_idx', column: 'c', options: {}, ...index }] : [];
    const operators = operatorsOf(column, parseType(type), indexes);
    return [what, operators.map((operator) => `\`${operator}\``).join(', ') || 'none'] as [string, string];
  };
  const collections = (['set<text>', 'map<text, int>'] as const).flatMap((type) =>
    ON_COLLECTIONS.filter((target) => type.startsWith('map') || target === 'values').map((target) =>
      row(`\`${type}\` with an index of its ${target}`, 'REGULAR', type, { kind: 'COMPOSITES', target }),
    ),
  );
  return [
    row('partition key', 'PARTITION_KEY', 'text'),
    row('clustering column', 'CLUSTERING_KEY', 'date'),
    row('any other without an index', 'REGULAR', 'text'),
    row('`int` with an index', 'REGULAR', 'int', { kind: 'COMPOSITES', target: null }),
    row('`int` with an index of the kind `CUSTOM`', 'REGULAR', 'int', { kind: 'CUSTOM', target: null }),
    row('`text` with an index of the kind `CUSTOM`', 'REGULAR', 'text', { kind: 'CUSTOM', target: null }),
    ...collections,
    row('`frozen<list<int>>` with an index', 'REGULAR', 'frozen<list<int>>', { kind: 'COMPOSITES', target: 'full' }),
    row('`vector<float, 3>` with an index', 'REGULAR', 'vector<float, 3>', { kind: 'CUSTOM', target: null }),
  ];
}
