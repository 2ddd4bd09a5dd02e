/** The picture of ARCHITECTURE.md as rules: `part` may import only `allowed` of ours. */
const parts = {
  'libs/definition': [],
  'libs/interpreter': ['libs/definition'],
  temporal: ['libs/interpreter', 'libs/definition'],
  'libs/documents': ['libs/definition'],
  'libs/persistence': ['libs/definition', 'libs/interpreter'],
  'apps/api': ['libs/definition', 'libs/interpreter', 'libs/persistence', 'libs/documents', 'temporal'],
  'apps/worker': ['libs/definition', 'libs/interpreter', 'libs/documents', 'libs/persistence', 'temporal'],
  'apps/cli': ['libs/definition', 'libs/interpreter', 'libs/documents'],
  'apps/local': [],
  web: ['libs/definition', 'libs/interpreter'],
};
const ours = '^(libs|temporal|apps|web)/';

const table = Object.entries(parts).map(([part, allowed]) => ({
  name: `imports-of-${part.replace('/', '-')}`,
  severity: 'error',
  comment: `${part} may import: ${allowed.join(', ') || 'nothing of ours'}.`,
  from: { path: `^${part}/` },
  to: { path: ours, pathNot: `^(${[part, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...table,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.spec\\.tsx?$',
          '\\.d\\.ts$',
          '^test/',
          '\\.config\\.',
          '^apps/local/',
          '^temporal/src/(workflows|replay)/',
          '/main\\.tsx?$',
        ],
      },
      to: {},
    },
    {
      name: 'sandbox-reaches-only-pure-code',
      severity: 'error',
      comment: 'What runs inside the workflow sandbox.',
      from: { path: '^temporal/src/(workflows|replay)/', pathNot: '\\.spec\\.ts$' },
      to: {
        reachable: true,
        pathNot: [
          '^(temporal|libs/interpreter|libs/definition)/',
          'node_modules/@temporalio/(workflow|common|proto)',
          'node_modules/(@marcbachmann/cel-js|@noble/hashes|fflate|long|protobufjs|@protobufjs|ms|proto3-json-serializer)',
        ],
      },
    },
    {
      name: 'sandbox-has-no-schemas',
      severity: 'error',
      from: { path: '^temporal/src/(workflows|replay)/' },
      to: { reachable: true, path: 'node_modules/(zod|ajv|class-validator|class-transformer|typeorm|yaml)/' },
    },
    {
      name: 'web-stays-in-the-browser',
      severity: 'error',
      from: { path: '^web/src/' },
      to: {
        reachable: true,
        path: [
          'node_modules/(@nestjs|typeorm|pg|@temporalio)/',
          '^(fs|net|http|path|os|child_process|crypto)$',
        ],
      },
    },
    {
      name: 'sql-only-in-persistence',
      severity: 'error',
      from: {
        path: '^(apps|libs|temporal)/',
        pathNot: ['^libs/persistence/', '^apps/local/', '\\.spec\\.ts$'],
      },
      to: { path: 'node_modules/(pg|typeorm)/' },
    },
    {
      name: 'temporal-worker-only-in-worker',
      severity: 'error',
      from: { path: '^(libs|web|apps/(api|cli))/' },
      to: { path: 'node_modules/@temporalio/worker/' },
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: {
        path: '^(libs|temporal|apps/(api|worker|cli))/',
        pathNot: ['\\.spec\\.ts$', '^libs/[^/]+/spec/', '/source-loader-hooks\\.mjs$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: ['web/src/graphql/generated', '^dist/', '^test/artifacts/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['default', 'import', 'require', 'node', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
