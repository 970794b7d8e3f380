import { GraphQLError } from 'graphql';

export interface RefusalOptions {
  /** `extensions.code` */
  readonly code: string;
  readonly status: number;
  /** Whether clients that accept `application/json` alone get 200 instead, as they expect of errors in a document. */
  readonly isGraphQLStatus?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a request is not answered. Yoga makes the whole answer of it: its status, its headers and its one error. */
export function createRefusal(message: string, options: RefusalOptions): GraphQLError {
  const { code, status, isGraphQLStatus = false, headers } = options;
  const http = { status, ...(isGraphQLStatus && { spec: true }), ...(headers && { headers }) };
  return new GraphQLError(message, { extensions: { code, http } });
}
