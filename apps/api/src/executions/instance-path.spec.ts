import type { StepDefinition, WorkflowDefinition } from '#definition';
import { isPathOf, scopePathOf, stepIdOf } from './instance-path.js';

const step = (id: string, type: string, parent: string | null = null): StepDefinition => ({
  ...{ id, type, parent, configuration: {} },
});
const definition: WorkflowDefinition = {
  ...{ schemaVersion: 1, inputs: {}, variables: {}, connections: [], metadata: {} },
  steps: [
    step('read', 'document_ingestion'),
    step('each', 'loop'),
    step('guard', 'try', 'each'),
    step('embed', 'embedding', 'guard'),
    step('inner', 'loop', 'each'),
    step('cut', 'chunking', 'inner'),
  ],
};

describe('an instance path', () => {
  it.each([
    'read',
    'each',
    'each[0]',
    'each[12]/guard',
    'each[3]/guard/embed',
    'each[1]/inner[20]/cut',
    'each[1]/inner',
  ])('can be %s', (path) => {
    expect(isPathOf(definition, path)).toBe(true);
  });

  it.each([
    ...[
      '',
      'nothing',
      'embed',
      'guard',
      'each/guard',
      'read[0]',
      'read/x',
      'each[3]/embed',
      'each[1]/guard[0]/embed',
    ],
    ...[
      'each[-1]',
      'each[1',
      'each[]',
      'each[1][2]',
      '/each',
      'each[1]/',
      'each[99999999999]',
      'constructor',
    ],
  ])('cannot be "%s"', (path) => {
    expect(isPathOf(definition, path)).toBe(false);
  });

  it('of a table of inputs stands in a row', () => {
    const can = (path: string) => isPathOf(definition, path, true);
    const good = ['@rows', '@rows[7]', '@rows[7]/read', '@rows[7]/each[3]/guard/embed'];
    expect(good.map(can)).toEqual(good.map(() => true));
    const bad = ['read', '@rows/read', '@rows[7]/', '@rows[7]/embed', '@rows[7]/@rows[1]'];
    expect(bad.map(can)).toEqual(bad.map(() => false));
    expect(isPathOf(definition, '@rows[7]')).toBe(false);
  });

  it('names its step and its scope', () => {
    const named = ['read', 'each[3]', 'each[3]/guard/embed'].map((path) => [
      stepIdOf(path),
      scopePathOf(path),
    ]);
    expect(named).toEqual([
      ['read', ''],
      ['each', 'each[3]'],
      ['embed', 'each[3]/guard'],
    ]);
  });
});
