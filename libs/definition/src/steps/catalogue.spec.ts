import {
  checkDefinition,
  configurationSchema,
  findStepType,
  inputPorts,
  outputPorts,
  stepCatalogue,
} from '../index.js';
import type { StepDefinition } from '../index.js';
import { zeroOf } from './step-type.js';

const setting = (name: string): string => `STEP_SETTING_INVALID /steps/0/configuration/${name}`;

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  loop: [setting('items'), 'CONTAINER_EMPTY /steps/0'],
  try: ['CONTAINER_EMPTY /steps/0'],
  delay: [setting('duration')],
  wait_for_event: [setting('event')],
  http_request: [setting('url')],
  sub_workflow: [setting('workflowId')],
};

describe.each(stepCatalogue)('$type', (type) => {
  const bare: StepDefinition = { id: 'a', type: type.type, configuration: {} };

  it('stands in a definition with nothing but an id and its type, or says what it cannot do without', () => {
    const { problems } = checkDefinition({ schemaVersion: 1, steps: [{ id: 'a', type: type.type }] });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual(NEEDED[type.type] ?? []);
  });

  it('describes itself', () => {
    for (const text of [type.title, type.summary, type.documentation]) expect(text).toMatch(/^[A-Z].{3,}/s);
    for (const { name, description } of [...type.facts(bare), ...type.gives]) {
      expect(name).toMatch(/^[a-z_]+$/);
      expect(description).toMatch(/^[A-Z]/);
    }
  });

  it('gives every setting a title and a description, and none is required', () => {
    const schema = configurationSchema(type);
    expect(schema['required'] ?? []).toEqual([]);
    expect(schema['additionalProperties']).toBe(false);
    for (const property of Object.values(schema['properties'] as Record<string, object>)) {
      expect(property).toMatchObject({
        title: expect.any(String) as string,
        description: expect.any(String) as string,
      });
    }
  });

  it('has zero values for each of its facts', () => {
    const facts = type.facts(bare).map(({ name }) => name);
    expect(Object.keys(type.zeroOutput(bare))).toEqual(
      expect.arrayContaining(facts.filter((name) => name !== 'slots')),
    );
  });

  it('has a way in, and the error port last when it can fail', () => {
    expect(inputPorts(bare).map(({ name }) => name)).toEqual(['in']);
    expect(outputPorts(bare).at(-1)?.name === 'error').toBe(type.canFail);
  });
});

describe('the catalogue', () => {
  it('finds types by name', () => {
    expect(findStepType('search')?.title).toBe('Search');
    expect(findStepType('toString')).toBeNull();
  });

  it('gives ports that a step of an unknown type names itself', () => {
    const step = {
      id: 'a',
      type: 'later',
      configuration: {},
      inputs: [{ name: 'x' }],
      outputs: [{ name: 'y' }],
    };
    expect([inputPorts(step), outputPorts(step)]).toEqual([[{ name: 'x' }], [{ name: 'y' }]]);
  });

  it('makes the facts of a transform and the ports of a condition from their settings, however broken', () => {
    const of = (type: string, configuration: StepDefinition['configuration']): StepDefinition => ({
      id: 'a',
      type,
      configuration,
    });
    expect(
      findStepType('transform')
        ?.facts(of('transform', { values: { x: '1', y: 2 } }))
        .map(({ name }) => name),
    ).toEqual(['x']);
    expect(findStepType('transform')?.facts(of('transform', { values: [] }))).toEqual([]);
    expect(
      findStepType('condition')
        ?.outputs(of('condition', { cases: 'x' }))
        .map(({ name }) => name),
    ).toEqual(['else']);
    expect(
      findStepType('condition')
        ?.outputs(of('condition', { cases: [{ port: 'p' }, 1] }))
        .map(({ name }) => name),
    ).toEqual(['p', 'else']);
    expect(findStepType('merge')?.facts(of('merge', { mode: 'toString' }))[0]?.type).toBe('any');
    expect(findStepType('validation')?.expressions({ rules: 3 })).toEqual([]);
    expect(findStepType('validation')?.expressions({ rules: [{}, null] })).toEqual([]);
  });

  it('has a zero value for every type', () => {
    expect((['string', 'number', 'boolean', 'array', 'object', 'null', 'any'] as const).map(zeroOf)).toEqual([
      '',
      0,
      false,
      [],
      {},
      null,
      null,
    ]);
  });
});
