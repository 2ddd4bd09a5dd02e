import { configurationSchema, findStepType, stepCatalogue } from '#definition';
import { emptyEntry, settingFields, withSetting } from './setting-fields.js';

function fieldsOf(type: string) {
  const known = findStepType(type);
  if (!known) throw new Error(`no step type ${type}`);
  return settingFields(configurationSchema(known));
}

const shapes = (type: string) =>
  Object.fromEntries(fieldsOf(type).map(({ name, shape }) => [name, shape.kind]));

describe('fields made from the schema of a step', () => {
  it('fit the kinds of settings', () => {
    expect(shapes('search')).toEqual({
      query: 'template',
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

  it('know ranges, defaults and words', () => {
    const [, mode, limit] = fieldsOf('search');
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

describe('withSetting', () => {
  it('takes a setting out when it has no value, so that the default holds', () => {
    expect(withSetting({ limit: 3, mode: 'vector' }, 'limit', undefined)).toEqual({ mode: 'vector' });
    expect(withSetting({}, 'limit', 5)).toEqual({ limit: 5 });
  });
});
