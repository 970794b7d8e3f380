/** Reads one field with `@related`: what it leads to, and by which values. */
import {
  type ConstDirectiveNode,
  type ConstObjectFieldNode,
  type ConstObjectValueNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { fail } from './file-error.ts';
import type { DeclaredKeyPart, Relation, RelationTarget } from './relation.ts';

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
      `The field "${name.value}" cannot be non-null, because nothing promises that there is a row. Take away the "!".`,
    );
  }
  if (type.kind === Kind.LIST_TYPE) {
    fail(
      `The field "${name.value}" has the type of a list. Give the connection of the table, such as flights_connection.`,
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
  const [keyspace, collection, namespace, id] = (['keyspace', 'collection', 'namespace', 'id'] as const).map((name) =>
    readText(args, name),
  );
  if (collection !== undefined) {
    if (args.has('key') || keyspace !== undefined) {
      fail(
        '@related leads to documents by "collection", so "key" and "keyspace" have no place in it. Use "namespace" and "id".',
      );
    }
    return {
      kind: 'documents',
      collection,
      ...(namespace !== undefined && { namespace }),
      ...(id !== undefined && { id }),
    };
  }
  if (id !== undefined || namespace !== undefined || args.has('where')) {
    fail('@related has "id", "namespace" and "where" for documents alone. Name their "collection", or give a "key".');
  }
  const key = args.get('key');
  if (key?.kind !== Kind.OBJECT || key.fields.length === 0) {
    fail(
      '@related needs the columns of a key: write key: { iata: "origin" }, with the column there and the column here.',
    );
  }
  return { kind: 'rows', key: key.fields.map(readKeyPart), ...(keyspace !== undefined && { keyspace }) };
}

function readKeyPart({ name, value, loc }: ConstObjectFieldNode): DeclaredKeyPart {
  const column = name.value;
  if (value.kind === Kind.STRING) return { column, from: value.value };
  const constant = value.kind === Kind.OBJECT && constantOf(value);
  if (constant) return { column, value: readConstant(column, constant) };
  return fail(
    `The column "${column}" of the key has no column to take its value from. Name one as text, or write { value: … } for a constant.`,
    loc?.startToken.line,
  );
}

function constantOf({ fields: [field, ...others] }: ConstObjectValueNode): ConstValueNode | undefined {
  return field?.name.value === 'value' && others.length === 0 ? field.value : undefined;
}

/** Numbers that a double would change are refused: as text they are exact. */
function readConstant(column: string, node: ConstValueNode): unknown {
  const value: unknown = valueFromASTUntyped(node);
  if (value === null || value === undefined) {
    fail(
      `The constant for the column "${column}" of the key is null, and no key has null. Give a value.`,
      node.loc?.startToken.line,
    );
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
