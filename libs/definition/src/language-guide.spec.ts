import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition, parseDefinition, compilePlan, stepCatalogue } from './index.js';
import { FUNCTIONS } from './plan/expression/functions.js';

const GUIDE = readFileSync(join(__dirname, '../../../docs/language.md'), 'utf8');
const SNIPPETS = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');

describe('docs/language.md', () => {
  it.each(SNIPPETS)('shows workflows that run as they stand:\n%s', (text) => {
    const { problems } = checkDefinition(text);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { definition } = parseDefinition(text);
    expect(definition && compilePlan(definition).plan).not.toBeNull();
  });

  it('has a snippet for each part', () => {
    expect(SNIPPETS.length).toBeGreaterThanOrEqual(7);
  });

  it.each([...FUNCTIONS.keys()].filter((name) => !['double', 'lowerAscii', 'upperAscii'].includes(name)))(
    'names the function %s',
    (name) => {
      expect(GUIDE).toMatch(new RegExp(`[\`\\s]${name}[\`\\s(]`));
    },
  );

  it('leads to the reference of every step', () => {
    const reference = readFileSync(join(__dirname, '../../../docs/reference/steps.md'), 'utf8');
    for (const { type } of stepCatalogue) expect(reference).toContain(`## ${type}`);
  });
});
