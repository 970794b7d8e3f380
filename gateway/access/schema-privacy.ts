/** Keeps the schema from those who have not been told it. */
import { type GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { copyError } from '../shared/error-copy.ts';

export interface Privacy {
  /** Whether fields of introspection are answered. */
  readonly introspection: boolean;
  /** Whether errors name what was perhaps meant. */
  readonly suggestions: boolean;
}

/** Refuses every field whose type is one of introspection, whatever the fragment or alias is called under which it stands. */
export function useNoIntrospection(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}

/** Takes the names that would have been right out of the messages about those that are wrong. */
export function useNoSuggestions(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('errors' in result) || !result.errors?.length) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean [^?]*\?/g, '');
  return message === error.message ? error : copyError(error, { message });
}
