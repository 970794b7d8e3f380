/** The token field, one for all tabs. */
import { createStore, useStore } from './store.ts';

/** `sessionStorage` keeps it for the browser tab, also after a reload, and does not write it to disk like `localStorage`. */
const STORAGE_KEY = 'astra-graphql:token';

const token = createStore(sessionStorage.getItem(STORAGE_KEY) ?? '');

/** Astra's tokens are valid for the DevOps API too, which requires a bearer token; other tokens are for the data plane alone. */
export function tokenHeaders(): Record<string, string> {
  const value = token.get().trim();
  if (value === '') return {};
  return value.startsWith('AstraCS:') ? { Authorization: `Bearer ${value}` } : { 'X-Cassandra-Token': value };
}

/** The token as it is typed. */
export function useToken(): string {
  return useStore(token);
}

export function TokenField() {
  const value = useStore(token);
  const keep = (text: string) => {
    token.set(text);
    sessionStorage.setItem(STORAGE_KEY, text);
  };
  return (
    <label className="astra-token">
      Token
      <input
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="none"
        title="Sent with every request, and kept until this browser tab is closed. The embedded upstream needs none."
        value={value}
        onChange={(event) => keep(event.target.value)}
      />
    </label>
  );
}
