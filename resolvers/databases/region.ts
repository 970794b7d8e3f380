import type { QueryResolvers } from '../shared/types.generated.ts';

export const regionQueries: Pick<QueryResolvers, 'availableRegions' | 'serverlessRegions'> = {
  availableRegions: (_, __, { loaders }) => loaders.availableRegions(),
  serverlessRegions: (_, __, { loaders }) => loaders.serverlessRegions(),
};
