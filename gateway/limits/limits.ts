/** Refuses documents that are too big before they are validated. Upstream calls have a budget of their own. */
import { type DocumentNode, type GraphQLError, Kind, type parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { memoize } from '../../datasources/shared/memoize.ts';
import { LIMIT_SETTINGS, type RequestLimits } from '../config/limit-settings.ts';
import { createRefusal } from '../shared/refusal.ts';
import { parseUnlocated } from '../shared/source-locations.ts';
import { isDocumentDeeper } from './nesting.ts';
import { measureOperation, type OperationSize } from './operation-size.ts';

export function useLimits(limits: RequestLimits): Plugin {
  const excessesOf = memoize((document: DocumentNode) => findExcesses(document, limits));
  return {
    onParse({ params, setParseFn }) {
      checkBytes(params.source.toString(), limits);
      setParseFn((source, options) => parseUpTo(source, options, limits));
    },
    onValidate({ params: { documentAST }, setResult }) {
      const errors = excessesOf(documentAST);
      // A result replaces the validation.
      if (errors.length > 0) setResult(errors);
    },
  };
}

function checkBytes(source: string, { maxDocumentBytes }: RequestLimits): void {
  // A character has at most three bytes, so most documents need not be counted.
  if (source.length * 3 <= maxDocumentBytes) return;
  const bytes = Buffer.byteLength(source);
  if (bytes <= maxDocumentBytes) return;
  throw refuseDocument(`The document has ${bytes} bytes, and ${maxDocumentBytes} are allowed`, 'maxDocumentBytes');
}

function parseUpTo(
  ...[source, options, { maxTokens, maxNesting }]: [...Parameters<typeof parse>, RequestLimits]
): DocumentNode {
  if (isDocumentDeeper(source, maxNesting)) {
    throw refuseDocument(
      `The document has more than the ${maxNesting} levels of brackets that are allowed`,
      'maxNesting',
    );
  }
  try {
    return parseUnlocated(source, { ...options, maxTokens });
  } catch (error) {
    if (!(error instanceof Error && /more tha[nt] \d+ tokens/.test(error.message))) throw error;
    throw refuseDocument(`The document has more than the ${maxTokens} tokens that are allowed`, 'maxTokens');
  }
}

function refuseDocument(message: string, setting: 'maxDocumentBytes' | 'maxTokens' | 'maxNesting'): GraphQLError {
  const options = { code: 'GRAPHQL_PARSE_FAILED', status: 400, isGraphQLStatus: true };
  return createRefusal(`${message} (${LIMIT_SETTINGS[setting].env}).`, options);
}

type Bound = readonly [keyof OperationSize, keyof RequestLimits & keyof typeof LIMIT_SETTINGS, noun: string];

const BOUNDS: readonly Bound[] = [
  ['depth', 'maxDepth', 'levels of fields'],
  ['rootFields', 'maxRootFields', 'fields at its top'],
  ['aliases', 'maxAliases', 'aliases'],
  ['directives', 'maxDirectives', 'directives'],
  ['fields', 'maxFields', 'fields'],
  ['signIns', 'maxSignIns', 'sign-ins'],
];

function findExcesses(document: DocumentNode, limits: RequestLimits): readonly GraphQLError[] {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.flatMap((operation) => {
    const size = measureOperation(document, operation);
    const exceeded = BOUNDS.filter(([measure, limit]) => size[measure] > limits[limit]);
    return exceeded.map(([measure, limit, noun]) => {
      const message = `The operation has ${size[measure]} ${noun}, and ${limits[limit]} are allowed (${LIMIT_SETTINGS[limit].env}).`;
      return createRefusal(message, { code: 'GRAPHQL_VALIDATION_FAILED', status: 400, isGraphQLStatus: true });
    });
  });
}
