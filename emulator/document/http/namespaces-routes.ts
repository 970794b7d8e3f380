/** `/v2/schemas/namespaces`: a namespace is a keyspace. */
import type { Keyspace } from '../../core/catalog.ts';
import { type Call, empty, json, type Reply, ServiceError } from '../../core/service.ts';
import { createKeyspace, dataCenters, dropKeyspace, type KeyspacePlan } from '../../cql/ddl/define-keyspace.ts';
import { failedPrecondition } from '../../cql/types/refusal.ts';
import type { Json, JsonObject } from '../../shared/json.ts';
import { toJson } from '../../shared/to-json.ts';
import { EmptyAnswer, invalidRequest, notFound } from '../values/errors.ts';
import { readIntMember, readMembers, readTextMember } from './body.ts';
import { answerRead } from './envelope.ts';
import { type MethodHandlers, rejectIfAny } from './routing.ts';

const DEFAULT_REPLICAS_OF_DATACENTER = 3;

interface NewNamespace {
  readonly name: string;
  readonly replicas: number | undefined;
  readonly datacenters: readonly { name: string; replicas: number | undefined }[] | undefined;
}

export const namespaces: MethodHandlers = { GET: listNamespaces, POST: createNamespace };

export function namespaceRoute(name: string): MethodHandlers {
  return {
    GET: (call) => answerRead(call, { data: toJson(describe(requireKeyspace(call, name))) }),
    DELETE: (call) => deleteNamespace(call, name),
  };
}

function listNamespaces(call: Call): Reply {
  call.authorize();
  return answerRead(call, { data: toJson(call.database.catalog.keyspaces().map(describe)) });
}

async function createNamespace(call: Call): Promise<Reply> {
  const members = await readMembers(call, ['name', 'replicas', 'datacenters']);
  if (!members) throw invalidRequest('payload not provided');
  const namespace = readNamespace(members);
  call.authorize();
  const { name } = namespace;
  if (call.database.catalog.keyspace(name)) {
    throw new ServiceError(409, `Create failed: namespace ${name} already exists.`);
  }
  createKeyspace(call.database, { name, isSelfHosted: true, replication: replicationOf(call, namespace) });
  const { replicas, datacenters } = namespace;
  const echo = { name, replicas, datacenters: datacenters?.map((one) => ({ ...one, replicas: one.replicas ?? null })) };
  return json(201, echo, { location: `${call.baseUrl}/v2/schemas/namespaces/${name}` });
}

function deleteNamespace(call: Call, name: string): Reply {
  requireKeyspace(call, name);
  dropKeyspace(call.database, name);
  return empty(204);
}

function requireKeyspace(call: Call, name: string): Keyspace {
  call.authorize();
  const keyspace = call.database.catalog.keyspace(name);
  if (!keyspace) throw notFound(`Namespace ${name} does not exist.`);
  return keyspace;
}

function readNamespace(members: JsonObject): NewNamespace {
  const name = readTextMember(members, 'name') ?? '';
  const replicas = readIntMember(members, 'replicas');
  const datacenters = readDatacenters(members.get('datacenters') ?? undefined);
  rejectIfAny(
    name.trim() === '' && '`name` is required to create a namespace',
    replicas !== undefined && replicas < 1 && 'minimum amount of `replicas` for `SimpleStrategy` is one',
    datacenters?.some((one) => one.name.trim() === '') &&
      'a datacenter `name` is required when using `NetworkTopologyStrategy`',
    datacenters?.some((one) => (one.replicas ?? 1) < 1) && 'minimum amount of `replicas` for a datacenter is one',
  );
  return { name, replicas, datacenters };
}

function readDatacenters(value: Json | undefined): NewNamespace['datacenters'] {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new EmptyAnswer(400);
  return value.map((item) => {
    if (!(item instanceof Map)) throw new EmptyAnswer(400);
    return { name: readTextMember(item, 'name') ?? '', replicas: readIntMember(item, 'replicas') };
  });
}

function replicationOf({ database }: Call, { name, replicas, datacenters }: NewNamespace): KeyspacePlan['replication'] {
  if (!datacenters || datacenters.length === 0) return { strategy: 'simple', replicas: replicas ?? 1 };
  for (const datacenter of datacenters) {
    if (dataCenters(database).includes(datacenter.name)) continue;
    const complaint = `Unrecognized strategy option {${datacenter.name}} passed to NetworkTopologyStrategy`;
    throw failedPrecondition(`${complaint} for keyspace ${name}`);
  }
  return {
    strategy: 'networkTopology',
    datacenters: datacenters.map((one) => ({ ...one, replicas: one.replicas ?? DEFAULT_REPLICAS_OF_DATACENTER })),
  };
}

/** The simple strategy always shows one replica: the bridge of the real server does not report the number. */
function describe({ name, replication }: Keyspace): object {
  if (replication.strategy === 'simple') return { name, replicas: 1 };
  if (replication.strategy === 'local') return { name };
  const datacenters = [...replication.datacenters].sort((left, right) => (left.name < right.name ? -1 : 1));
  return { name, datacenters };
}
