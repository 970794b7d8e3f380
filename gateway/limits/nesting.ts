/** Checks nesting before any recursive function can exhaust the stack. */
import { Lexer, Source, TokenKind } from 'graphql';
import { NumberText } from '../../datasources/json/json-value.ts';

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Whether brackets of any kind are nested deeper than `max`.
 *
 * @throws GraphQLError - where the document cannot be read
 */
export function isDocumentDeeper(source: string | Source, max: number): boolean {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let depth = 0;
  while (lexer.advance().kind !== TokenKind.EOF && depth <= max) {
    if (OPENING.has(lexer.token.kind)) depth++;
    if (CLOSING.has(lexer.token.kind)) depth--;
  }
  return depth > max;
}

/** Whether lists and objects are nested deeper than `max`. */
export function isValueDeeper(value: unknown, max: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof NumberText) return false;
  return max === 0 || Object.values(value).some((item) => isValueDeeper(item, max - 1));
}
