/** Executes queries that come again as compiled code instead of walking their documents. The only file that knows graphql-jit. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isLeafType,
  type NamedTypeNode,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { remembered } from '../datasources/remembered.ts';
import { measureOperation } from './limits/operation-size.ts';

/** By the operation's name: how often it came, or what was made of it; `refused` is not compiled. */
type Compiled = Map<string, number | CompiledQuery | 'refused'>;

/** Compiling takes as long as some executions, so that it has to be worth it, and nobody can have it for one request. */
const COMPILE_AFTER = 20;
/** A tenth of a millisecond each, during which nobody else is served. */
const MAX_FIELDS = 300;
/** What was compiled first makes room for more, and is compiled again when it comes again. */
const MAX_COMPILED = 200;

/** With the older way, directives on a fragment can leave out fields that another spread selects. */
const OPTIONS = { useExperimentalPathBasedSkipInclude: true };

/**
 * Queries alone: those are what comes again, and the work of a mutation is upstream. Of those, the ones whose variables are
 * scalars: code for an input that may hold itself, as filters do, grows without end while it is compiled. Documents are
 * those of the parser's cache, and what was made of them goes with them.
 */
export function useCompiledExecution(): Plugin {
  const compiledOf = remembered((_: DocumentNode): Compiled => new Map());
  /** Forget one compiled query each, the oldest first. */
  const forget: (() => void)[] = [];

  function find(operation: OperationDefinitionNode, args: ExecutionArgs): CompiledQuery | undefined {
    const byName = compiledOf(args.document);
    const name = args.operationName ?? '';
    const state = byName.get(name) ?? 0;
    if (typeof state !== 'number') return state === 'refused' ? undefined : state;
    const next = state < COMPILE_AFTER ? state + 1 : compile(operation, args);
    byName.set(name, next);
    if (typeof next !== 'object') return undefined;
    forget.push(() => byName.delete(name));
    if (forget.length > MAX_COMPILED) forget.shift()?.();
    return next;
  }

  return {
    onExecute({ args, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'query') return;
      const compiled = find(operation, args);
      if (compiled) setExecuteFn((executed) => run(compiled, operation, executed));
    },
  };
}

function hasLeafVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type }) => isLeafType(getNamedType(typeFromAST(schema, type as NamedTypeNode))));
}

function compile(operation: OperationDefinitionNode, { schema, document, operationName }: ExecutionArgs) {
  const isSmall = measureOperation(document, operation).fields <= MAX_FIELDS;
  if (!isSmall || !hasLeafVariables(schema, operation)) return 'refused';
  try {
    const made = compileQuery(schema, document, operationName ?? undefined, OPTIONS);
    return isCompiledQuery(made) ? made : 'refused';
  } catch {
    // Such as where the process may not make code from text.
    return 'refused';
  }
}

async function run(
  compiled: CompiledQuery,
  operation: OperationDefinitionNode,
  { schema, document, rootValue, contextValue, variableValues }: ExecutionArgs,
): Promise<ExecutionResult> {
  const { coerced, errors } = readVariables(schema, operation, variableValues ?? {});
  if (errors) return { errors };
  return repair(await compiled.query(rootValue, contextValue, coerced), document);
}

/** By graphql itself, so that they are refused in its words. What is coerced already passes compiled code unchanged. */
function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>>,
) {
  return getVariableValues(schema, variableDefinitions, inputs, { maxErrors: 50 });
}

/** The errors of compiled code know their places by line alone, and have no `extensions`. */
function repair(result: ExecutionResult, { loc }: DocumentNode): ExecutionResult {
  if (!result.errors) return result;
  const source = loc?.source;
  const errors = result.errors.map(({ message, path, locations = [], originalError }) => {
    const positions = locations.map(({ line, column }) => positionOf(source?.body ?? '', line, column));
    return new GraphQLError(message, { path, source, positions, originalError });
  });
  return { ...result, errors };
}

/** @param line - from 1, as `column` */
function positionOf(text: string, line: number, column: number): number {
  let start = 0;
  const breaks = /\r\n|[\n\r]/g;
  for (let at = 1; at < line && breaks.exec(text); at += 1) start = breaks.lastIndex;
  return start + column - 1;
}
