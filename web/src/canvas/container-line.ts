import type { StepDefinition } from '#definition';
import { stepLook } from './step-look.js';

/** What a container does with its steps, in a few words for its head. */
export function containerLine({ type, configuration }: StepDefinition): string {
  if (type === 'try') {
    return configuration['compensate'] === true
      ? 'Undoes all of it when it fails'
      : 'Deals with what goes wrong';
  }
  if (type !== 'loop') return stepLook(type).title;
  const text = (name: string) => {
    const value = configuration[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : '…';
  };
  switch (configuration['mode'] ?? 'forEach') {
    case 'times':
      return `Repeats ${text('times')} times`;
    case 'while':
      return `Repeats while ${text('condition')}`;
    case 'until':
      return `Repeats until ${text('condition')}`;
    default:
      return [`Once for each of ${text('items')}`, sideBySide(configuration['concurrency'])]
        .filter(Boolean)
        .join(', ');
  }
}

function sideBySide(concurrency: StepDefinition['configuration'][string] | undefined): string {
  return typeof concurrency === 'number' && concurrency > 1 ? `${concurrency} at a time` : '';
}
