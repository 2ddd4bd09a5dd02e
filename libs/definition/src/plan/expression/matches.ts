import type { Budget } from './budget.js';
import type { Instruction } from './pattern.js';
import { compilePattern } from './pattern.js';

/**
 * Whether a pattern occurs anywhere in a text. All states advance together, one character at a time,
 * so the time is at most pattern times text, whatever either looks like; the budget pays for each state.
 */
export function matches(text: string, pattern: string, budget: Budget): boolean {
  budget.spend(pattern.length);
  const program = compilePattern(pattern);
  budget.spend(program.length);
  let states = new Set<number>();
  for (let at = 0; at <= text.length; at += 1) {
    enter(program, 0, states, at, text.length, budget);
    const next = new Set<number>();
    for (const state of states) {
      const instruction = program[state] as Instruction;
      if (instruction.kind === 'match') return true;
      if (instruction.kind === 'unit' && at < text.length && instruction.accepts(text.charCodeAt(at))) {
        enter(program, instruction.next, next, at + 1, text.length, budget);
      }
    }
    states = next;
  }
  return false;
}

/** Adds a state and all it reaches without reading a character; a work list, because forks chain. */
function enter(
  program: readonly Instruction[],
  first: number,
  states: Set<number>,
  at: number,
  length: number,
  budget: Budget,
): void {
  const work = [first];
  for (let state = work.pop(); state !== undefined; state = work.pop()) {
    budget.spend(1);
    if (states.has(state)) continue;
    states.add(state);
    const instruction = program[state] as Instruction;
    if (instruction.kind === 'fork') work.push(instruction.other, instruction.next);
    if (instruction.kind === 'start' && at === 0) work.push(instruction.next);
    if (instruction.kind === 'end' && at === length) work.push(instruction.next);
  }
}
