import { NumberInput, Select, Switch } from '@mantine/core';
import type { Json, JsonObject } from '#definition';
import { problemsUnder } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { humanise } from '../../ui/format.js';
import { AnyField } from './any-field.js';
import { CodeField } from './code-field.js';
import { DurationField } from './duration-field.js';
import { EitherField } from './either-field.js';
import { ExpressionMap } from './expression-map.js';
import { JsonField } from './json-field.js';
import type { KnownName } from './known-names.js';
import { ObjectList } from './object-list.js';
import type { SettingField } from './setting-fields.js';
import { TextSetting } from './text-setting.js';
import { WordsField } from './words-field.js';

/** What an empty field suggests, where a condition would mislead. */
const examples: Readonly<Record<string, string>> = {
  items: 'input.lines',
  times: '3',
  result: 'answer',
  until: '"2030-01-31T08:00:00Z"',
};

export interface SettingProperties {
  readonly field: SettingField;
  readonly value: Json | undefined;
  /** Where the setting stands in its step: `/configuration/limit`. */
  readonly place: string;
  readonly problems: ProblemsByPlace;
  readonly names: () => readonly KnownName[];
  readonly onChange: (value: Json | undefined) => void;
}

/** One setting, by the field that suits it. */
export function SettingView({ field, value, place, problems, names, onChange }: SettingProperties) {
  const { title, description, required, shape, initial } = field;
  const here = problems.get(place) ?? [];
  const wrong = here.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const error = wrong.length > 0 ? wrong.join(' ') : undefined;
  const common = { label: title, description: description || undefined, withAsterisk: required, error };
  switch (shape.kind) {
    case 'flag':
      return (
        <Switch
          label={title}
          description={description || undefined}
          error={error}
          checked={value === undefined ? initial === true : value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          allowDeselect={false}
          data={shape.options.map((option) => ({ value: option, label: wordFor(option) }))}
          value={typeof value === 'string' ? value : typeof initial === 'string' ? initial : null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'number':
      return typeof value === 'string' ? (
        <CodeField
          kind="template"
          label={title}
          description={description}
          value={value}
          names={names}
          problems={here}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      ) : (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          placeholder={typeof initial === 'number' ? String(initial) : ''}
          allowDecimal={!shape.whole}
          step={shape.whole ? 1 : 0.1}
          clampBehavior="none"
          {...(shape.minimum === null ? {} : { min: shape.minimum })}
          {...(shape.maximum === null ? {} : { max: shape.maximum })}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'expression':
    case 'template':
      // Where a text with templates can stand, so can the value itself.
      return shape.kind === 'template' && value !== undefined && typeof value !== 'string' ? (
        <AnyField {...common} error={inner(problems, place)} value={value} onChange={onChange} />
      ) : (
        <CodeField
          kind={shape.kind}
          label={title}
          description={description}
          required={required}
          value={typeof value === 'string' ? value : ''}
          placeholder={shape.kind === 'expression' ? (examples[field.name] ?? 'confidence > 0.8') : ''}
          names={names}
          problems={here}
          onChange={(next) => onChange(next === '' && !required ? undefined : next)}
        />
      );
    case 'text':
      return (
        <TextSetting
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={(next) => onChange(next === '' && !required ? undefined : next)}
        />
      );
    case 'list':
      return (
        <ObjectList
          title={title}
          description={description}
          fields={shape.fields}
          entries={Array.isArray(value) ? (value as readonly JsonObject[]) : []}
          place={place}
          renderField={(entry) => <SettingView {...entry} problems={problems} names={names} />}
          onChange={(entries) => onChange(entries.length === 0 ? undefined : entries)}
        />
      );
    case 'duration':
      return (
        <DurationField
          {...common}
          value={typeof value === 'string' ? value : ''}
          template={{ names, problems: here }}
          onChange={onChange}
        />
      );
    case 'words':
      return typeof value === 'string' && value.includes('{{') ? (
        <CodeField
          kind="template"
          label={title}
          description={description}
          value={value}
          names={names}
          problems={here}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      ) : (
        <WordsField
          {...common}
          error={inner(problems, place)}
          numbers={shape.numbers}
          value={value}
          initial={initial}
          onChange={onChange}
        />
      );
    case 'either':
      return (
        <EitherField
          {...common}
          error={inner(problems, place)}
          shape={shape}
          value={value}
          initial={initial}
          onChange={onChange}
        />
      );
    case 'any':
      return <AnyField {...common} error={inner(problems, place)} value={value} onChange={onChange} />;
    case 'map':
      return (
        <ExpressionMap
          title={title}
          description={description}
          kind={shape.values}
          entries={
            typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
          }
          place={place}
          problems={problems}
          names={names}
          onChange={(entries) => onChange(Object.keys(entries).length === 0 ? undefined : entries)}
        />
      );
    case 'json':
      return (
        <JsonField
          label={title}
          description={description}
          value={value}
          error={inner(problems, place) ?? ''}
          onChange={onChange}
        />
      );
  }
}

/** What is wrong anywhere in a value that one field edits as a whole. */
function inner(problems: ProblemsByPlace, place: string): string | undefined {
  const messages = problemsUnder(problems, place).map(({ message }) => message);
  return messages.length === 0 ? undefined : messages.join(' ');
}

/** Words of the language as people write them; names such as GET stay. */
function wordFor(option: string): string {
  return /^[A-Z]+$/.test(option) ? option : humanise(option);
}
