/** The REST API v2 of one database: finds the route of a call, checks method and media types, runs the handler. */

import { type Call, empty, type Reply, type Service, ServiceError } from '../core/service.ts';
import { ConversionError } from '../cql/types/codec.ts';
import { MalformedTypeError } from '../cql/types/type.ts';
import { checkAccept, checkContentType } from './content-negotiation.ts';
import { StructureError } from './dto.ts';
import { pathSegments } from './path.ts';
import { findRoute, type Method } from './routes.ts';

/** Answers every `/v2` call outside the Document API; throws `ServiceError`. */
export const restService: Service = async (call) => {
  try {
    return await answer(call);
  } catch (error) {
    if (error instanceof StructureError) return empty(400);
    if (error instanceof MalformedTypeError || error instanceof ConversionError) {
      throw new ServiceError(500, error.message);
    }
    throw error;
  }
};

async function answer(call: Call): Promise<Reply> {
  const match = findRoute(pathSegments(call.path));
  if (!match) throw unknownPath();
  const { route, names } = match;
  if (call.method === 'OPTIONS') return empty(200, { allow: route.allow });
  const handler = Object.hasOwn(route.methods, call.method) ? route.methods[call.method as Method] : undefined;
  if (!handler) {
    throw route.otherMethods === 405 ? new ServiceError(405, 'HTTP 405 Method Not Allowed') : unknownPath();
  }
  checkContentType(call.headers);
  return checkAccept(call.headers) ?? (await handler(call, names));
}

function unknownPath(): ServiceError {
  return new ServiceError(404, 'Unable to find matching target resource method');
}
