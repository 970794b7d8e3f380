/** Reads the files of an operator: SDL whose parts are headed by `schema @keyspace(name: "…")`. */
import { createHash } from 'node:crypto';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import type { DescribedCollection } from '../../resolvers/typed-documents/model.ts';
import { parseDescriptions } from '../../resolvers/typed-documents/parse.ts';
import { FileError, fail } from './file-error.ts';
import { typeNames } from './reach.ts';
import { readRelated } from './read-related.ts';
import type { DescribedDocuments, Place, Relation, RelationProblem, Relations } from './relation.ts';

export interface SdlFile {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
}

export interface ReadRelations {
  readonly relations: Relations;
  /** What cannot be understood, whatever the tables are. */
  readonly problems: readonly RelationProblem[];
}

export function readRelations(files: readonly SdlFile[]): ReadRelations {
  const relations: Relation[] = [];
  const documents: DescribedDocuments[] = [];
  const problems: RelationProblem[] = [];

  function attempt(place: Place, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof FileError) problems.push({ ...place, ...error.place, message: error.message });
      else if (error instanceof GraphQLError) problems.push({ ...place, ...lineOf(error), message: syntaxOf(error) });
      else throw error;
    }
  }

  function readFile({ name: file, text }: SdlFile): void {
    let keyspace: string | undefined;
    for (const definition of parse(extendSchemas(text)).definitions) {
      const place = { file, line: lineOfDefinition(definition) };
      attempt(place, () => {
        if (definition.kind === Kind.SCHEMA_EXTENSION) keyspace = readHead(definition.directives ?? []);
        else readType(definition, keyspace, place);
      });
    }
  }

  function readType(definition: DefinitionNode, keyspace: string | undefined, place: Place): void {
    const isExtension = definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    if (!isExtension && definition.kind !== Kind.OBJECT_TYPE_DEFINITION) {
      fail(
        'This is neither an "extend type" nor a "type", and there is nothing else in a file of relations. Take it out.',
      );
    }
    if (keyspace === undefined) {
      fail('No keyspace is named before this. Put schema @keyspace(name: "…") above it.');
    }
    const owner = isExtension ? keyspace : (namespaceOf(definition) ?? keyspace);
    if (!isExtension) documents.push({ ...place, keyspace: owner, node: definition });
    for (const field of definition.fields ?? []) {
      const at = { file: place.file, line: field.name.loc?.startToken.line ?? place.line };
      const of = { ...at, keyspace: owner, type: definition.name.value };
      attempt(at, () => relations.push(...readField(field, of, isExtension)));
    }
  }

  for (const file of files) attempt({ file: file.name, line: 1 }, () => readFile(file));
  const described = parseDescriptions(documents);
  problems.push(...described.problems);
  const hash = createHash('sha256').update(JSON.stringify(files.map(({ text }) => text)));
  const placed = relations.map((relation) => withNamespace(relation, described.collections));
  return { relations: { byKeyspace: byKeyspace(placed), documents, hash: hash.digest('base64url') }, problems };
}

/** A type that these files describe says by itself in which namespace its documents are. */
function withNamespace(relation: Relation, described: readonly DescribedCollection[]): Relation {
  const { target, targetType } = relation;
  if (target.kind === 'rows' || target.namespace !== undefined) return relation;
  const isMeant = ({ name, collection }: DescribedCollection) =>
    collection === target.collection && typeNames(targetType).includes(name);
  const namespace = described.find(isMeant)?.namespace;
  return namespace === undefined ? relation : { ...relation, target: { ...target, namespace } };
}

/** A described field of documents is no relation unless it says so. */
function readField(
  field: FieldDefinitionNode,
  of: Pick<Relation, 'file' | 'line' | 'keyspace' | 'type'>,
  isRelation: boolean,
): readonly Relation[] {
  const related = field.directives?.find(({ name }) => name.value === 'related');
  if (related) return [{ ...of, ...readRelated(field, related) }];
  if (isRelation) {
    fail(
      `The field "${field.name.value}" has no @related, so nothing says what it leads to. Add it, or take the field out.`,
    );
  }
  return [];
}

function namespaceOf({ directives }: DefinitionNode & { readonly directives?: readonly ConstDirectiveNode[] }) {
  const collection = directives?.find(({ name }) => name.value === 'collection');
  const value = collection?.arguments?.find(({ name }) => name.value === 'namespace')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function readHead(directives: readonly ConstDirectiveNode[]): string {
  const [head, ...others] = directives;
  const [argument, ...further] = head?.arguments ?? [];
  const value = argument?.value;
  const isHead = head?.name.value === 'keyspace' && argument?.name.value === 'name';
  if (isHead && value?.kind === Kind.STRING && others.length + further.length === 0) return value.value;
  return fail('A part begins with schema @keyspace(name: "…") and nothing more. Write it so.');
}

/** SDL knows a bare `schema @…` only as an extension. Lines stay. */
function extendSchemas(text: string): string {
  const lexer = new Lexer(new Source(text));
  const starts: number[] = [];
  let depth = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    if (token.kind === TokenKind.BRACE_L) depth += 1;
    if (token.kind === TokenKind.BRACE_R) depth -= 1;
    const isSchema = depth === 0 && token.kind === TokenKind.NAME && token.value === 'schema';
    if (isSchema && lexer.lookahead().kind === TokenKind.AT && lexer.lastToken.value !== 'extend') {
      starts.push(token.start);
    }
  }
  return starts.reduceRight((done, start) => `${done.slice(0, start)}extend ${done.slice(start)}`, text);
}

/** That of the name: a description stands above it. */
function lineOfDefinition(definition: DefinitionNode): number {
  const { loc } = ('name' in definition && definition.name) || definition;
  return loc?.startToken.line ?? 1;
}

function lineOf({ locations }: GraphQLError): Partial<Place> {
  const line = locations?.[0]?.line;
  return line === undefined ? {} : { line };
}

function syntaxOf({ message }: GraphQLError): string {
  return `This is no SDL: ${message.replace(/^Syntax Error: /, '').replace(/\.$/, '')}. Correct it.`;
}

function byKeyspace(relations: readonly Relation[]): ReadonlyMap<string, readonly Relation[]> {
  const found = new Map<string, Relation[]>();
  for (const relation of relations) {
    const known = found.get(relation.keyspace);
    if (known) known.push(relation);
    else found.set(relation.keyspace, [relation]);
  }
  return found;
}
