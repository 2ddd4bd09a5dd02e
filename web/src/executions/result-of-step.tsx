import { Stack, Text } from '@mantine/core';
import { AnswerView } from './answer-view.js';
import { FactsList } from './facts-list.js';
import type { Citation, StepResult } from './result-model.js';

interface Properties {
  readonly result: StepResult;
  readonly titled: boolean;
  readonly onCitation: (citation: Citation) => void;
}

/** What one end step gave. */
export function ResultOfStep({ result, titled, onCitation }: Properties) {
  return (
    <Stack gap="sm">
      {titled && (
        <Text fw={650} size="sm" component="h3" m={0}>
          {result.name}
        </Text>
      )}
      {result.answer !== null && (
        <AnswerView
          answer={result.answer}
          confidence={result.confidence}
          citations={result.citations}
          unanswered={result.unanswered}
          onCitation={onCitation}
        />
      )}
      <FactsList facts={result.facts} />
    </Stack>
  );
}
