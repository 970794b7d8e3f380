/** Refuses features of GraphQL that the gateway does not have, each with its cure; graphql's own messages name none. */
import { type DocumentNode, type GraphQLError, OperationTypeNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { memoize } from '../../datasources/shared/memoize.ts';
import { createRefusal } from '../shared/refusal.ts';

/** By what a document has. docs/absent.md says more. */
const CURES = {
  subscription:
    'Subscriptions are not supported, because no upstream API tells of changes: send a query, and send it again when its answer is too old.',
  '@defer': '@defer is not supported: ask for what is slow in an operation of its own.',
  '@stream': '@stream is not supported: ask for a list in pages, with the arguments first and after.',
};

export function useAbsentFeatures(): Plugin {
  const refusalsOf = memoize((document: DocumentNode) => refusals(document));
  return {
    onValidate({ params: { documentAST }, setResult }) {
      const errors = refusalsOf(documentAST);
      // A result replaces the validation.
      if (errors.length > 0) setResult(errors);
    },
  };
}

function refusals(document: DocumentNode): readonly GraphQLError[] {
  const found = new Set<string>();
  visit(document, {
    OperationDefinition({ operation }) {
      if (operation === OperationTypeNode.SUBSCRIPTION) found.add(operation);
    },
    Directive: ({ name }) => void found.add(`@${name.value}`),
  });
  return Object.entries(CURES)
    .filter(([feature]) => found.has(feature))
    .map(([, message]) =>
      createRefusal(message, { code: 'GRAPHQL_VALIDATION_FAILED', status: 400, isGraphQLStatus: true }),
    );
}
