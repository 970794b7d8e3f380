/** Where the editors find their workers: files beside this program, of the same build. */

/** The names are entry points of the build. */
const FILES = new Map([
  ['json', './json.worker.js'],
  ['graphql', './graphql.worker.js'],
]);

// What the editor's own documentation wants: it looks for this name in the window.
self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL(FILES.get(label) ?? './editor.worker.js', import.meta.url), { type: 'module' }),
};
