/** The type of a field, taken apart once: its wrappers from the outside in, and the named type. */
import {
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { memoize } from '../../datasources/shared/memoize.ts';

export type Shape =
  | { readonly kind: 'non-null'; readonly of: Shape }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'leaf'; readonly type: GraphQLLeafType }
  | { readonly kind: 'abstract'; readonly type: GraphQLAbstractType }
  | { readonly kind: 'object'; readonly type: GraphQLObjectType };

/** Made once for each type, which a list or non-null type of a schema is for each of its fields. */
export const shapeOf = memoize(toShape);

function toShape(type: GraphQLOutputType): Shape {
  if (isNonNullType(type)) return { kind: 'non-null', of: toShape(type.ofType) };
  if (isListType(type)) return { kind: 'list', of: toShape(type.ofType) };
  if (isLeafType(type)) return { kind: 'leaf', type };
  return isAbstractType(type) ? { kind: 'abstract', type } : { kind: 'object', type };
}

/** The shape without its lists and its marks that forbid null. */
export function namedShape(shape: Shape): Exclude<Shape, { readonly of: Shape }> {
  return 'of' in shape ? namedShape(shape.of) : shape;
}

/** Whether it is a single leaf, null or not: nothing stands below it. */
export function isPlain(shape: Shape): boolean {
  return shape.kind === 'leaf' || (shape.kind === 'non-null' && shape.of.kind === 'leaf');
}
