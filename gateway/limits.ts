/** Refuses operations that are too big to begin with, before anything is executed. Upstream calls have a budget of their own. */
import { GraphQLError, parse, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { measureOperation, type OperationSize } from './operation-size.ts';

export interface RequestLimits {
  readonly maxBodyBytes: number;
  /** Lexical tokens of a document. */
  readonly maxTokens: number;
  /** Levels of fields; `{ a { b } }` has two. */
  readonly maxDepth: number;
  /** Aliases and fields of an operation, with fragments counted wherever they are spread. */
  readonly maxAliases: number;
  readonly maxFields: number;
  /** Upstream calls that one operation may make. */
  readonly maxCalls: number;
}

export function useLimits(limits: RequestLimits): Plugin {
  const rule = createSizeRule(limits);
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: limits.maxTokens }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(rule);
    },
  };
}

function createSizeRule({ maxDepth, maxAliases, maxFields }: RequestLimits): ValidationRule {
  const bounds: [keyof OperationSize, number, string][] = [
    ['depth', maxDepth, 'levels of fields'],
    ['aliases', maxAliases, 'aliases'],
    ['fields', maxFields, 'fields'],
  ];
  return function OperationSizeRule(context) {
    const document = context.getDocument();
    return {
      OperationDefinition(operation) {
        const size = measureOperation(document, operation);
        for (const [measure, most, noun] of bounds) {
          if (size[measure] <= most) continue;
          const message = `The operation has ${size[measure]} ${noun}, and ${most} are allowed.`;
          context.reportError(new GraphQLError(message, { nodes: operation }));
        }
        return false;
      },
    };
  };
}
