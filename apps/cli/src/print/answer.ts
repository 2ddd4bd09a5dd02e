import type { Execution } from '../run/execution.js';

/** What a person wants to read when an execution has ended: its answers with their sources, or why there is none. */
export function answerLines(execution: Execution): string {
  if (execution.error !== null) {
    const { message, code, path } = execution.error;
    return `\n${execution.status.toLowerCase()}: ${message} [${code}]${path === null ? '' : ` at ${path}`}\n`;
  }
  if (execution.status !== 'COMPLETED') return `\n${execution.status.toLowerCase()}\n`;
  const outputs = isRecord(execution.output) ? Object.entries(execution.output) : [];
  return outputs.map(([stepId, facts]) => outputLines(stepId, facts)).join('');
}

function outputLines(stepId: string, facts: unknown): string {
  const found = findAnswer(facts);
  if (found === null) return `\n${stepId}: ${JSON.stringify(facts, null, 2)}\n`;
  const sources = found.citations.map((citation) => `  [${citation.number}] ${place(citation)}\n`).join('');
  return `\n${found.answer}\n${sources === '' ? '' : `\n${sources}`}`;
}

interface Citation {
  readonly number: number;
  readonly documentName: string;
  readonly page: number | null;
  readonly headingPath: readonly string[];
}

interface FoundAnswer {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

/** An answer with citations, in the facts themselves or in a value that a merge collected. */
function findAnswer(facts: unknown): FoundAnswer | null {
  if (!isRecord(facts)) return null;
  if (typeof facts.answer === 'string') {
    const citations = Array.isArray(facts.citations) ? (facts.citations as Citation[]) : [];
    return { answer: facts.answer, citations };
  }
  for (const value of Object.values(facts)) {
    const found = findAnswer(value);
    if (found !== null) return found;
  }
  return null;
}

function place(citation: Citation): string {
  const parts = [
    citation.documentName,
    citation.page === null ? '' : `page ${citation.page}`,
    (citation.headingPath ?? []).join(' > '),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
