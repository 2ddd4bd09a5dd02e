/**
 * Something built from sources by an npm script.
 * @typedef {object} Target
 * @property {'server' | 'workflows' | 'web'} name
 * @property {string} title
 * @property {string} script
 * @property {readonly string[]} sources
 * @property {string} output a file that is there once it was built
 */

const SHARED = ['package.json', 'package-lock.json'];

/** In the order they are built: the workflow code is bundled from the built server. @type {readonly Target[]} */
export const TARGETS = [
  {
    name: 'server',
    title: 'Building the server',
    script: 'build:server',
    sources: [
      ...SHARED,
      'libs',
      'temporal/src',
      'apps/api/src',
      'apps/worker/src',
      'apps/cli/src',
      'nest-cli.json',
      'tsconfig.json',
      'tsconfig.build.json',
    ],
    output: 'dist/apps/api/src/main.js',
  },
  {
    name: 'workflows',
    title: 'Bundling the workflow code',
    script: 'build:workflows',
    sources: [...SHARED, 'temporal/src', 'libs/interpreter/src', 'libs/definition/src'],
    output: 'dist/workflow-bundle.js',
  },
  {
    name: 'web',
    title: 'Building the page',
    script: 'build:web',
    sources: [...SHARED, 'web', 'libs/definition/src', 'libs/interpreter/src'],
    output: 'web/dist/index.html',
  },
];
