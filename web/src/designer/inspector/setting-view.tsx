import { NumberInput, Select, Switch } from '@mantine/core';
import type { Json, JsonObject } from '#definition';
import { problemsUnder } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { CodeField } from './code-field.js';
import { ExpressionMap } from './expression-map.js';
import { JsonField } from './json-field.js';
import type { KnownName } from './known-names.js';
import { ObjectList } from './object-list.js';
import type { SettingField } from './setting-fields.js';
import { TextSetting } from './text-setting.js';

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
          data={[...shape.options]}
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
      return (
        <CodeField
          kind={shape.kind}
          label={title}
          description={description}
          required={required}
          value={typeof value === 'string' ? value : ''}
          placeholder={shape.kind === 'expression' ? 'confidence > 0.8' : ''}
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
    case 'map':
      return (
        <ExpressionMap
          title={title}
          description={description}
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
          error={problemsUnder(problems, place)
            .map(({ message }) => message)
            .join(' ')}
          onChange={onChange}
        />
      );
  }
}
