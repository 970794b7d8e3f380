/**
 * A surface: a schema with a path. The same text means something else on another surface, so every key that is made of a
 * document or a request begins with the key of its surface.
 */
import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { chain, type MaybePromise } from '../../datasources/shared/maybe-promise.ts';
import { memoize } from '../../datasources/shared/memoize.ts';
import type { SurfaceKind } from '../shared/request-state.ts';

export interface Surface {
  /** Path at which GraphQL is answered. */
  readonly endpoint: string;
  readonly schema: GraphQLSchema;
}

/** The surfaces that one server answers. */
export interface Surfaces {
  /** In metrics. */
  readonly kind: SurfaceKind;
  /** Their paths, as a pattern of URLs. */
  readonly pattern: string;
  has(pathname: string): boolean;
  /** The surface of a request, if that is known without asking upstream. */
  recall(request: Request): Surface | undefined;
  /** @throws GraphQLError - when there is none */
  find(request: Request): MaybePromise<Surface>;
}

/** A surface that is there from the start. */
export function oneSurface(surface: Surface): Surfaces {
  const { endpoint } = surface;
  return {
    kind: 'universal',
    pattern: endpoint,
    has: (pathname) => pathname === endpoint || pathname === `${endpoint}/`,
    recall: () => surface,
    find: () => surface,
  };
}

const found = new WeakMap<Request, Surface>();

/** Finds the surface of each request when its body has been parsed, and executes it there. */
export function useSurfaces(surfaces: Surfaces): Plugin {
  return {
    onRequestParse: ({ request }) => ({
      onRequestParseDone: () => chain(surfaces.find(request), (surface) => void found.set(request, surface)),
    }),
    onEnveloped({ setSchema, context }) {
      setSchema(surfaceOf((context as { request: Request }).request).schema);
    },
  };
}

/** The surface of a request whose body has been parsed. */
export function surfaceOf(request: Request): Surface {
  const surface = found.get(request);
  if (!surface) throw new Error('The surface of the request is not known yet');
  return surface;
}

let schemas = 0;

/** By identity: two schemas with equal SDL may have different resolvers. */
const schemaIdOf = memoize((_: GraphQLSchema) => {
  schemas += 1;
  return schemas;
});

/** Equal for the same path and the same schema object alone. Holds no line break. */
export function surfaceKey({ endpoint, schema }: Surface): string {
  return `${endpoint} ${schemaIdOf(schema)}`;
}
