import { checkDefinition, compilePlan, findStepType } from '#definition';
import type { Plan } from '#definition/plan';
import { Play } from '../spec/play.js';
import { aReference } from '../spec/reference.js';
import { simulate } from './simulation/simulate.js';

//   ingest ─▶ search ─▶ enough? ─ yes ──▶ answer ─▶ check ─▶ report
//                          └───── else ─▶ apologise ───────────▲
//                                          answer ─error───────┘
const TEXT = `
schemaVersion: 1
name: Answer or apologise
inputs:
  question: { type: string, required: true }
variables:
  score: { type: number, default: 0 }
steps:
  - { id: ingest, type: document_ingestion }
  - { id: search, type: search, configuration: { query: "{{ input.question }}" }, assign: { score: top_score } }
  - id: enough
    type: condition
    configuration: { cases: [{ port: "yes", when: "steps.ingest.document_count > 10 AND variables.score > 0.8" }] }
  - { id: answer, type: synthesis, onError: route, retry: { maximumAttempts: 2 } }
  - { id: apologise, type: transform, configuration: { values: { loud: "upper(text)", text: "'Sorry: ' + input.question" } } }
  - id: check
    type: validation
    configuration: { rules: [{ name: cited, expression: "citation_count > 0", message: No citation. }] }
  - { id: report, type: merge }
connections:
  - { id: c1, sourceStep: ingest, targetStep: search }
  - { id: c2, sourceStep: search, targetStep: enough }
  - { id: c3, sourceStep: enough, sourceOutput: "yes", targetStep: answer }
  - { id: c4, sourceStep: enough, sourceOutput: else, targetStep: apologise }
  - { id: c5, sourceStep: answer, targetStep: check }
  - { id: c6, sourceStep: check, targetStep: report }
  - { id: c7, sourceStep: apologise, targetStep: report }
  - { id: c8, sourceStep: answer, sourceOutput: error, targetStep: report }
`;

function compiled(): Plan {
  const { definition, problems } = checkDefinition(TEXT);
  const plan = definition === null ? null : compilePlan(definition).plan;
  if (plan === null) throw new Error(JSON.stringify(problems, null, 2));
  return plan;
}

describe('a definition as people write it', () => {
  const plan = compiled();
  const passages = aReference('passages', 'p1');
  const searched = (count: number, score: number) =>
    new Play(plan, { input: { question: 'Why?' } })
      .succeed('ingest', { document_count: count }, { documents: aReference('documents', 'd1') })
      .succeed('search', { top_score: score }, { passages });

  test('the good way: answered, checked and brought together', () => {
    const play = searched(11, 0.9);
    expect(play.work('search').configuration).toMatchObject({ query: 'Why?' });
    expect(play.work('answer').incoming).toMatchObject({ passages: [{ $ref: 'p1' }] });
    play.succeed('answer', { answer: 'Because [1].', citation_count: 1 });
    expect(play.finish).toMatchObject({
      status: 'completed',
      output: { report: { value: { check: { valid: true, error_count: 0, errors: [] } } } },
    });
  });

  test('too little found: the other way', () => {
    const play = searched(3, 0.9);
    expect(play.finish?.output).toMatchObject({
      report: { value: { apologise: { text: 'Sorry: Why?', loud: 'SORRY: WHY?' } } },
    });
    expect(play.step('answer')?.reason).toContain('"enough" chose "else", not "yes"');
  });

  test('the answer fails: its error goes on instead', () => {
    const play = searched(11, 0.9).fail('answer', 'PROVIDER_REFUSED', 'No.');
    expect(play.finish?.output).toMatchObject({
      report: { value: { answer: { code: 'PROVIDER_REFUSED', message: 'No.', step: 'answer' } } },
    });
  });

  test('simulated with the zero values of the catalogue', () => {
    const { definition } = checkDefinition(TEXT);
    const steps = new Map(definition?.steps.map((step) => [step.id, step]));
    const input = { at: 0, executionId: 'simulation', input: { question: 'Why?' }, documents: null };
    const result = simulate(plan, input, { ingest: { facts: { document_count: 20 } } }, ({ id, type }) => {
      const step = steps.get(id);
      return step === undefined ? {} : (findStepType(type)?.zeroOutput(step) ?? {});
    });
    expect(result).toMatchObject({ status: 'completed', variables: { score: 0 }, unknown: [] });
    expect(result.steps.map(({ stepId, status }) => `${stepId} ${status}`)).toEqual([
      'ingest completed',
      'search completed',
      'enough completed',
      'answer skipped',
      'check skipped',
      'apologise completed',
      'report completed',
    ]);
  });
});
