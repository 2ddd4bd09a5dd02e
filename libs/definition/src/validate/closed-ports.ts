import { findStepType } from '../steps/catalogue.js';
import { isGiven } from '../steps/needed-settings.js';
import type { StepDefinition } from '../workflow-definition.js';

/** Whether nothing ever goes on at a port, by the settings of its step alone. */
export function isClosed(step: StepDefinition, port: string): boolean {
  return port === 'error' ? !opensErrorPort(step) : isNeverChosen(step, port);
}

/** A container's failure takes its error port whenever something is connected to it. */
function opensErrorPort({ type, onError }: StepDefinition): boolean {
  return onError === 'route' || (onError !== 'continue' && findStepType(type)?.regions !== undefined);
}

/** A port `else` behind a case that is literally true, or `timeout` of a step that waits without end. */
function isNeverChosen(step: StepDefinition, port: string): boolean {
  if ((step.type === 'approval' || step.type === 'wait_for_event') && port === 'timeout') {
    return !isGiven(step.configuration, 'timeout');
  }
  const cases = step.configuration['cases'];
  if (step.type !== 'condition' || port !== 'else' || !Array.isArray(cases)) return false;
  return (cases as readonly { readonly when?: unknown }[]).some(
    (entry) => typeof entry?.when === 'string' && /^\s*true\s*$/i.test(entry.when),
  );
}
