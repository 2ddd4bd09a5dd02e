import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { answerTask } from '../isolation/worker-answer.js';
import type { SchemaError, SchemaTask } from './schema-check.js';

/** Errors beyond this many are not worth reading. */
const MOST_ERRORS = 1_000;

/** Worker entry: checks one value against one schema. */
await answerTask(
  async ({ schema, value }: SchemaTask): Promise<readonly SchemaError[]> => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).slice(0, MOST_ERRORS).map(({ instancePath, message }) => ({
      path: instancePath,
      message: message ?? 'does not fit the schema',
    }));
  },
  (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'BAD_INPUT', message: `This is no JSON Schema that can be used: ${reason}` };
  },
);
