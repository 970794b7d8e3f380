/** The fields of a type, each to be switched on and off, with its arguments and its own fields below it. */
import {
  type FieldNode,
  type GraphQLField,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { ArgumentList } from './argument-list.tsx';
import { hasParts, newField } from './new-field.ts';

type Field = GraphQLField<unknown, unknown>;

interface TreeProps {
  readonly fields: readonly Field[];
  readonly selections: SelectionSetNode;
  readonly onChange: (selections: SelectionSetNode) => void;
}

export function FieldTree({ fields, selections, onChange }: TreeProps) {
  return (
    <ul>
      {fields.map((field) => {
        const node = selections.selections.find((each) => each.kind === Kind.FIELD && each.name.value === field.name);
        return (
          <FieldItem
            key={field.name}
            field={field}
            node={node?.kind === Kind.FIELD ? node : undefined}
            onChange={(changed) => onChange(withField(selections, node as FieldNode | undefined, changed))}
          />
        );
      })}
    </ul>
  );
}

interface ItemProps {
  readonly field: Field;
  /** `undefined` when the operation does not select it. */
  readonly node: FieldNode | undefined;
  readonly onChange: (node: FieldNode | undefined) => void;
}

function FieldItem({ field, node, onChange }: ItemProps) {
  return (
    <li>
      <label title={field.description ?? ''}>
        <input
          type="checkbox"
          checked={node !== undefined}
          onChange={() => onChange(node === undefined ? newField(field) : undefined)}
        />
        {field.name}
        {hasParts(field) && <span className="astra-parts"> {'{…}'}</span>}
      </label>
      {node && <ArgumentList field={field} node={node} onChange={onChange} />}
      {node?.selectionSet && (
        <FieldTree
          fields={fieldsOf(field)}
          selections={node.selectionSet}
          // A field of an object without any of its fields cannot be.
          onChange={(selectionSet) =>
            onChange(selectionSet.selections.length === 0 ? undefined : { ...node, selectionSet })
          }
        />
      )}
    </li>
  );
}

function fieldsOf({ type }: Field): Field[] {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
}

function withField(
  { kind, selections }: SelectionSetNode,
  old: FieldNode | undefined,
  changed: FieldNode | undefined,
): SelectionSetNode {
  if (old === undefined) return { kind, selections: changed ? [...selections, changed] : selections };
  return { kind, selections: selections.flatMap((each) => (each === old ? (changed ? [changed] : []) : [each])) };
}
