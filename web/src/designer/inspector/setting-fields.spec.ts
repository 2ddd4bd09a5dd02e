import { configurationSchema, findStepType, stepCatalogue } from '#definition';
import type { JsonObject } from '#definition';
import { amountAt, withAmount } from './amounts.js';
import { emptyEntry, settingFields, withSetting } from './setting-fields.js';
import { usefulFields } from './useful-fields.js';

function fieldsOf(type: string) {
  const known = findStepType(type);
  if (!known) throw new Error(`no step type ${type}`);
  return settingFields(configurationSchema(known));
}

const shapes = (type: string) =>
  Object.fromEntries(fieldsOf(type).map(({ name, shape }) => [name, shape.kind]));

describe('fields made from the schema of a step', () => {
  it('fit the kinds of settings', () => {
    expect(shapes('search')).toMatchObject({
      query: 'template',
      alternatives: 'words',
      mode: 'choice',
      limit: 'number',
      minimumScore: 'number',
      scope: 'choice',
    });
    expect(shapes('condition')).toEqual({ cases: 'list', mode: 'choice' });
    expect(shapes('transform')).toEqual({ values: 'map' });
    expect(shapes('validation')).toMatchObject({ rules: 'list', schema: 'json', failWhenInvalid: 'flag' });
    expect(shapes('merge')).toMatchObject({ expression: 'expression' });
  });

  it('fit durations, short lists, maps, and what is a word or a number', () => {
    expect(shapes('loop')).toMatchObject({
      items: 'expression',
      concurrency: 'number',
      itemErrors: 'either',
    });
    expect(shapes('approval')).toEqual({ message: 'template', assignees: 'words', timeout: 'duration' });
    expect(shapes('http_request')).toMatchObject({ headers: 'map', body: 'any', successStatus: 'words' });
    expect(shapes('sub_workflow')).toEqual({ workflowId: 'template', version: 'either', input: 'map' });
    const errors = fieldsOf('loop').find(({ name }) => name === 'itemErrors')?.shape;
    expect(errors).toMatchObject({
      words: ['failFast', 'collect', 'ignore'],
      amounts: [
        { path: ['tolerate', 'count'], title: 'Tolerate count', whole: true },
        { path: ['tolerate', 'share'], title: 'Tolerate share', maximum: 1 },
      ],
    });
  });

  it('know ranges, defaults and words', () => {
    const fields = fieldsOf('search');
    const mode = fields.find(({ name }) => name === 'mode');
    const limit = fields.find(({ name }) => name === 'limit');
    expect(limit).toMatchObject({
      title: 'Most passages',
      initial: 8,
      shape: { minimum: 1, maximum: 100, whole: true },
    });
    expect(mode).toMatchObject({ initial: 'hybrid', shape: { options: ['hybrid', 'lexical', 'vector'] } });
  });

  it('know the fields of a list’s entries', () => {
    const cases = fieldsOf('condition')[0]?.shape;
    if (cases?.kind !== 'list') throw new Error('not a list');
    expect(cases.fields.map(({ name, shape }) => [name, shape.kind])).toEqual([
      ['port', 'text'],
      ['when', 'expression'],
    ]);
    expect(emptyEntry(cases.fields)).toEqual({ port: '', when: '' });
  });

  it('exist for every step type', () => {
    for (const type of stepCatalogue) {
      const fields = settingFields(configurationSchema(type));
      expect(fields.every(({ title }) => title !== '')).toBe(true);
    }
  });
});

describe('settings of use', () => {
  const names = (configuration: JsonObject) => {
    const type = findStepType('loop');
    return type ? usefulFields(type, configuration).map(({ name }) => name) : [];
  };

  it('leave out what means nothing beside the others, unless it is set', () => {
    expect(names({})).toEqual(expect.arrayContaining(['items', 'concurrency']));
    expect(names({})).not.toContain('condition');
    expect(names({ mode: 'while' })).toContain('condition');
    expect(names({ mode: 'while' })).not.toContain('items');
    expect(names({ mode: 'while', items: 'x' })).toContain('items');
  });
});

describe('amounts', () => {
  it('stand for themselves or inside an object', () => {
    expect(amountAt({ tolerate: { share: 0.1 } }, ['tolerate', 'share'])).toBe(0.1);
    expect(amountAt('collect', ['tolerate', 'share'])).toBeNull();
    expect(amountAt(3, [])).toBe(3);
    expect(withAmount(['tolerate', 'count'], 5)).toEqual({ tolerate: { count: 5 } });
    expect(withAmount([], 5)).toBe(5);
  });
});

describe('withSetting', () => {
  it('takes a setting out when it has no value, so that the default holds', () => {
    expect(withSetting({ limit: 3, mode: 'vector' }, 'limit', undefined)).toEqual({ mode: 'vector' });
    expect(withSetting({}, 'limit', 5)).toEqual({ limit: 5 });
  });
});
