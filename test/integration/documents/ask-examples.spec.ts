import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { askIndex, chunkDocument } from '#documents';
import type { Answer } from '#documents';
import { extractDocument } from '#documents/readers';
import { MemoryIndex } from '../../../libs/documents/test/memory-index.js';

const FOLDER = join(process.cwd(), 'examples/documents');
const SCOPE = { kind: 'collection', collectionId: 'examples' } as const;

/** Questions with the document that answers them and what the answer must say. */
const ANSWERED: readonly (readonly [question: string, document: string, says: string])[] = [
  ['How many days of annual leave do employees get?', 'handbook.md', '25 days'],
  ['How long is parental leave?', 'handbook.md', '18 weeks'],
  ['What is the notice period after ten years of service?', 'handbook.md', 'three months after ten years'],
  ['What may a hotel cost in London?', 'travel-policy.html', '210 euros'],
  ['What is the daily allowance in Switzerland?', 'travel-policy.html', '64 euros'],
  ['Can I fly business class?', 'travel-policy.html', 'finance director'],
  ['How much does the gas analyser cost?', 'price-list.csv', '6,950.00'],
  ['Is data encrypted at rest?', 'security-faq.txt', 'AES-256'],
  ['How soon would you tell us about a security incident?', 'security-faq.txt', '24 hours'],
  ['What is the monthly fee of the service agreement?', 'service-agreement.docx', '2,850 euros'],
  ['What credit is given for an urgent fault?', 'service-agreement.docx', '5 percent'],
  ['What was the revenue in 2025?', 'annual-report.pdf', '48.2'],
  ['When does the calibration laboratory in Utrecht open?', 'annual-report.pdf', 'October 2026'],
  ['How many women work in management?', 'annual-report.pdf', '33 percent'],
  ['What dividend does the board propose?', 'annual-report.pdf', '1.20 euros'],
];

const UNANSWERED = [
  'What is the capital of Mongolia?',
  'Does the company offer pet insurance?',
  'How do I reset the password of my printer?',
  'What is the wifi password in the office?',
  'Is there a company pension plan?',
  'Does Larkfield have an office in Tokyo?',
  'What are the side effects of ibuprofen?',
];

describe('asking the example documents without a model', () => {
  const index = new MemoryIndex();
  const texts = new Map<string, string>();
  const ask = async (question: string): Promise<Answer> => {
    const signal = new AbortController().signal;
    const { answer } = await askIndex(index, { ownerId: 'o', scope: SCOPE, question, limit: 8 }, signal);
    return answer;
  };

  beforeAll(async () => {
    for (const name of readdirSync(FOLDER)) {
      const extraction = await extractDocument(readFileSync(join(FOLDER, name)), name);
      texts.set(name, extraction.text);
      for (const chunk of chunkDocument(extraction, {
        strategy: 'headings',
        size: 300,
        overlap: 40,
        minimum: 0,
      })) {
        index.add({
          ...chunk,
          id: `${name}#${chunk.ordinal}`,
          documentId: name,
          documentName: name,
          chunker: 'examples',
          collectionId: SCOPE.collectionId,
        });
      }
    }
  }, 60_000);

  it.each(ANSWERED)('%s', async (question, document, says) => {
    const { answer, citations, confidence } = await ask(question);

    expect(answer).toContain(says);
    expect(confidence).toBeGreaterThanOrEqual(0.2);
    const citing = citations.find(({ quote }) => quote.includes(says));
    expect(citing?.documentName).toBe(document);
    expect(texts.get(document)?.slice(citing?.start, citing?.end)).toContain(says);
  });

  it('cites the page of a PDF', async () => {
    const { citations } = await ask('What dividend does the board propose?');

    expect(citations[0]).toMatchObject({ documentName: 'annual-report.pdf', page: 4 });
  });

  it.each(UNANSWERED)('finds no answer: %s', async (question) => {
    expect(await ask(question)).toMatchObject({
      answer: 'The documents do not hold an answer to this question.',
      citations: [],
    });
  });
});
