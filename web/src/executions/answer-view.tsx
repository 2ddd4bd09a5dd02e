import { Alert, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconQuote, IconZoomQuestion } from '@tabler/icons-react';
import { Fragment } from 'react';
import { placeOf } from '../documents/passage.js';
import { piecesOfAnswer } from './result-model.js';
import type { Citation } from './result-model.js';
import classes from './answer-view.module.css';

interface Properties {
  readonly answer: string;
  readonly confidence: number | null;
  readonly citations: readonly Citation[];
  /** Whether the documents hold no answer. */
  readonly unanswered: boolean;
  readonly onCitation: (citation: Citation) => void;
}

/** An answer with its numbered sources. Its text is data: drawn as text, never as markup. */
export function AnswerView({ answer, confidence, citations, unanswered, onCitation }: Properties) {
  if (unanswered) {
    return (
      <Alert color="yellow" variant="light" icon={<IconZoomQuestion size={20} />} title="No answer found">
        <div className={classes.answer} data-testid="answer">
          {answer}
        </div>
        <Text size="sm" mt={6}>
          <b>What to try:</b> ask with words that the documents use, or add a document that holds the answer.
        </Text>
      </Alert>
    );
  }
  return (
    <Stack gap="md">
      <div className={classes.answer} data-testid="answer">
        {piecesOfAnswer(answer, citations).map((piece, index) =>
          piece.kind === 'text' ? (
            <Fragment key={index}>{piece.text}</Fragment>
          ) : (
            <button
              key={index}
              type="button"
              className={classes.marker}
              aria-label={`Source ${piece.citation.number}: ${piece.citation.documentName}`}
              title={`${piece.citation.documentName} ${placeOf(piece.citation)}`}
              onClick={() => onCitation(piece.citation)}
            >
              {piece.citation.number}
            </button>
          ),
        )}
      </div>
      {confidence !== null && <Confidence value={confidence} />}
      {citations.length > 0 && (
        <Stack gap={6} component="section" aria-label="Sources">
          <Text size="sm" fw={650} component="h3" m={0}>
            Sources
          </Text>
          {citations.map((citation) => (
            <SourceLine key={citation.number} citation={citation} onOpen={() => onCitation(citation)} />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function SourceLine({ citation, onOpen }: { readonly citation: Citation; readonly onOpen: () => void }) {
  const place = placeOf(citation);
  return (
    <UnstyledButton className={classes.source} onClick={onOpen} data-testid="citation">
      <span className={classes.number} aria-hidden>
        {citation.number}
      </span>
      <span className={classes.words}>
        <span className={classes.document}>{citation.documentName}</span>
        {place && <span className={classes.place}>{place}</span>}
        {citation.quote && (
          <span className={classes.quote}>
            <IconQuote size={12} aria-hidden /> {citation.quote}
          </span>
        )}
      </span>
    </UnstyledButton>
  );
}

function Confidence({ value }: { readonly value: number }) {
  const word = value >= 0.7 ? 'High' : value >= 0.4 ? 'Fair' : 'Low';
  return (
    <Group gap={8} wrap="nowrap">
      <Text size="sm" c="dimmed">
        Confidence
      </Text>
      <div className={classes.meter} role="img" aria-label={`Confidence ${Math.round(value * 100)} %`}>
        <div style={{ width: `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%` }} />
      </div>
      <Text size="sm" className="tabular">
        {word}, {Math.round(value * 100)} %
      </Text>
    </Group>
  );
}
