/** The editor's workers: files of the same build beside this program. */

/** Entry points of the build. */
const FILES = new Map([
  ['json', './json.worker.js'],
  ['graphql', './graphql.worker.js'],
]);

// The editor reads this global.
self.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL(FILES.get(label) ?? './editor.worker.js', import.meta.url), { type: 'module' }),
};
