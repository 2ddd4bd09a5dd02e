import 'reflect-metadata';
import { definitionJsonSchema, stepReference } from '#definition';
import { schemaText } from '../../apps/api/src/graphql/schema-text.js';
import { configurationPage } from './configuration-page.mjs';
import { errorsPage } from './errors-page.mjs';

/**
 * Committed files that are made from code, in the order they are made.
 * @type {readonly { readonly path: string, readonly make: () => string | Promise<string>, readonly format?: true }[]}
 */
export const GENERATED_FILES = [
  { path: 'apps/api/schema.graphql', make: schemaText },
  { path: 'docs/reference/steps.md', make: stepReference },
  {
    path: 'docs/reference/workflow.schema.json',
    make: () => `${JSON.stringify(definitionJsonSchema(), null, 2)}\n`,
  },
  { path: 'docs/errors.md', make: errorsPage, format: true },
  { path: 'docs/configuration.md', make: configurationPage, format: true },
];
