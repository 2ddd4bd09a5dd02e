import { readFileSync } from 'node:fs';
import { LOWEST_NODE, isNodeNewEnough } from './node-version.mjs';

describe('the lowest Node.js', () => {
  it.each([
    ['18.20.0', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.1.0', true],
    ['24.0.0', true],
  ])('%s will do: %s', (version, enough) => {
    expect(isNodeNewEnough(version)).toBe(enough);
  });

  it('is the one of package.json', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(`${engines.node}.0`).toBe(`>=${LOWEST_NODE}`);
  });
});
