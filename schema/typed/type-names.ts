/** The names of CQL types in a typed graph. */
import type { CqlType } from '../../resolvers/typed/model.ts';
import { TYPE_SUFFIXES, typedName } from '../../resolvers/typed/names.ts';
import { SCALAR_NAMES } from '../../resolvers/typed/scalar-names.ts';

export { SCALAR_NAMES };

/**
 * The name of a type, or its part in the name of a type around it. A user-defined type whose name has an underscore, or reads as
 * the beginning of another part, has the length of the name before it there, so that no two types have one name.
 *
 * @param prefix - of the names of user-defined types
 */
export function nameOfType(type: CqlType, isWithin: boolean, prefix: string): string {
  const nameWithin = (inner: CqlType) => nameOfType(inner, true, prefix);
  switch (type.kind) {
    case 'scalar':
      return SCALAR_NAMES[type.name];
    case 'list':
    case 'set':
    case 'vector':
      return `list_${nameWithin(type.element)}`;
    case 'map':
      return `entry_${nameWithin(type.key)}_${nameWithin(type.value)}`;
    case 'tuple':
      return `tuple_${type.members.length}_${type.members.map(nameWithin).join('_')}`;
    case 'udt': {
      const name = `${prefix}${typedName(type.name)}`;
      return isWithin && /_|^(?:list|entry|tuple)$/.test(name)
        ? `${name.length}_${name}`
        : `${name}${TYPE_SUFFIXES.type}`;
    }
    case 'opaque':
      return 'opaque';
  }
}
