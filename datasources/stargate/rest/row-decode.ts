/** Values as the Stargate REST API v2 prints them (REST contract, types). */
import { WrongBody } from '../../http/body.ts';
import { isJsonObject, membersOf } from '../../json/json-value.ts';
import { kindOf } from '../../json/shape.ts';
import { createDecode, elementsOf } from '../../rows/row-decode.ts';

export const decode = createDecode({
  unwrap: (_, value) => value,
  /** Calls request a list of entries, so that keys keep their type. Older servers print only lists, newer ones also objects. */
  entriesOf(value) {
    if (isJsonObject(value)) return membersOf(value);
    return elementsOf(value).map((entry) => {
      if (!isJsonObject(entry)) throw new WrongBody(`an entry of a map is due, and ${kindOf(entry)} came`);
      return [entry.key ?? null, entry.value];
    });
  },
});
