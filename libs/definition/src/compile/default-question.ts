import type { WorkflowDefinition } from '../workflow-definition.js';

/** The input that search and synthesis take as their question: `question`, else the only text input. */
export function defaultQuestion(definition: Pick<WorkflowDefinition, 'inputs'>): string | null {
  const texts = Object.keys(definition.inputs).filter((name) => definition.inputs[name]?.type === 'string');
  if (texts.includes('question')) return 'question';
  return texts.length === 1 ? (texts[0] as string) : null;
}

/** The setting that is filled from it. */
export function questionSetting(stepType: string): 'query' | 'question' | null {
  if (stepType === 'search') return 'query';
  return stepType === 'synthesis' ? 'question' : null;
}
