/** The Document API v2: finds the handlers of an address, and converts errors to answers. */
import { type Call, empty, type Service, ServiceError } from '../../core/service.ts';
import { EmptyAnswer } from '../values/errors.ts';
import { type Address, parseAddress } from './address.ts';
import { createBatch } from './batch-route.ts';
import {
  collectionsRoute,
  deleteCollection,
  readSchema,
  replaceSchema,
  upgradeCollection,
} from './collections-routes.ts';
import { callFunction } from './functions-routes.ts';
import { namespaceRoute, namespaces } from './namespaces-routes.ts';
import { findDocuments, readOrSearch } from './reading-routes.ts';
import { answerRoute, type MethodHandlers, notFoundRoute, unmatchedRoute } from './routing.ts';
import { createDocument, deleteAny, patchAny, replaceDocument, replacePart } from './writing-routes.ts';

const NAME = /^\w+$/;

/** Serves `/v2/schemas/namespaces` and `/v2/namespaces`. The data plane has checked that a token is present. */
export const documentService: Service = async (call) => {
  try {
    return await answerRoute(findRoute(parseAddress(call.path), call), call);
  } catch (error) {
    if (error instanceof ServiceError) return error.toReply();
    if (error instanceof EmptyAnswer) return empty(error.status);
    throw error;
  }
};

function findRoute({ segments, hasTrailingSlash }: Address, call: Call): MethodHandlers {
  const [version, root, first, ...rest] = segments;
  if (version !== 'v2') throw notFoundRoute();
  if (root === 'schemas' && first === 'namespaces') return schemaRoute(rest);
  const [keyword, ...below] = rest;
  if (root !== 'namespaces' || !first || !NAME.test(first) || keyword !== 'collections') throw notFoundRoute();
  if (below.length === 0) return collectionsRoute(first);
  if (hasTrailingSlash) throw notFoundRoute();
  return belowCollections(first, below, call.method);
}

function schemaRoute([name, ...others]: readonly string[]): MethodHandlers {
  if (name === undefined) return namespaces;
  if (others.length > 0) throw notFoundRoute();
  if (!NAME.test(name)) throw unmatchedRoute();
  return namespaceRoute(name);
}

function belowCollections(namespace: string, segments: readonly string[], method: string): MethodHandlers {
  const [collection = '', id, ...below] = segments;
  if (!NAME.test(collection)) throw unmatchedRoute();
  if (id === undefined) {
    return {
      GET: (call) => findDocuments(call, namespace, collection),
      POST: (call) => createDocument(call, namespace, collection),
      DELETE: (call) => deleteCollection(call, namespace, collection),
    };
  }
  if (below.length > 0) return partRoute(namespace, collection, id, below, method);
  return { ...documentRoute(namespace, collection, id), ...reservedRoute(namespace, collection, id) };
}

function documentRoute(namespace: string, collection: string, id: string): MethodHandlers {
  const target = { namespace, collection, id, segments: [] };
  return {
    GET: (call) => readOrSearch(call, namespace, collection, id, []),
    PUT: (call) => replaceDocument(call, target),
    PATCH: (call) => patchAny(call, target),
    DELETE: (call) => deleteAny(call, target),
  };
}

/** Reserved words instead of a document id, for some methods only. */
function reservedRoute(namespace: string, collection: string, id: string): MethodHandlers {
  if (id === 'batch') return { POST: (call) => createBatch(call, namespace, collection) };
  if (id === 'upgrade') return { POST: (call) => upgradeCollection(call, namespace, collection) };
  if (id !== 'json-schema') return {};
  return {
    GET: (call) => readSchema(call, namespace, collection),
    PUT: (call) => replaceSchema(call, namespace, collection),
  };
}

/** For POST, a trailing `function` is a function call. */
function partRoute(
  namespace: string,
  collection: string,
  id: string,
  segments: readonly string[],
  method: string,
): MethodHandlers {
  const target = { namespace, collection, id, segments };
  if (method === 'POST' && segments.at(-1) === 'function') {
    return { POST: (call) => callFunction(call, { ...target, segments: segments.slice(0, -1) }) };
  }
  return {
    GET: (call) => readOrSearch(call, namespace, collection, id, segments),
    PUT: (call) => replacePart(call, target),
    PATCH: (call) => patchAny(call, target),
    DELETE: (call) => deleteAny(call, target),
  };
}
