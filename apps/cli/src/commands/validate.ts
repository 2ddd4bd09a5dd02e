import { checkDefinition } from '#definition';
import { isSet, JSON_FLAG, type Command } from '../command.js';
import { EXIT } from '../exit-code.js';
import { readInputDocument } from '../input-file.js';
import { problemLines } from '../print/problems.js';

/** Says what is wrong with a definition; runs, fetches and resolves nothing. */
export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check a workflow definition (JSON or YAML) and list every problem.',
  arguments: ['file'],
  flags: { json: JSON_FLAG },
  async run(invocation) {
    const [file = ''] = invocation.positionals;
    const { valid, problems } = checkDefinition(await readInputDocument(file));
    if (isSet(invocation, 'json')) {
      invocation.terminal.out(`${JSON.stringify({ valid, problems }, null, 2)}\n`);
    } else {
      invocation.terminal.out(problemLines(problems));
      invocation.terminal.out(valid ? `${file} is valid.\n` : `${file} is not valid.\n`);
    }
    return valid ? EXIT.done : EXIT.no;
  },
};
