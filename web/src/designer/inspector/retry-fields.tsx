import { Group, NumberInput, Stack, Text } from '@mantine/core';
import type { RetryPolicy } from '#definition';
import { problemsUnder } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { TextSetting } from './text-setting.js';

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
      <Group grow align="flex-start" gap="xs">
        <TextSetting
          label="First wait"
          placeholder="1s"
          value={retry.initialInterval ?? ''}
          onChange={(value) => set({ initialInterval: value.trim() || undefined })}
        />
        <TextSetting
          label="Longest wait"
          placeholder="1m"
          value={retry.maximumInterval ?? ''}
          onChange={(value) => set({ maximumInterval: value.trim() || undefined })}
        />
      </Group>
      {wrong.length > 0 && (
        <Text size="xs" c="red">
          {wrong.join(' ')}
        </Text>
      )}
    </Stack>
  );
}
