import { Text } from '@mantine/core';
import type { Json } from '#definition';
import { humanise } from '../ui/format.js';
import { JsonPanel } from '../ui/json-panel.js';
import classes from './facts-list.module.css';

interface Properties {
  readonly facts: readonly { readonly name: string; readonly value: Json }[];
}

/** Facts as a tidy list: short values beside their names, bigger ones to open below. */
export function FactsList({ facts }: Properties) {
  if (facts.length === 0) return null;
  return (
    <dl className={classes.list}>
      {facts.map(({ name, value }) => (
        <div key={name} className={classes.fact} data-big={isBig(value) || undefined}>
          <dt title={name}>{humanise(name)}</dt>
          <dd>{isBig(value) ? <BigValue value={value} /> : shortText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function BigValue({ value }: { readonly value: Json }) {
  return typeof value === 'string' ? (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {value}
    </Text>
  ) : (
    <JsonPanel value={value} collapsed={1} />
  );
}

function isBig(value: Json): boolean {
  if (typeof value === 'string') return value.length > 60;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function shortText(value: Json): string {
  if (typeof value === 'number') return value.toLocaleString(undefined, { maximumFractionDigits: 3 });
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value || '–';
  return value === null ? '–' : 'none';
}
