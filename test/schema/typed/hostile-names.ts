/** Names that CQL takes, when quoted, and that a graph could stumble over: words of both languages, generated names, odd characters. */
import { TABLE_SUFFIXES, TYPE_SUFFIXES } from '../../../resolvers/typed/names.ts';

const CQL_WORDS =
  'add allow alter and apply asc authorize batch begin by columnfamily create default delete desc describe drop entries execute from full grant if in index infinity insert into is keyspace limit materialized mbean modify nan norecursive not null of on or order primary rename replace revoke schema scope select set table to token truncate unlogged unset update use using view where with writetime key keys list map tuple frozen static counter ttl timestamp type values json distinct contains entry vector';
const GRAPHQL_WORDS =
  'Query Mutation Subscription Node PageInfo ID String Int Float Boolean BigInt Decimal DateTime LocalDate LocalTime Duration UUID IP Base64 SortOrder WriteError ErrorCode node nodes edge edges query mutation subscription fragment true false schema scalar union interface input enum directive extend implements repeatable first after where orderBy eq value item0 item1 nodeId nodeIds id cursor created row results index error deleted deletedId pageInfo hasNextPage';
const JAVASCRIPT_WORDS =
  'constructor toString valueOf hasOwnProperty isPrototypeOf __proto__ prototype length name then toJSON';
const FEDERATION_WORDS =
  '_Any _Entity _Service _entities _service FieldSet link__Import link__Purpose federation__FieldSet';
const UNDERSCORES = '_ __ ___ _a __a a_ a__ a__b __typename __Schema __schema __type _0 0 00 1a 9_ 007';
const ESCAPES = 'x xx x_ x1_ x2d_ x5f_ X2d_ x_2d x2D_ xx2d_ x2dx2d_ x78_2d_ ax2d_b xabc_ x0_ x10ffff_ x110000_';
const PREFIXES = 'create_ replace_ update_ delete_ entry_ tuple_ compare_ list_ map_ set_'.split(' ');
const SEPARATORS = [
  ' ',
  '  ',
  'a b',
  ' a',
  'a ',
  'a-b',
  'a.b',
  'a/b',
  'a\\b',
  "a'b",
  'a"b',
  'a`b',
  'a$b',
  'a@b',
  'a#b',
  'a\nb',
  'a\tb',
  'a\u0000b',
];
const SCRIPTS = [
  'é',
  'e\u0301',
  'ß',
  'İ',
  'ı',
  'ſ',
  'Ж',
  '日本',
  'שלום',
  'مرحبا',
  '😀',
  '👩‍👩‍👧',
  '\u202e',
  '\u200b',
  '\ufeff',
  '𝐀',
  '\u{10ffff}',
];
const PAIRS = [
  'a',
  'A',
  'a_b',
  'aB',
  'AB',
  'Ab',
  'a_B',
  'user',
  'User',
  'USER',
  'users',
  'user_',
  'user__',
  'n'.repeat(48),
];

/** Each name once. */
export const HOSTILE_NAMES: readonly string[] = [
  ...new Set([
    ...[CQL_WORDS, GRAPHQL_WORDS, JAVASCRIPT_WORDS, FEDERATION_WORDS, UNDERSCORES, ESCAPES].flatMap((words) =>
      words.split(' '),
    ),
    ...[...Object.values(TABLE_SUFFIXES), ...Object.values(TYPE_SUFFIXES), '_many', '_range'].flatMap((suffix) => [
      `user${suffix}`,
      suffix.slice(1),
    ]),
    ...PREFIXES.flatMap((prefix) => [`${prefix}user`, `${prefix}user_many`]),
    ...[
      'entry_String_Int',
      'tuple_2_Int_Int',
      'compare_String_eq',
      'compare_String_eq_in',
      'list_String',
      'a_partial',
      'user_updated_many',
      'user_by',
    ],
    ...SEPARATORS,
    ...SCRIPTS,
    ...PAIRS,
  ]),
];
