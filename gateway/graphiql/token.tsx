/** The token that the visitor types in once for all tabs. */
import { createStore, useStore } from './store.ts';

/** Kept for as long as the browser's tab: it outlives a reload, but is never on the disk, as with `localStorage`. */
const STORAGE_KEY = 'astra-graphql:token';

const token = createStore(sessionStorage.getItem(STORAGE_KEY) ?? '');

/** Astra's tokens open the DevOps API too, which wants a bearer; all others are for the data alone. */
export function tokenHeaders(): Record<string, string> {
  const value = token.get().trim();
  if (value === '') return {};
  return value.startsWith('AstraCS:') ? { Authorization: `Bearer ${value}` } : { 'X-Cassandra-Token': value };
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
        title="Goes with every request, and is kept until this browser tab is closed. The embedded upstream needs none."
        value={value}
        onChange={(event) => keep(event.target.value)}
      />
    </label>
  );
}
