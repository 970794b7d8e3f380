/** GraphiQL in the browser: the program behind `index.html`. Bundled by `scripts/build-graphiql.mjs`. */
import { createRoot } from 'react-dom/client';
import './workers.ts';
import { Explorer } from './explorer.tsx';

const container = document.getElementById('explorer');
if (container) createRoot(container).render(<Explorer />);
