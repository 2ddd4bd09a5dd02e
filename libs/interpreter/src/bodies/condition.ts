import { decide } from '../decision.js';
import { containerOf } from '../container.js';
import { recordDecision } from '../recording.js';
import { leaveScope } from '../stop-scope.js';
import type { ScopeSight, Tick } from '../tick.js';
import { pathOf } from '../tick.js';
import type { BodyOf, Starting } from './starting.js';
import { give, giveUp } from './starting.js';

/** Chooses ports by ordered cases: the first that holds, or all that do; `else` when none does. */
export function runCondition(starting: Starting, body: BodyOf<'condition'>): void {
  const { scene, warnings } = starting;
  const chosen: string[] = [];
  const because = new Map<string, string>();
  for (const { port, when } of body.cases) {
    const verdict = decide(scene, when, null);
    recordDecision(scene.tick, pathOf(scene.scope, scene.step), verdict.decision);
    if (verdict.failure !== null) {
      giveUp(starting, 'EXPRESSION_FAILED', verdict.failure);
      return;
    }
    if (verdict.warning !== null) warnings.push(verdict.warning);
    if (!verdict.holds) because.set(port, verdict.because);
    else if (!chosen.includes(port)) chosen.push(port);
    if (verdict.holds && body.mode === 'first') break;
  }
  if (chosen.length === 0) chosen.push('else');
  const whyNot = (port: string): string => {
    const reason = because.get(port);
    const ports = chosen.map((name) => `"${name}"`).join(' and ');
    return `"${scene.step.id}" chose ${ports}, not "${port}"${reason === undefined ? '' : `: ${reason}`}`;
  };
  give(starting, { chosen: chosen[0] ?? 'else' }, { ports: chosen, whyNot });
  const how = LOOP_PORTS.find((port) => chosen.includes(port));
  if (how !== undefined && isInLoop(scene.tick, scene.scope)) {
    leaveScope(scene.tick, scene.scope, how, scene.step.id);
  }
}

/** Ports that leave the round of the loop around; with both, the loop is left. */
const LOOP_PORTS = ['break', 'continue'] as const;

function isInLoop(tick: Tick, from: ScopeSight): boolean {
  for (let container = containerOf(tick, from); container !== null;) {
    if (container.step.body.kind === 'loop') return true;
    container = containerOf(tick, container.scope);
  }
  return false;
}
