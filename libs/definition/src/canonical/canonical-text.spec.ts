import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalText,
  definitionHash,
  formatDefinition,
  parseDefinition,
  readDefinition,
} from '../index.js';
import type { WorkflowDefinition } from '../index.js';
import { startCpu } from '../../test/cpu-time.js';

function read(value: object): WorkflowDefinition {
  const { definition, problems } = readDefinition({ schemaVersion: 1, ...value });
  if (definition === null) throw new Error(JSON.stringify(problems));
  return definition;
}

const plain = {
  steps: [
    { id: 'a', type: 'search', configuration: { query: 'x' } },
    { id: 'b', type: 'merge' },
  ],
  connections: [{ sourceStep: 'a', targetStep: 'b' }],
};

describe('the hash of a definition', () => {
  it('does not see defaults spelled out, nor numbers for expressions, of steps that need some setting', () => {
    const bare = [
      { id: 'l', type: 'loop', configuration: { mode: 'times', times: '3' } },
      { id: 'd', type: 'delay', parent: 'l', configuration: { duration: '1s' } },
      { id: 'h', type: 'http_request', configuration: { url: 'x' } },
      { id: 'w', type: 'sub_workflow', configuration: { workflowId: 'w' } },
    ];
    const spelled = [
      {
        id: 'l',
        type: 'loop',
        configuration: {
          mode: 'times',
          times: 3,
          concurrency: 1,
          on_exhausted: 'fail',
          item_errors: 'fail_fast',
        },
      },
      { id: 'd', type: 'delay', parent: 'l', region: 'body', configuration: { duration: '1s' } },
      {
        id: 'h',
        type: 'http_request',
        configuration: { url: 'x', method: 'GET', headers: {}, success_status: ['2xx'] },
      },
      { id: 'w', type: 'sub_workflow', configuration: { workflow_id: 'w', version: 'published', input: {} } },
    ];
    expect(canonicalText(read({ steps: spelled }))).toBe(canonicalText(read({ steps: bare })));
  });

  it('is a SHA-256 in hexadecimal, and never changes for the same definition', () => {
    expect(canonicalText(read({ steps: [] }))).toBe('{"connections":[],"schemaVersion":1,"steps":[]}');
    expect(definitionHash(read({ steps: [] }))).toBe(
      '482c37612647144c067ce711f5fba861e96696f58051bbc80169145bb14107ea',
    );
  });

  it.each<[string, object]>([
    [
      'another order of keys',
      {
        connections: [{ targetStep: 'b', sourceStep: 'a' }],
        steps: [
          { configuration: { query: 'x' }, type: 'search', id: 'a' },
          { type: 'merge', id: 'b' },
        ],
      },
    ],
    [
      'defaults spelled out',
      {
        name: '',
        inputs: {},
        variables: {},
        metadata: {},
        ...plain,
        steps: [
          {
            id: 'a',
            type: 'search',
            join: 'all',
            onError: 'fail',
            parent: null,
            conditions: [],
            assign: {},
            retry: {},
            configuration: { query: 'x', mode: 'hybrid', limit: 8, minimumScore: -0, scope: 'incoming' },
          },
          { id: 'b', type: 'merge', configuration: { mode: 'named' }, description: '' },
        ],
        connections: [
          { id: 'a.out->b.in', sourceStep: 'a', sourceOutput: 'out', targetStep: 'b', targetInput: 'in' },
        ],
      },
    ],
    [
      'snake_case',
      {
        steps: [
          { id: 'a', type: 'search', on_error: 'fail', configuration: { query: 'x', minimum_score: 0 } },
          plain.steps[1],
        ],
        connections: [{ source_step: 'a', target_step: 'b' }],
      },
    ],
  ])('is the same under %s', (_, other) => {
    expect(definitionHash(read(other))).toBe(definitionHash(read(plain)));
  });

  it('is the same for defaults of inputs and variables', () => {
    const one = { steps: [], inputs: { a: 'string' }, variables: { v: 'number' } };
    const other = {
      steps: [],
      inputs: { a: { type: 'string', required: false, description: '' } },
      variables: { v: { type: 'number', scope: 'global' } },
    };
    expect(definitionHash(read(one))).toBe(definitionHash(read(other)));
  });

  it.each<[string, object]>([
    ['a name', { ...plain, name: 'x' }],
    ['a position', { ...plain, steps: [{ ...plain.steps[0], position: { x: 1, y: 1 } }, plain.steps[1]] }],
    [
      'a setting',
      { ...plain, steps: [{ ...plain.steps[0], configuration: { query: 'y' } }, plain.steps[1]] },
    ],
    ['the order of steps', { ...plain, steps: [...plain.steps].reverse() }],
    ['a condition', { ...plain, connections: [{ ...plain.connections[0], condition: 'true' }] }],
    [
      'a setting that is wrong',
      { ...plain, steps: [{ ...plain.steps[0], configuration: { limit: -1 } }, plain.steps[1]] },
    ],
    ['an unknown type', { ...plain, steps: [{ ...plain.steps[0], type: 'later' }, plain.steps[1]] }],
  ])('tells %s apart', (_, other) => {
    expect(definitionHash(read(other))).not.toBe(definitionHash(read(plain)));
  });
});

describe('formatDefinition', () => {
  const folder = join(__dirname, '../../../../examples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it.each(files)('writes %s so that it reads back the same', (file) => {
    const { definition } = parseDefinition(readFileSync(join(folder, file), 'utf8'));
    if (definition === null) throw new Error('unreadable');
    for (const format of ['json', 'yaml'] as const) {
      const text = formatDefinition(definition, format);
      expect(parseDefinition(text)).toEqual({ definition, problems: [] });
      expect(definitionHash(parseDefinition(text).definition as WorkflowDefinition)).toBe(
        definitionHash(definition),
      );
    }
  });

  it('writes what a person reads first, first', () => {
    const text = formatDefinition(
      read({
        ...plain,
        name: 'N',
        steps: [{ position: { x: 1, y: 2 }, timeout: '5s', type: 'search', id: 'a' }],
      }),
      'json',
    );
    expect(Object.keys(JSON.parse(text) as object).slice(0, 2)).toEqual(['schemaVersion', 'name']);
    expect(Object.keys((JSON.parse(text) as { steps: object[] }).steps[0] ?? {})).toEqual([
      'id',
      'type',
      'position',
      'configuration',
      'timeout',
    ]);
  });

  it('keeps texts that YAML would take for something else', () => {
    const odd = read({
      steps: [],
      metadata: {
        a: 'yes',
        b: '12',
        c: 'null',
        d: '- x',
        e: '*x',
        f: '{{ x }}',
        g: 'a\nb',
        h: '',
        i: '# no',
        j: '1e3',
      },
    });
    expect(parseDefinition(formatDefinition(odd, 'yaml')).definition).toEqual(odd);
  });

  it('writes the biggest definition in YAML that can be read back', () => {
    const big = read({
      steps: Array.from({ length: 2000 }, (_, index) => ({
        id: `step_${index}`,
        type: 'transform',
        name: `Step ${index}`,
        position: { x: index, y: index },
      })),
      connections: Array.from({ length: 4000 }, (_, index) => ({
        id: `c${index}`,
        sourceStep: `step_${index % 1999}`,
        targetStep: 'step_1999',
        condition: 'true',
      })),
    });
    const cpu = startCpu();
    expect(parseDefinition(formatDefinition(big, 'yaml')).definition).toEqual(big);
    expect(cpu()).toBeLessThan(8000);
  });
});
