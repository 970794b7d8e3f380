/** Adds to an executable schema what routers and composers ask a subgraph. */
import { extendSchema, type GraphQLSchema, isScalarType, parse } from 'graphql';
import { scalars } from '../../resolvers/scalars/scalars.ts';
import { createEntitiesResolver, type SubgraphParts } from './build.ts';
import { FEDERATION_DEFINITIONS, federationQueries } from './specification.ts';

export interface Extension<C> {
  /** With federation directives and their `@link`; made when it is first asked for. */
  readonly sdl: () => string;
  readonly references: SubgraphParts<C>['references'];
}

export function extendToSubgraph<C>(schema: GraphQLSchema, { sdl, references }: Extension<C>): GraphQLSchema {
  const entities = Object.keys(references);
  const extended = extendSchema(schema, parse(`${FEDERATION_DEFINITIONS}${federationQueries(entities)}`));
  const { _service, _entities } = extended.getQueryType()?.getFields() ?? {};
  let text: string | undefined;
  if (_service) {
    _service.resolve = () => {
      text ??= sdl();
      return { sdl: text };
    };
  }
  if (_entities)
    _entities.resolve = createEntitiesResolver(entities, references) as NonNullable<typeof _entities.resolve>;
  const any = extended.getType('_Any');
  // A key in a reference is read like one in an argument, so that numbers keep their digits.
  if (isScalarType(any)) Object.assign(any, scalars.CqlValue);
  return extended;
}
