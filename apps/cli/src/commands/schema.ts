import { definitionJsonSchema } from '#definition';
import { JSON_FLAG, type Command } from '../command.js';
import { EXIT } from '../exit-code.js';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of workflow definitions, for editors.',
  arguments: [],
  flags: { json: JSON_FLAG },
  async run({ terminal }) {
    terminal.out(`${JSON.stringify(definitionJsonSchema(), null, 2)}\n`);
    return EXIT.done;
  },
};
