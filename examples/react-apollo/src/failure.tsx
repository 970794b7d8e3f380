import { CombinedGraphQLErrors, type ErrorLike } from '@apollo/client';

/** What each code asks of the user is not the same: a conflict is about the input, a time-out about the moment. */
export function Failure({ error }: { readonly error: ErrorLike | undefined }) {
  if (!error) return null;
  // The gateway was reached: each error has a code, and a message that names the value and the cure.
  if (CombinedGraphQLErrors.is(error)) {
    return error.errors.map(({ message, path, extensions }) => (
      <p role="alert" key={path?.join('.') ?? message}>
        {message} ({String(extensions?.code)})
      </p>
    ));
  }
  return <p role="alert">The gateway was not reached: {error.message}</p>;
}
