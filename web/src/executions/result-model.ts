import type { Json, JsonObject, WorkflowDefinition } from '#definition';

/** A passage that an answer cites. */
export interface Citation {
  readonly number: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly page: number | null;
  readonly headingPath: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What one end step gave. */
export interface StepResult {
  readonly stepId: string;
  readonly name: string;
  readonly answer: string | null;
  readonly confidence: number | null;
  readonly citations: readonly Citation[];
  /** Whether sources were looked for and none was found. */
  readonly unanswered: boolean;
  /** The other facts, in the order the step gave them. */
  readonly facts: readonly { readonly name: string; readonly value: Json }[];
}

/** Pieces of an answer: text, and markers such as `[2]` that have a citation. */
export type AnswerPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly citation: Citation };

/** An execution's output, step by step, answers first. */
export function resultsOf(output: unknown, definition: WorkflowDefinition): readonly StepResult[] {
  if (!isObject(output)) return [];
  const order = new Map(definition.steps.map(({ id }, index) => [id, index]));
  return Object.entries(output)
    .flatMap(([stepId, facts]) => (isObject(facts) ? [resultOf(stepId, facts, definition)] : []))
    .sort(
      (left, right) =>
        Number(left.answer === null) - Number(right.answer === null) ||
        (order.get(left.stepId) ?? 0) - (order.get(right.stepId) ?? 0),
    );
}

/** Cuts an answer at its markers; a marker without a citation stays text. */
export function piecesOfAnswer(answer: string, citations: readonly Citation[]): readonly AnswerPiece[] {
  const byNumber = new Map(citations.map((citation) => [citation.number, citation]));
  return answer.split(/(\[\d{1,4}\])/).flatMap((part): readonly AnswerPiece[] => {
    if (part === '') return [];
    const citation = /^\[\d+\]$/.test(part) ? byNumber.get(Number(part.slice(1, -1))) : undefined;
    return [citation ? { kind: 'citation', citation } : { kind: 'text', text: part }];
  });
}

/** Reads citations as far as they are whole; what a model or provider got wrong is left out. */
export function citationsOf(value: unknown): readonly Citation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!isObject(entry)) return [];
    const { number, documentId, documentName, page, headingPath, start, end, quote } = entry;
    if (typeof number !== 'number' || typeof documentId !== 'string') return [];
    return [
      {
        number,
        documentId,
        documentName: typeof documentName === 'string' ? documentName : 'Document',
        page: typeof page === 'number' ? page : null,
        headingPath: Array.isArray(headingPath) ? headingPath.filter((part) => typeof part === 'string') : [],
        start: typeof start === 'number' ? start : 0,
        end: typeof end === 'number' ? end : 0,
        quote: typeof quote === 'string' ? quote : '',
      },
    ];
  });
}

/** Whether these facts hold an answer that no document stands behind. An answer without the fact is none of ours. */
export function isUnanswered({ answer, citations }: JsonObject): boolean {
  return typeof answer === 'string' && Array.isArray(citations) && citations.length === 0;
}

function resultOf(stepId: string, facts: JsonObject, definition: WorkflowDefinition): StepResult {
  const answer = facts['answer'];
  const shown = new Set(
    typeof answer === 'string' ? ['answer', 'confidence', 'citations', 'citation_count'] : [],
  );
  return {
    stepId,
    name: definition.steps.find(({ id }) => id === stepId)?.name ?? stepId,
    answer: typeof answer === 'string' ? answer : null,
    confidence: typeof facts['confidence'] === 'number' ? facts['confidence'] : null,
    citations: citationsOf(facts['citations']),
    unanswered: isUnanswered(facts),
    facts: Object.entries(facts)
      .filter(([name, value]) => !shown.has(name) && !isReference(value))
      .map(([name, value]) => ({ name, value })),
  };
}

function isReference(value: Json): boolean {
  return isObject(value) && typeof value['$ref'] === 'string';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
