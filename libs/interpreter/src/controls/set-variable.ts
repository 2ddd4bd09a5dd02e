import type { Control } from '../control.js';
import { recordControl, recordVariable } from '../recording.js';
import type { Tick } from '../tick.js';
import { homeAt } from '../variable-home.js';
import { fits, setVariable } from '../variables.js';

/** Somebody gives a variable another value, where it lives. */
export function changeVariable(
  tick: Tick,
  { scopePath, name, value, actor }: Extract<Control, { kind: 'set-variable' }>,
): boolean {
  const variable = tick.plan.variables.find((declared) => declared.name === name);
  const home = variable === undefined ? null : homeAt(tick, scopePath, variable);
  if (variable === undefined || home === null || !fits(value, variable)) return false;
  setVariable(tick, home, name, value);
  recordControl(tick, { action: 'variable', path: scopePath, actor, detail: { name, value } });
  recordVariable(tick, home.path, name, value);
  return true;
}
