import { NumberInput, Select, TextInput } from '@mantine/core';
import type { RowErrors } from '../../graphql/generated/graphql.js';
import classes from './bulk-form.module.css';
import type { BulkSettings } from './use-start-bulk.js';

export const MOST_AT_ONCE = 100;

const policies: readonly { readonly value: RowErrors; readonly label: string }[] = [
  { value: 'COLLECT', label: 'Run the others; the run has failed' },
  { value: 'IGNORE', label: 'Run the others; the run completes' },
  { value: 'FAIL_FAST', label: 'Stop the run' },
];

interface Properties {
  readonly settings: BulkSettings;
  readonly onChange: (settings: BulkSettings) => void;
}

/** How many rows run at once, and what becomes of the whole when some fail. */
export function BulkSettingsFields({ settings, onChange }: Properties) {
  return (
    <div className={classes.settings}>
      <NumberInput
        label="Rows at once"
        min={1}
        max={MOST_AT_ONCE}
        clampBehavior="strict"
        allowDecimal={false}
        value={settings.concurrency}
        onChange={(next) => typeof next === 'number' && onChange({ ...settings, concurrency: next })}
      />
      <Select
        label="When a row fails"
        allowDeselect={false}
        data={[...policies]}
        value={settings.itemErrors}
        onChange={(next) => next !== null && onChange({ ...settings, itemErrors: next })}
      />
      <TextInput
        label="Name"
        placeholder="That of the workflow"
        maxLength={200}
        value={settings.name}
        onChange={(event) => onChange({ ...settings, name: event.currentTarget.value })}
      />
    </div>
  );
}
