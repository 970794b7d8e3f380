/** Declared relations as the edges of a schema. What does not fit tables and descriptions is a problem, and no edge. */

import type { DescribedTable } from '../../resolvers/typed/describe.ts';
import { isTable } from '../../resolvers/typed-documents/edge-parts.ts';
import type { TypedCollection } from '../../resolvers/typed-documents/model.ts';
import type { Relation, RelationProblem, Relations } from '../relations/relation.ts';
import { nameOf, type TypedKeyspace } from './keyspaces.ts';
import { type Edge, findOrigin, type Place, toEdge } from './to-edge.ts';

export type { Edge, Place };

/** What edges lead to in another keyspace. */
export interface ForeignPlaces {
  readonly keyspace: TypedKeyspace;
  readonly tables: readonly DescribedTable[];
  readonly collections: readonly TypedCollection[];
}

export interface Edges {
  of(place: Place): readonly Edge[];
  readonly foreign: readonly ForeignPlaces[];
  /** Of the relations of the keyspace itself. */
  readonly problems: readonly RelationProblem[];
}

/** @param others - keyspaces that relations may lead to, each described as foreign */
export function resolveEdges(own: TypedKeyspace, others: readonly TypedKeyspace[], { byKeyspace }: Relations): Edges {
  const keyspaces = new Map([own, ...others].map((each) => [nameOf(each), each]));
  const edges = new Map<Place, Edge[]>();
  const foreign = new Map<TypedKeyspace, Set<Place>>();
  const problems: RelationProblem[] = [];

  function addAll(from: TypedKeyspace, isWanted: (origin: Place) => boolean, onProblem: OnProblem): void {
    for (const relation of byKeyspace.get(nameOf(from)) ?? []) {
      const origin = findOrigin(from, relation.type);
      if (typeof origin !== 'string' && !isWanted(origin)) continue;
      const edge = toEdge(relation, from, keyspaces);
      const problem = typeof edge === 'string' ? edge : add(edge.origin, edge.edge);
      if (problem !== undefined) onProblem(relation, problem);
    }
  }

  function add(origin: Place, edge: Edge): string | undefined {
    const known = edges.get(origin) ?? [];
    if (known.some(({ relation }) => relation.field === edge.relation.field)) {
      return 'The field is declared twice. Take one of the two away, or give it another name.';
    }
    edges.set(origin, [...known, edge]);
    const { target } = edge;
    const there = keyspaces.get((isTable(target) ? target.table : target.ref).keyspace);
    const reached = there && (foreign.get(there) ?? new Set<Place>());
    if (there && there !== own && reached && !reached.has(target)) {
      foreign.set(there, reached.add(target));
      // What does not fit there is told with the graph of that keyspace.
      addAll(
        there,
        (place) => place === target,
        () => {},
      );
    }
    return undefined;
  }

  addAll(
    own,
    () => true,
    ({ file, line, type, field }, problem) => problems.push({ file, line, message: `${type}.${field}: ${problem}` }),
  );
  return {
    of: (place) => edges.get(place) ?? [],
    foreign: [...foreign].map(([keyspace, places]) => ({
      keyspace,
      tables: [...places].filter((place) => isTable(place)),
      collections: [...places].filter((place): place is TypedCollection => !isTable(place)),
    })),
    problems,
  };
}

type OnProblem = (relation: Relation, problem: string) => void;
