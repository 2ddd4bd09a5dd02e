import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDefinition, stepCatalogue } from '../index.js';
import { definitionJsonSchema } from './definition-json-schema.js';
import { stepReference } from './step-reference.js';

const ROOT = join(__dirname, '../../../..');
const FOLDER = join(ROOT, 'docs/reference');
const GENERATED = [
  ['steps.md', stepReference],
  ['workflow.schema.json', () => `${JSON.stringify(definitionJsonSchema(), null, 2)}\n`],
] as const;

describe.each(GENERATED)('docs/reference/%s', (name, generate) => {
  const file = join(FOLDER, name);

  beforeAll(() => {
    if (process.env['UPDATE_GENERATED'] !== '1') return;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, generate());
  });

  it('is what the catalogue says (UPDATE_GENERATED=1 writes it)', () => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(generate());
  });
});

describe('the JSON Schema', () => {
  const check = new Ajv2020({ strict: false, allErrors: true }).compile(definitionJsonSchema());

  const examples = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));

  it.each(examples)('accepts %s', (name) => {
    const { definition } = parseDefinition(readFileSync(join(ROOT, 'examples', name), 'utf8'));
    expect(check(definition)).toBe(true);
  });

  const bare = { schemaVersion: 1, steps: [{ id: 'a', type: 'search' }], connections: [] };

  const wait = (configuration: object): object => ({
    ...bare,
    steps: [{ id: 'a', type: 'delay', configuration }],
  });
  const loop = (configuration: object): object => ({
    ...bare,
    steps: [
      { id: 'a', type: 'loop', configuration: { items: '[1]', ...configuration } },
      { id: 'b', type: 'transform', parent: 'a', region: 'body' },
    ],
  });

  it.each([
    ['a bare step', bare, true],
    [
      'a template for a number',
      { ...bare, steps: [{ ...bare.steps[0], configuration: { limit: '{{ input.n }}' } }] },
      true,
    ],
    [
      'a text for a number',
      { ...bare, steps: [{ ...bare.steps[0], configuration: { limit: 'many' } }] },
      false,
    ],
    ['an unknown setting', { ...bare, steps: [{ ...bare.steps[0], configuration: { limits: 3 } }] }, false],
    ['an unknown field', { ...bare, color: 'red' }, false],
    ['an unknown field of a step', { ...bare, steps: [{ ...bare.steps[0], colour: 1 }] }, false],
    ['an unknown type', { ...bare, steps: [{ id: 'a', type: 'magic' }] }, false],
    ['no version', { steps: [] }, false],
    ['a duration', wait({ duration: '2h' }), true],
    ['a duration with a template', wait({ duration: '{{ input.n }}h' }), true],
    ['a duration that is none', wait({ duration: 'soon' }), false],
    ['a loop that bears failing rounds', loop({ itemErrors: { tolerate: { share: 0.5 } } }), true],
    ['a loop that bears them otherwise', loop({ itemErrors: 'sometimes' }), false],
    ['a bound of a loop by template', loop({ concurrency: '{{ 2 }}' }), false],
  ])('judges %s', (_, definition, valid) => {
    expect(check(definition)).toBe(valid);
  });
});

describe('the step reference', () => {
  it.each(stepCatalogue.map(({ type }) => type))('describes %s', (type) => {
    expect(stepReference()).toContain(`\n## ${type}\n`);
  });
});
