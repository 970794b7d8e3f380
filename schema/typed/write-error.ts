/** How one item of many failed: the type of the universal graph, so that subgraphs of both compose. */
import { GraphQLEnumType, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';

const CODES = {
  UNAUTHENTICATED: 'No token was sent, or one that is not known (any more).',
  FORBIDDEN: 'The token is known, but may not do this.',
  NOT_FOUND: 'What should be changed or deleted does not exist.',
  CONFLICT: 'It exists already, or its present state does not allow the change.',
  BAD_USER_INPUT: 'A key, value, filter or option cannot be carried out as it is; the message names it.',
  INVALID_CURSOR: 'A cursor was altered, or is used with other arguments than those it was made for.',
  RATE_LIMITED: 'The upstream asked to slow down. Try again later.',
  NOT_SUPPORTED: 'The back end of this database cannot do it at all.',
  DATABASE_UNAVAILABLE: 'The database does not serve at the moment.',
  UPSTREAM_TIMEOUT: 'No answer came in time. A write may have happened all the same.',
  UPSTREAM_UNAVAILABLE: 'The upstream could not be reached. A write may have happened all the same.',
  UPSTREAM_ERROR: 'The upstream failed, or answered something that it should not.',
  UPSTREAM_BUDGET_EXCEEDED: 'The operation needed more upstream requests than one operation may make.',
  INTERNAL_SERVER_ERROR: 'A fault of the gateway itself.',
};

const ERROR_CODE = new GraphQLEnumType({
  name: 'ErrorCode',
  description: 'The kinds of failures, as `extensions.code` of an error names them.',
  values: Object.fromEntries(Object.entries(CODES).map(([code, description]) => [code, { description }])),
});

export const WRITE_ERROR = new GraphQLObjectType({
  name: 'WriteError',
  description: 'How one item of many failed. The other items stand.',
  fields: {
    code: { description: 'The kind of the failure.', type: new GraphQLNonNull(ERROR_CODE) },
    message: {
      description: 'What is wrong, in a sentence, with the value that was given and the cure where there is one.',
      type: new GraphQLNonNull(GraphQLString),
    },
  },
});
