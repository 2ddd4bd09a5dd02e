import { textFlag, type Flag, type Invocation } from '../command.js';
import { controlCommand } from '../control/control-command.js';

const flags: Readonly<Record<string, Flag>> = {
  path: {
    type: 'string',
    value: '<path>',
    help: 'only the step, round or scope there; the whole execution when left out',
  },
};
const types = { path: 'String' };
const read = (invocation: Invocation) => ({ path: textFlag(invocation, 'path') });

export const pauseCommand = controlCommand(
  { name: 'pause', summary: 'Start nothing new in an execution; what runs ends.', arguments: [], flags },
  { mutation: 'pauseExecution', types, read },
);

export const resumeCommand = controlCommand(
  { name: 'resume', summary: 'Go on with a paused execution.', arguments: [], flags },
  { mutation: 'resumeExecution', types, read },
);
