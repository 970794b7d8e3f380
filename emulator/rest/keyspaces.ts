/** `/v2/schemas/keyspaces` */
import type { Keyspace } from '../core/catalog.ts';
import { type Call, empty, json, type Reply, ServiceError } from '../core/service.ts';
import { createKeyspace, dropKeyspace, type KeyspacePlan } from '../cql/ddl/define-keyspace.ts';
import { jacksonValue } from '../cql/types/java.ts';
import { type Json, type JsonObject, parseJson, printJson } from '../shared/json.ts';
import { asText, integerMember, StructureError, textMember, validationError } from './dto.ts';
import { mismatch } from './jackson.ts';
import { wrapData } from './lookup.ts';

const DEFAULT_REPLICAS = 1;
const DEFAULT_DATACENTER_REPLICAS = 3;

export async function listKeyspaces(call: Call): Promise<Reply> {
  call.authorize();
  return json(200, wrapData(call, call.database.catalog.keyspaces().map(keyspaceJson)));
}

export async function readKeyspace(call: Call, [name = '']: readonly string[]): Promise<Reply> {
  call.authorize();
  const keyspace = call.database.catalog.keyspace(name);
  if (!keyspace) throw new ServiceError(404, `Unable to describe keyspace '${name}'`);
  return json(200, wrapData(call, keyspaceJson(keyspace)));
}

export async function addKeyspace(call: Call): Promise<Reply> {
  const plan = readKeyspacePlan(await call.body());
  call.authorize();
  createKeyspace(call.database, { ...plan, isSelfHosted: true });
  return json(201, { name: plan.name });
}

export async function removeKeyspace(call: Call, [name = '']: readonly string[]): Promise<Reply> {
  call.authorize();
  dropKeyspace(call.database, name);
  return empty(204);
}

/** Only network topologies show their datacenters; the replicas of other strategies are not shown. */
function keyspaceJson({ name, replication }: Keyspace): unknown {
  if (replication.strategy !== 'networkTopology') return { name };
  return {
    name,
    datacenters: replication.datacenters.map(({ name: center, replicas }) => ({ name: center, replicas })),
  };
}

/** Reads the body that creates a keyspace. */
export function readKeyspacePlan(text: string): KeyspacePlan {
  if (text.trim() === '') throw validationError('must not be blank');
  const body = parseBody(text);
  const shown = printJson(jacksonValue(body));
  if (!(body instanceof Map)) {
    throw new ServiceError(400, `Invalid JSON payload for Keyspace creation; must be JSON Object: ${shown}`);
  }
  try {
    return planOf(body, shown);
  } catch (error) {
    if (!(error instanceof StructureError)) throw error;
    const location = `\n at [Source: UNKNOWN; byte offset: #UNKNOWN] (through reference chain: ${CLASS}${error.member})`;
    throw new ServiceError(
      400,
      `Malformatted JSON payload (${shown}) for Keyspace creation, problem ${error.message}${location}`,
    );
  }
}

function parseBody(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceError(400, `Invalid JSON payload for Keyspace creation, problem: ${error.message}`);
  }
}

function planOf(body: JsonObject, shown: string): KeyspacePlan {
  const replicas = within('["replicas"]', () => integerMember(body, 'replicas')) ?? DEFAULT_REPLICAS;
  const centers = readDatacenters(body.get('datacenters') ?? null);
  const name = textMember(body, 'name');
  if (name === undefined) throw new ServiceError(400, `Missing 'name' String property in payload Object: ${shown}`);
  if (!centers) return { name, replication: { strategy: 'simple', replicas } };
  const malformatted = `malformatted JSON payload (${shown}) for Keyspace creation:`;
  if (centers.length === 0) throw new ServiceError(400, `${malformatted} empty 'datacenters'`);
  const datacenters = centers.map((center) => {
    if (!center.name) throw new ServiceError(400, `${malformatted} one of 'datacenters' entries missing 'name'`);
    return { name: center.name, replicas: center.replicas };
  });
  return { name, replication: { strategy: 'networkTopology', datacenters } };
}

interface DatacenterDto {
  readonly name: string | undefined;
  readonly replicas: number;
}

const HELPER = 'io.stargate.sgv2.restapi.service.resources.schemas.SchemaBuilderHelper';
const CLASS = `${HELPER}$KeyspaceCreateDefinition`;
const DATACENTER_CLASS = `${HELPER}$DatacenterDefinition`;

function readDatacenters(list: Json): DatacenterDto[] | undefined {
  if (list === null) return undefined;
  if (!Array.isArray(list)) {
    throw new StructureError(mismatch(list, `java.util.ArrayList<${DATACENTER_CLASS}>`), '["datacenters"]');
  }
  return list.map((center, index) =>
    within(`["datacenters"]->java.util.ArrayList[${index}]`, () => {
      if (!(center instanceof Map)) throw new StructureError(mismatch(center, DATACENTER_CLASS));
      return {
        name: asText(center.get('name') ?? null),
        replicas: integerMember(center, 'replicas') ?? DEFAULT_DATACENTER_REPLICAS,
      };
    }),
  );
}

/** Adds the location of a value to a `StructureError`. */
function within<T>(location: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof StructureError) throw new StructureError(error.message, location);
    throw error;
  }
}
