/** Reads the body that creates a table. */

import { ServiceError } from '../core/service.ts';
import type { ColumnPlan, TablePlan } from '../cql/ddl/define-table.ts';
import { quotedName } from '../cql/types/name.ts';
import { invalidArgument } from '../cql/types/refusal.ts';
import { parseType } from '../cql/types/type.ts';
import type { Json, JsonObject } from '../shared/json.ts';
import {
  asObject,
  asText,
  booleanMember,
  integerMember,
  listMember,
  objectMember,
  StructureError,
  textMember,
  validationError,
} from './dto.ts';

interface ColumnDto {
  readonly name: string;
  readonly type: string;
  readonly isStatic: boolean;
}

interface KeyDto {
  readonly partition: ReadonlySet<string>;
  readonly clustering: ReadonlySet<string>;
}

type Orders = ReadonlyMap<string, 'asc' | 'desc'>;

const JAVA_MODELS = 'io.stargate.sgv2.restapi.service.models';

/** Reads the body, with the checks of the service; the database checks the rest. */
export function readTablePlan(keyspace: string, dto: JsonObject): TablePlan {
  const name = textMember(dto, 'name');
  const definitions = listMember(dto, 'columnDefinitions')?.map(readColumn) ?? [];
  const key = readKey(objectMember(dto, 'primaryKey'));
  const options = objectMember(dto, 'tableOptions');
  if (options) integerMember(options, 'defaultTimeToLive');
  const expression = (options && listMember(options, 'clusteringExpression')) ?? [];
  const ordered = expression
    .map(asObject)
    .map((item) => [textMember(item, 'column'), textMember(item, 'order')] as const);
  const ifNotExists = booleanMember(dto, 'ifNotExists');
  if (!name?.trim()) throw validationError('TableAdd.name must be provided');
  if (definitions.length === 0) throw new ServiceError(400, 'TableAdd.columnDefinitions must be provided');
  if (!key) throw nullPointer(`Sgv2Table$PrimaryKey.hasPartitionKey(String)`, 'primaryKeys');
  // The last definition of a repeated name counts, at the position of the first.
  const columns = [...new Map(definitions.map(requireColumnDto).map((column) => [column.name, column])).values()];
  const types = new Map(columns.map((column) => [column.name, parseType(column.type)]));
  const orders = readOrders(ordered, columns, key);
  if (!columns.some((column) => key.partition.has(column.name))) {
    const shown = columns.map((column) => `Column{name=${column.name}, type=${column.type}}`).join(', ');
    throw new ServiceError(
      500,
      `At least one partition key must be specified for table or materialized view '${name}' [${shown}]`,
    );
  }
  checkNames(keyspace, name, columns);
  const positions = positionsIn(key, columns);
  const plans = columns.flatMap((column): ColumnPlan[] => {
    const type = types.get(column.name);
    return type ? [{ name: column.name, type, ...keyPositionOf(column, key, positions, orders) }] : [];
  });
  return { keyspace, name, columns: plans, ifNotExists };
}

function readColumn(item: Json): ColumnDto | null {
  if (item === null) return null;
  const dto = asObject(item);
  return {
    name: textMember(dto, 'name') ?? '',
    type: textMember(dto, 'typeDefinition') ?? '',
    isStatic: booleanMember(dto, 'static'),
  };
}

function requireColumnDto(column: ColumnDto | null): ColumnDto {
  if (!column) throw nullPointer('Sgv2ColumnDefinition.name()', 'columnDef');
  return column;
}

function nullPointer(method: string, variable: string): ServiceError {
  return new ServiceError(500, `Cannot invoke "${JAVA_MODELS}.${method}" because "${variable}" is null`);
}

function readKey(dto: JsonObject | undefined): KeyDto | undefined {
  return dto && { partition: new Set(names(dto, 'partitionKey')), clustering: new Set(names(dto, 'clusteringKey')) };
}

function names(dto: JsonObject, member: string): string[] {
  return (listMember(dto, member) ?? []).map((item) => {
    const text = asText(item);
    if (text === undefined) throw new StructureError('null where a name is due', member);
    return text;
  });
}

/** The direction of each clustering column: all or none must be given. Other columns are ignored. */
function readOrders(
  expression: readonly (readonly [column: string | undefined, order: string | undefined])[],
  columns: readonly ColumnDto[],
  key: KeyDto,
): Orders {
  const clustering = new Set(columns.flatMap(({ name }) => (isClustering(name, key) ? [name] : [])));
  const orders = new Map<string, 'asc' | 'desc'>();
  for (const [column, order] of expression) {
    if (column === undefined || !clustering.has(column)) continue;
    const direction = order?.toLowerCase();
    if (direction !== 'asc' && direction !== 'desc') {
      throw new ServiceError(500, `Unrecognized ordering value '${order ?? 'null'}'`);
    }
    orders.set(column, direction);
  }
  if (orders.size === 0 || orders.size === clustering.size) return orders;
  throw new ServiceError(
    500,
    'Cannot invoke "io.stargate.sgv2.api.common.cql.builder.Column$Order.name()" because the return value of "io.stargate.sgv2.api.common.cql.builder.Column.order()" is null',
  );
}

/** A column in both keys belongs to the partition key. */
function isClustering(name: string, { partition, clustering }: KeyDto): boolean {
  return clustering.has(name) && !partition.has(name);
}

/** The position of each column in its key. Names without a column are not counted. */
function positionsIn(key: KeyDto, columns: readonly ColumnDto[]): ReadonlyMap<string, number> {
  const defined = new Set(columns.map(({ name }) => name));
  const partition = [...key.partition].filter((name) => defined.has(name));
  const clustering = [...key.clustering].filter((name) => defined.has(name) && isClustering(name, key));
  return new Map([...partition.entries(), ...clustering.entries()].map(([position, name]) => [name, position]));
}

/** Kind, position and direction. */
function keyPositionOf(
  { name, isStatic }: ColumnDto,
  key: KeyDto,
  positions: ReadonlyMap<string, number>,
  orders: Orders,
): Pick<ColumnPlan, 'kind' | 'position' | 'order'> {
  const position = positions.get(name) ?? 0;
  if (key.partition.has(name)) return { kind: 'partition', position, order: 'asc' };
  if (isClustering(name, key)) return { kind: 'clustering', position, order: orders.get(name) ?? 'asc' };
  return { kind: isStatic ? 'static' : 'regular', position: 0, order: 'asc' };
}

/** An empty name makes a statement that the parser rejects. */
function checkNames(keyspace: string, table: string, columns: readonly ColumnDto[]): void {
  const empty = columns.findIndex(({ name }) => name === '');
  if (empty < 0) return;
  const target = `${quotedName(keyspace)}.${quotedName(table)} (`;
  const before = columns.slice(0, empty).map(({ name, type }) => `${quotedName(name)} ${type}, `);
  const statement = `CREATE TABLE ${target}${before.join('')}`;
  throw invalidArgument(
    `line 1:${statement.length} mismatched input '""' expecting ')' (...${target}${before.join('')}[""]...)`,
  );
}
