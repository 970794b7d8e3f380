/** How deep things are nested, found out before anything walks through them that could run out of stack. */
import { Lexer, Source, TokenKind } from 'graphql';
import { NumberText } from '../../datasources/json/json-value.ts';

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Whether brackets of any kind stand within more than `most` others.
 *
 * @throws GraphQLError - where the document cannot be read
 */
export function isDocumentDeeper(source: string | Source, most: number): boolean {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let depth = 0;
  while (lexer.advance().kind !== TokenKind.EOF && depth <= most) {
    if (OPENING.has(lexer.token.kind)) depth++;
    if (CLOSING.has(lexer.token.kind)) depth--;
  }
  return depth > most;
}

/** Whether lists and objects stand within more than `most` others. */
export function isValueDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof NumberText) return false;
  return most === 0 || Object.values(value).some((item) => isValueDeeper(item, most - 1));
}
