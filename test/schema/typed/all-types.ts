/** A keyspace with every type of CQL, alone and within others, and every kind of table and column. */
import { SCALAR_NAMES } from '../../../datasources/cql/type.ts';
import type { KeyspaceDefinition } from '../../../schema/typed/schema.ts';
import { index, keyspace, type } from './definitions.ts';

const scalars = SCALAR_NAMES.filter((name) => name !== 'counter');
const keyTypes = scalars.filter((name) => name !== 'duration');
const of = (prefix: string, names: readonly string[], toType: (name: string) => string) =>
  names.map((name) => [`${prefix}${name}`, toType(name)] as const);

export function allTypes(): KeyspaceDefinition {
  const types = [
    type('point', { x: 'double', y: 'double' }),
    type('line_segment', { from: 'frozen<point>', to: 'frozen<udt<point>>', Label: 'text' }),
    type('list', { item: 'int', rest: 'frozen<list<int>>' }),
    type('unknown', { shape: 'org.example.Shape' }),
  ];
  return keyspace(
    'all_types',
    {
      scalars: { columns: [['id', 'int'], ...of('a_', scalars, (name) => name)], partition: ['id'] },
      keys: {
        columns: of('', keyTypes, (name) => name),
        partition: ['text', 'int'],
        clustering: keyTypes.filter((name) => name !== 'text' && name !== 'int'),
      },
      containers: {
        columns: [
          ['id', 'int'],
          ...of('list_', scalars, (name) => `list<${name}>`),
          ...of('set_', keyTypes, (name) => `set<${name}>`),
          ...of('frozen_', scalars, (name) => `frozen<list<${name}>>`),
          ...of('map_', keyTypes, (name) => `map<${name}, text>`),
          ...of('by_text_', scalars, (name) => `map<text, ${name}>`),
        ],
        partition: ['id'],
      },
      nested: {
        columns: [
          ['part', 'frozen<tuple<int, text>>'],
          ['row', 'frozen<set<text>>'],
          ['vector', 'vector<float, 3>'],
          ['lists', 'list<frozen<list<frozen<list<int>>>>>'],
          ['maps', 'map<int, frozen<map<text, frozen<list<uuid>>>>>'],
          ['tuples', 'tuple<int, tuple<text, frozen<map<int, bigint>>>>'],
          ['segment', 'line_segment'],
          ['frozen_segment', 'frozen<line_segment>'],
          ['segments', 'map<text, frozen<line_segment>>'],
          ['by_segment', 'map<frozen<line_segment>, frozen<point>>'],
          ['lists_of_lists', 'map<frozen<list>, frozen<list<point>>>'],
          ['points_of_lists', 'map<frozen<list<list>>, frozen<point>>'],
          ['pair_of_points', 'tuple<point, point>'],
        ],
        partition: ['part'],
        clustering: ['row'],
      },
      with_statics: {
        columns: [
          ['part', 'text'],
          ['at', 'timestamp'],
          ['shared', 'text'],
          ['own', 'int'],
        ],
        partition: ['part'],
        clustering: ['-at'],
        statics: ['shared'],
      },
      counters: {
        columns: [
          ['page', 'text'],
          ['day', 'date'],
          ['views', 'counter'],
          ['visits', 'counter'],
        ],
        partition: ['page'],
        clustering: ['day'],
      },
      keys_only: {
        columns: [
          ['one', 'uuid'],
          ['other', 'uuid'],
        ],
        partition: ['one'],
        clustering: ['other'],
      },
      indexed: {
        columns: [
          ['id', 'int'],
          ['regular', 'int'],
          ['attached', 'int'],
          ['attached_text', 'text'],
          ['tags', 'set<text>'],
          ['names', 'list<text>'],
          ['map_keys', 'map<text, int>'],
          ['map_values', 'map<text, int>'],
          ['map_entries', 'map<int, text>'],
          ['whole', 'frozen<list<int>>'],
          ['embedding', 'vector<float, 3>'],
        ],
        partition: ['id'],
      },
      partly_known: {
        columns: [
          ['id', 'int'],
          ['place', "'org.apache.cassandra.db.marshal.PointType'"],
          ['shape', 'frozen<unknown>'],
          ['name', 'text'],
        ],
        partition: ['id'],
      },
      unknown_key: {
        columns: [
          ['id', 'frozen<unknown>'],
          ['name', 'text'],
        ],
        partition: ['id'],
      },
    },
    types,
    {
      indexed: [
        index('regular'),
        index('attached', 'CUSTOM'),
        index('attached_text', 'CUSTOM'),
        index('tags', 'COMPOSITES', 'values'),
        index('names', 'CUSTOM', 'values'),
        index('map_keys', 'COMPOSITES', 'keys'),
        index('map_values', 'COMPOSITES', 'values'),
        index('map_entries', 'CUSTOM', 'entries'),
        index('whole', 'COMPOSITES', 'full'),
        index('embedding', 'CUSTOM'),
      ],
    },
  );
}
