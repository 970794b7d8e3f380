/**
 * Types and directives that the Federation 2 specification adds to every subgraph. The directives have the names under which
 * `@link` imports them; the SDL imports each that it applies.
 */
export const FEDERATION_DEFINITIONS = `
  directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
  directive @requires(fields: FieldSet!) on FIELD_DEFINITION
  directive @provides(fields: FieldSet!) on FIELD_DEFINITION
  directive @external(reason: String) on OBJECT | FIELD_DEFINITION
  directive @extends on OBJECT | INTERFACE
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @override(from: String!) on FIELD_DEFINITION
  directive @interfaceObject on OBJECT
  directive @composeDirective(name: String!) repeatable on SCHEMA
  directive @tag(name: String!) repeatable on
    | FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE
    | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
  directive @inaccessible on
    | FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE
    | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @link(url: String!, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

  enum link__Purpose {
    "The directives of the specification are needed to serve the schema safely."
    SECURITY
    "The directives of the specification are needed to execute operations."
    EXECUTION
  }

  "The name of a directive or type that is imported, or an object with its name and another one for it."
  scalar link__Import

  "A selection of fields, without the braces around it."
  scalar FieldSet

  "What another subgraph knows of an object: its type and the fields of one of its keys."
  scalar _Any

  "What a composer wants to know of this subgraph."
  type _Service {
    "The schema of this subgraph with its directives."
    sdl: String!
  }
`;

/** The query fields of routers and composers, and the union of the entities. Without entities there is `_service` alone. */
export function federationQueries(entities: readonly string[]): string {
  const service = '"What a composer wants to know of this subgraph." _service: _Service!';
  if (entities.length === 0) return `extend type Query { ${service} }`;
  return `
    "An object that other subgraphs may refer to."
    union _Entity = ${entities.join(' | ')}
    extend type Query {
      ${service}
      "The objects that are referred to, in the same order, with \`null\` for those that do not exist."
      _entities("What is known of each object." representations: [_Any!]!): [_Entity]!
    }`;
}
