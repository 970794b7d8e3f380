/** What a resolver is told of its field. */
import type { GraphQLResolveInfo } from 'graphql';
import { type Path, pathOf } from './collected-errors.ts';
import type { Execution } from './execution.ts';
import type { FieldPlan } from './field-plan.ts';

/**
 * Made for each field of each object, and hardly ever looked at: so its members are read where they are kept, and a path is made when it is
 * asked for. All of them can be taken out by name; `Object.keys` and `...` do not see them.
 */
class FieldInfo implements Partial<GraphQLResolveInfo> {
  declare private readonly execution: Execution;
  declare private readonly field: FieldPlan;
  declare private readonly parent: Path | undefined;
  declare private knownPath: Path | undefined;

  constructor(execution: Execution, field: FieldPlan, parent: Path | undefined, path: Path | undefined) {
    this.execution = execution;
    this.field = field;
    this.parent = parent;
    this.knownPath = path;
  }

  get fieldName() {
    return this.field.definition.name;
  }
  get fieldNodes() {
    return this.field.nodes;
  }
  get returnType() {
    return this.field.definition.type;
  }
  get parentType() {
    return this.field.parentType;
  }
  get path() {
    this.knownPath ??= pathOf(this.field, this.parent);
    return this.knownPath;
  }
  get schema() {
    return this.execution.schema;
  }
  get fragments() {
    return this.execution.fragments;
  }
  get rootValue() {
    return this.execution.rootValue;
  }
  get operation() {
    return this.execution.operation;
  }
  get variableValues() {
    return this.execution.variableValues as GraphQLResolveInfo['variableValues'];
  }
}

/** @param parent - of the object that has the field @param path - of the field, if that is known already */
export function resolveInfo(
  execution: Execution,
  field: FieldPlan,
  parent: Path | undefined,
  path: Path | undefined,
): GraphQLResolveInfo {
  const info: Partial<GraphQLResolveInfo> = new FieldInfo(execution, field, parent, path);
  // Newer packages of @graphql-tools, installed beside this one, give the type members of graphql 17.
  return info as GraphQLResolveInfo;
}
