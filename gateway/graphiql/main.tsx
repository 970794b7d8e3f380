/** GraphiQL in the browser: the program behind `index.html`. Bundled by `scripts/build-graphiql.mjs`. */
import { createRoot } from 'react-dom/client';
import './workers.ts';
import { readCapabilities } from './capabilities.ts';
import { tabsFor } from './example-tabs.ts';
import { Explorer } from './explorer.tsx';

const container = document.getElementById('explorer');
if (container) {
  readCapabilities().then((capabilities) => {
    createRoot(container).render(<Explorer tabs={[...tabsFor(capabilities)]} />);
  });
}
