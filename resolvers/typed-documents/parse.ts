/** Descriptions of documents in SDL: `type quake @collection(name: "earthquakes", namespace: "geology") { … }`. */
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { SourceError } from '../../datasources/source/errors.ts';
import { toPath } from '../projection/path.ts';
import type {
  DescribedCollection,
  DescribedField,
  DescribedPlace,
  DescribedType,
  DescriptionProblem,
  DocumentDescriptions,
  ValueType,
} from './model.ts';
import { DOCUMENT_FIELDS } from './names.ts';
import { DOCUMENT_SCALARS, isDocumentScalar } from './scalars.ts';

/** `_and` and such are names of filters, and `__…` those of introspection. */
const NAME = /^[A-Za-z]\w*$/;

/** A type as an operator wrote it. */
export interface DescribedNode {
  readonly file: string;
  /** The namespace of its collection, unless `@collection` names another. */
  readonly keyspace: string;
  readonly node: ObjectTypeDefinitionNode;
}

export interface ParsedDescriptions extends DocumentDescriptions {
  readonly problems: readonly (DescriptionProblem & DescribedPlace)[];
}

/**
 * Types with `@collection` describe documents; types without it describe objects inside documents. Fields with `@related` are edges,
 * and are not read here. What does not fit is left out and listed.
 */
export function parseDescriptions(nodes: readonly DescribedNode[]): ParsedDescriptions {
  const problems: (DescriptionProblem & DescribedPlace)[] = [];
  const nested = new Set(
    nodes.filter(({ node }) => !directiveOf(node, 'collection')).map(({ node }) => node.name.value),
  );
  let file = '';
  const note = (node: FieldDefinitionNode | ObjectTypeDefinitionNode, message: string) =>
    problems.push({ file, line: node.name.loc?.startToken.line ?? 1, message });

  function toValueType(node: TypeNode): ValueType | undefined {
    if (node.kind === Kind.NON_NULL_TYPE) {
      const type = toValueType(node.type);
      return type && { ...type, isRequired: true };
    }
    if (node.kind === Kind.LIST_TYPE) {
      const element = toValueType(node.type);
      return element && { kind: 'list', element, isRequired: false };
    }
    const name = node.name.value;
    if (nested.has(name)) return { kind: 'object', name, isRequired: false };
    return isDocumentScalar(name) ? { kind: 'scalar', name, isRequired: false } : undefined;
  }

  function toField(node: FieldDefinitionNode, owner: string, isDocument: boolean): DescribedField | undefined {
    const { name, type: typeNode, description } = node;
    const what = `The field "${owner}.${name.value}"`;
    if (!NAME.test(name.value)) {
      note(node, `${what} begins with an underscore, as fields that every filter has do. Give it another name.`);
      return undefined;
    }
    if (isDocument && DOCUMENT_FIELDS.has(name.value)) {
      note(node, `${what} has a name that every document has. Give it another name.`);
      return undefined;
    }
    const type = toValueType(typeNode);
    if (!type) {
      note(
        node,
        `${what} has a type that is not known. Use ${Object.keys(DOCUMENT_SCALARS).join(', ')}, a list of them, or a type of this file without @collection.`,
      );
      return undefined;
    }
    const directive = directiveOf(node, 'path');
    const text = directive ? textArgument(directive, 'to') : undefined;
    if (directive && text === undefined) {
      note(node, `${what} has a @path without "to". Write @path(to: "…").`);
      return undefined;
    }
    try {
      const path = text === undefined ? [name.value] : toPath(text);
      if (path.length > 0) return { name: name.value, path, type, description: description?.value };
      note(node, `${what} has an empty path. Name a member, or leave the field out: "data" reads the whole document.`);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      note(node, `${what}: ${error.message}`);
    }
    return undefined;
  }

  function toType(node: ObjectTypeDefinitionNode, isDocument: boolean): DescribedType | undefined {
    const name = node.name.value;
    const own = (node.fields ?? []).filter((field) => !directiveOf(field, 'related'));
    const fields = own.flatMap((field) => toField(field, name, isDocument) ?? []);
    const place = { file, line: node.name.loc?.startToken.line ?? 1 };
    if (fields.length > 0) return { name, description: node.description?.value, fields, place };
    note(node, `The type "${name}" describes no field. Give it at least one, or take it away.`);
    return undefined;
  }

  function toCollection(
    node: ObjectTypeDefinitionNode,
    directive: ConstDirectiveNode,
    keyspace: string,
  ): DescribedCollection | undefined {
    const collection = textArgument(directive, 'name');
    const type = toType(node, true);
    if (collection === undefined) {
      note(node, `The @collection of "${node.name.value}" names no collection. Add name: "…".`);
      return undefined;
    }
    return type && { ...type, collection, namespace: textArgument(directive, 'namespace') ?? keyspace };
  }

  const collections: DescribedCollection[] = [];
  const types = new Map<string, DescribedType>();
  const names = new Set<string>();
  for (const { node, keyspace, file: name } of nodes) {
    file = name;
    if (names.has(node.name.value)) {
      note(node, `The type "${node.name.value}" is described twice. Take one away, or give it another name.`);
      continue;
    }
    names.add(node.name.value);
    const directive = directiveOf(node, 'collection');
    const collection = directive && toCollection(node, directive, keyspace);
    const type = directive ? undefined : toType(node, false);
    if (collection) collections.push(collection);
    if (type) types.set(type.name, type);
  }
  return { collections, types, problems };
}

function directiveOf(
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined {
  return directives?.find((directive) => directive.name.value === name);
}

function textArgument({ arguments: given }: ConstDirectiveNode, name: string): string | undefined {
  const value = given?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
