import { Group, NumberInput, Stack, TagsInput, Text } from '@mantine/core';
import type { RetryPolicy } from '#definition';
import { problemsUnder } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { DurationField } from './duration-field.js';

interface Properties {
  readonly retry: RetryPolicy | undefined;
  readonly problems: ProblemsByPlace;
  readonly onChange: (retry: RetryPolicy | undefined) => void;
}

/** How often a step tries again, and how long it waits between. */
export function RetryFields({ retry = {}, problems, onChange }: Properties) {
  const wrong = problemsUnder(problems, '/retry').map(({ message }) => message);

  function set(part: { readonly [K in keyof RetryPolicy]?: RetryPolicy[K] | undefined }) {
    const next = Object.entries({ ...retry, ...part }).filter(([, value]) => value !== undefined);
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  }

  return (
    <Stack gap="xs" role="group" aria-label="Retries">
      <Group grow align="flex-start" gap="xs">
        <NumberInput
          label="Attempts"
          min={1}
          max={100}
          allowDecimal={false}
          placeholder="3"
          value={retry.maximumAttempts ?? ''}
          onChange={(value) => set({ maximumAttempts: typeof value === 'number' ? value : undefined })}
        />
        <NumberInput
          label="Wait grows by"
          min={1}
          step={0.5}
          placeholder="2"
          value={retry.backoffCoefficient ?? ''}
          onChange={(value) => set({ backoffCoefficient: typeof value === 'number' ? value : undefined })}
        />
      </Group>
      <DurationField
        label="First wait"
        placeholder="1"
        initialUnit="s"
        value={retry.initialInterval ?? ''}
        onChange={(initialInterval) => set({ initialInterval })}
      />
      <DurationField
        label="Longest wait"
        placeholder="1"
        value={retry.maximumInterval ?? ''}
        onChange={(maximumInterval) => set({ maximumInterval })}
      />
      <TagsInput
        label="Do not try again for"
        description="Codes of errors, such as HTTP_STATUS."
        splitChars={[',', ' ']}
        acceptValueOnBlur
        value={[...(retry.nonRetryable ?? [])]}
        onChange={(codes) => set({ nonRetryable: codes.length === 0 ? undefined : codes })}
      />
      {wrong.length > 0 && (
        <Text size="xs" c="red">
          {wrong.join(' ')}
        </Text>
      )}
    </Stack>
  );
}
