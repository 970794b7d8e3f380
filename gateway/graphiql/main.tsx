/** GraphiQL in the browser: the program behind `index.html`. Bundled by `scripts/build-graphiql.mjs`. */
import { createRoot } from 'react-dom/client';
import './workers.ts';
import { readCapabilities } from './capabilities.ts';
import { TYPED_TABS, tabsFor } from './example-tabs.ts';
import { Explorer } from './explorer.tsx';
import { IS_TYPED } from './surfaces.ts';

const container = document.getElementById('explorer');
if (container) {
  const tabs = IS_TYPED ? Promise.resolve(TYPED_TABS) : readCapabilities().then(tabsFor);
  tabs.then((found) => createRoot(container).render(<Explorer tabs={[...found]} />));
}
