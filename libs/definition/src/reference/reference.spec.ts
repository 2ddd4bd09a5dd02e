import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

  it.each(['ask-documents', 'triage-by-amount', 'compare-searches', 'check-then-report'])(
    'accepts %s',
    (name) => {
      const { definition } = parseDefinition(readFileSync(join(ROOT, 'examples', `${name}.yaml`), 'utf8'));
      expect(check(definition)).toBe(true);
    },
  );

  const bare = { schemaVersion: 1, steps: [{ id: 'a', type: 'search' }], connections: [] };

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
  ])('judges %s', (_, definition, valid) => {
    expect(check(definition)).toBe(valid);
  });
});

describe('the step reference', () => {
  it.each(stepCatalogue.map(({ type }) => type))('describes %s', (type) => {
    expect(stepReference()).toContain(`\n## ${type}\n`);
  });
});
