/** The menu of graphs: choosing one opens its page. */
import { useEffect, useState } from 'react';
import { ENDPOINT, HERE, readSurfaces, type Surface } from './surfaces.ts';
import { useToken } from './token.tsx';

export function SurfaceMenu() {
  const token = useToken();
  const [surfaces, setSurfaces] = useState<readonly Surface[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another token sees other keyspaces
  useEffect(() => {
    let isCurrent = true;
    readSurfaces().then((found) => isCurrent && setSurfaces(found));
    return () => {
      isCurrent = false;
    };
  }, [token]);
  const isKnown = surfaces.some(({ path }) => path === HERE);
  const all = isKnown ? surfaces : [...surfaces, { name: nameOf(HERE), path: HERE }];
  return (
    <label className="astra-surface">
      Graph
      <select
        title="The universal graph, or the typed graph of a keyspace"
        value={HERE}
        onChange={(event) => location.assign(event.target.value)}
      >
        {all.map(({ name, path }) => (
          <option key={path} value={path}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the path says while nothing else is known. */
function nameOf(path: string): string {
  return path === ENDPOINT ? 'universal graph' : decodeURIComponent(path.slice(ENDPOINT.length + 1));
}
