/** Reads one field with `@related`: what it leads to, and by which values. */
import {
  type ConstDirectiveNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { fail } from './file-error.ts';
import type { DeclaredCondition, DeclaredSource, Relation, RelationTarget } from './relation.ts';

type DocumentTarget = Extract<RelationTarget, { kind: 'documents' }>;

type Arguments = ReadonlyMap<string, ConstValueNode>;

const ARGUMENTS: readonly string[] = ['key', 'keyspace', 'collection', 'namespace', 'id', 'where'];

/** @throws FileError */
export function readRelated(
  field: FieldDefinitionNode,
  related: ConstDirectiveNode,
): Pick<Relation, 'field' | 'description' | 'targetType' | 'target'> {
  const { name, type, description } = field;
  if (field.arguments?.length) {
    fail(
      `The field "${name.value}" has arguments. Leave them out: a connection has those of the list that it leads to.`,
    );
  }
  if (field.directives?.length !== 1) fail(`The field "${name.value}" has more than @related. Take away the rest.`);
  if (type.kind === Kind.NON_NULL_TYPE) {
    fail(
      `The field "${name.value}" cannot be non-null, because nothing promises that there is what it leads to. Take away the "!".`,
    );
  }
  if (type.kind === Kind.LIST_TYPE) {
    fail(
      `The field "${name.value}" has the type of a list. Give the connection of the table or of the described type, such as flights_connection.`,
    );
  }
  return {
    field: name.value,
    ...(description && { description: description.value }),
    targetType: type.name.value,
    target: readTarget(new Map(related.arguments?.map((each) => [each.name.value, each.value]))),
  };
}

function readTarget(args: Arguments): RelationTarget {
  const unknown = [...args.keys()].find((name) => !ARGUMENTS.includes(name));
  if (unknown !== undefined) {
    fail(`@related has no argument "${unknown}". It has ${ARGUMENTS.join(', ')}: give one of them.`);
  }
  const [keyspace, collection, namespace] = (['keyspace', 'collection', 'namespace'] as const).map((name) =>
    readText(args, name),
  );
  if (collection !== undefined) {
    if (args.has('key') || keyspace !== undefined) {
      fail(
        '@related leads to documents by "collection", so "key" and "keyspace" have no place in it. Use "namespace", and "id" or "where".',
      );
    }
    return { kind: 'documents', collection, ...(namespace !== undefined && { namespace }), by: readBy(args) };
  }
  if (namespace !== undefined || args.has('id') || args.has('where')) {
    fail('@related has "id", "namespace" and "where" for documents alone. Name their "collection", or give a "key".');
  }
  const key = args.get('key');
  if (key?.kind !== Kind.OBJECT || key.fields.length === 0) {
    fail(
      '@related needs the columns of a key: write key: { iata: "origin" }, with the column there and the column here.',
    );
  }
  const parts = key.fields.map(({ name, value, loc }) => ({
    column: name.value,
    ...readSource(value, `column "${name.value}" of the key`, loc?.startToken.line),
  }));
  return { kind: 'rows', key: parts, ...(keyspace !== undefined && { keyspace }) };
}

/** One of both. */
function readBy(args: Arguments): DocumentTarget['by'] {
  const [id, where] = [args.get('id'), args.get('where')];
  if (id && !where) return { id: readSource(id, 'id of the document', id.loc?.startToken.line) };
  if (id || !where) {
    fail(
      `@related leads to documents by ${id ? 'both "id" and "where"' : 'neither "id" nor "where"'}. Give "id" for one document, or "where" for many.`,
    );
  }
  const conditions = where.kind === Kind.LIST ? where.values : [where];
  if (conditions.length > 0) return { where: conditions.map(readCondition) };
  return fail('The "where" of @related is empty. Write where: { path: "properties.place", eq: "city" }.');
}

function readCondition(node: ConstValueNode): DeclaredCondition {
  const members = new Map(node.kind === Kind.OBJECT ? node.fields.map((each) => [each.name.value, each.value]) : []);
  const [path, eq] = [members.get('path'), members.get('eq')];
  const line = node.loc?.startToken.line;
  if (path?.kind !== Kind.STRING || !eq || members.size !== 2) {
    fail(
      'A condition of @related has a path there and a value here: write { path: "properties.place", eq: "city" }.',
      line,
    );
  }
  return { path: path.value, ...readSource(eq, `path "${path.value}"`, line) };
}

function readSource(node: ConstValueNode, what: string, line: number | undefined): DeclaredSource {
  if (node.kind === Kind.STRING) return { from: node.value };
  const constant = node.kind === Kind.OBJECT && constantOf(node);
  if (constant) return { value: readConstant(what, constant) };
  return fail(
    `The ${what} has no column or path to take its value from. Name one as text, or write { value: … } for a constant.`,
    line,
  );
}

function constantOf({ fields: [field, ...others] }: ConstObjectValueNode): ConstValueNode | undefined {
  return field?.name.value === 'value' && others.length === 0 ? field.value : undefined;
}

/** Numbers that a double would change are refused: as text they are exact. */
function readConstant(what: string, node: ConstValueNode): unknown {
  const value: unknown = valueFromASTUntyped(node);
  if (value === null || value === undefined) {
    fail(`The constant for the ${what} is null, and null leads nowhere. Give a value.`, node.loc?.startToken.line);
  }
  if (node.kind === Kind.INT && !Number.isSafeInteger(value)) {
    fail(`The constant ${node.value} is too large to be read exactly. Write it as text.`, node.loc?.startToken.line);
  }
  return value;
}

function readText(args: Arguments, name: string): string | undefined {
  const node = args.get(name);
  if (node === undefined) return undefined;
  return node.kind === Kind.STRING
    ? node.value
    : fail(`The argument "${name}" of @related is no text. Write it in quotes.`);
}
