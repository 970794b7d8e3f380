/** Tries trusted documents on a schema before they are served. */
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  KnownTypeNamesRule,
  parse,
  validate,
} from 'graphql';
import type { TrustedDocument, TrustedDocuments } from './trusted-documents.ts';

export interface TrustedCheck {
  /** A sentence for each document that no graph can execute. */
  readonly problems: readonly string[];
  /** The ids of documents that name what the schema lacks: typed graphs may have it. */
  readonly elsewhere: readonly string[];
}

/** @param schema - of the universal graph */
export function checkTrusted({ entries }: TrustedDocuments, schema: GraphQLSchema): TrustedCheck {
  const invalid = entries.flatMap((entry) => check(entry, schema));
  const ofTypedGraph = (document: DocumentNode) => asksTypedGraph(document, schema);
  return {
    problems: invalid
      .filter(({ document }) => !ofTypedGraph(document))
      .map(({ id, error }) => `The trusted document ${id} is not valid: ${error.message}`),
    elsewhere: invalid.filter(({ document }) => ofTypedGraph(document)).map(({ id }) => id),
  };
}

interface Invalid {
  readonly id: string;
  readonly document: DocumentNode;
  readonly error: GraphQLError;
}

function check([id, text]: TrustedDocument, schema: GraphQLSchema): readonly Invalid[] {
  const document = parse(text);
  const [error] = validate(schema, document, undefined, { maxErrors: 1 });
  return error ? [{ id, document, error }] : [];
}

/** Whether a root field or a type is unknown here. A fragment on a root type counts as its operation does. */
function asksTypedGraph(document: DocumentNode, schema: GraphQLSchema): boolean {
  if (validate(schema, document, [KnownTypeNamesRule]).length > 0) return true;
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return document.definitions.some((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) return false;
    const root =
      definition.kind === Kind.OPERATION_DEFINITION
        ? schema.getRootType(definition.operation)
        : roots.find((type) => type?.name === definition.typeCondition.name.value);
    const names = definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : []));
    return root ? names.some((name) => !name.startsWith('__') && !Object.hasOwn(root.getFields(), name)) : false;
  });
}
