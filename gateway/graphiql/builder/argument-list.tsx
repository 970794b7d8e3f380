/** The arguments of a field, each with its value as GraphQL writes it. */
import { type ArgumentNode, type FieldNode, type GraphQLArgument, type GraphQLField, parseValue, print } from 'graphql';
import { newArgument } from './new-field.ts';

interface ListProps {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly onChange: (node: FieldNode) => void;
}

export function ArgumentList({ field, node, onChange }: ListProps) {
  const given = node.arguments ?? [];
  if (field.args.length === 0) return null;
  const replace = (old: ArgumentNode | undefined, changed: ArgumentNode | undefined) => {
    const all = old ? given.map((each) => (each === old ? changed : each)) : [...given, changed];
    onChange({ ...node, arguments: all.filter((each) => each !== undefined) });
  };
  return (
    <ul className="astra-arguments">
      {field.args.map((argument) => {
        const old = given.find(({ name }) => name.value === argument.name);
        return (
          <ArgumentItem
            key={argument.name}
            argument={argument}
            node={old}
            onChange={(changed) => replace(old, changed)}
          />
        );
      })}
    </ul>
  );
}

interface ItemProps {
  readonly argument: GraphQLArgument;
  readonly node: ArgumentNode | undefined;
  readonly onChange: (node: ArgumentNode | undefined) => void;
}

function ArgumentItem({ argument, node, onChange }: ItemProps) {
  const text = node ? print(node.value).replace(/\s+/g, ' ') : '';
  return (
    <li title={argument.description ?? ''}>
      <label>
        <input
          type="checkbox"
          checked={node !== undefined}
          onChange={() => onChange(node ? undefined : newArgument(argument))}
        />
        {argument.name}:
      </label>
      {node && (
        <input
          // Another text from elsewhere, such as the editor, takes the place of what is typed here.
          key={text}
          aria-label={argument.name}
          defaultValue={text}
          onChange={({ target }) =>
            target.setCustomValidity(isValue(target.value) ? '' : 'This is no value of GraphQL.')
          }
          onBlur={({ target }) => {
            if (target.value !== text && isValue(target.value)) onChange({ ...node, value: parseValue(target.value) });
          }}
        />
      )}
    </li>
  );
}

function isValue(text: string): boolean {
  try {
    parseValue(text);
    return true;
  } catch {
    return false;
  }
}
