import { z } from 'zod';
import { choice, decimal, described, optionalText, settings, wholeNumber } from '../settings.js';

const PATTERN = '"*" stands for anything, "?" for one character';
const TIME = 'a date such as 2026-01-31, or a time such as 2026-01-31T08:00:00Z';

export const searchSettings = settings({
  query: optionalText({
    title: 'Question',
    description: 'What to look for. Left empty: the input "question", else the only text input.',
    kind: 'template',
  }),
  alternatives: described(z.array(z.string().min(1).max(20_000)).max(10).default([]), {
    title: 'Other ways to ask',
    description: 'The same question in other words. What each of them finds is joined into one list.',
  }),
  mode: choice(
    {
      title: 'How to search',
      description: '"lexical" by words, "vector" by meaning, "hybrid" by both together.',
    },
    ['hybrid', 'lexical', 'vector'],
  ),
  fusion: choice(
    {
      title: 'How to join words and meaning',
      description:
        '"rank" by their places in both lists; "weights" by their scores, words counting as much as you say.',
    },
    ['rank', 'weights'],
  ),
  lexicalWeight: decimal(
    { title: 'Weight of words', description: 'With "weights": 1 counts only words, 0 only meaning.' },
    { min: 0, max: 1, default: 0.8 },
  ),
  limit: wholeNumber(
    { title: 'Most passages', description: 'How many passages to give.' },
    { min: 1, max: 100, default: 8 },
  ),
  minimumScore: decimal(
    { title: 'Lowest score', description: 'Passages below this score are left out.' },
    { min: 0, max: 1, default: 0 },
  ),
  diversity: decimal(
    {
      title: 'Variety',
      description: 'Above 0, passages that repeat better ones move back; 0.3 is a good start.',
    },
    { min: 0, max: 1, default: 0 },
  ),
  context: choice(
    {
      title: 'Text around a passage',
      description: 'Also give what stands around each passage: its "neighbours", or the whole "section".',
    },
    ['none', 'neighbours', 'section'],
  ),
  neighbours: wholeNumber(
    { title: 'Neighbours', description: 'With "neighbours": how many chunks before and after a passage.' },
    { min: 1, max: 20, default: 1 },
  ),
  scope: choice(
    {
      title: 'Where to search',
      description:
        '"incoming": the chunks that arrive here, else the whole collection; "collection": always all of it.',
    },
    ['incoming', 'collection'],
  ),
  documentName: optionalText(
    {
      title: 'Only documents named',
      description: `For example "report-*.pdf": ${PATTERN}.`,
      kind: 'template',
    },
    1_000,
  ),
  mediaType: optionalText(
    {
      title: 'Only documents of a kind',
      description: `For example "application/pdf" or "text/*": ${PATTERN}.`,
      kind: 'template',
    },
    200,
  ),
  addedAfter: optionalText(
    { title: 'Only documents added since', description: `Then or later: ${TIME}.`, kind: 'template' },
    1_000,
  ),
  addedBefore: optionalText(
    { title: 'Only documents added before', description: `Earlier than ${TIME}.`, kind: 'template' },
    1_000,
  ),
  heading: optionalText(
    {
      title: 'Only under headings with',
      description: 'Words that a heading above the passage has to hold.',
      kind: 'template',
    },
    1_000,
  ),
});
