import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from './install.mjs';

describe('whether packages are installed', () => {
  let root: string;
  const lock = (path: string, packages: object) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify({ packages }));
  };
  const wanted = {
    '': { name: 'sluice' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-another-system': { version: '2.0.0', optional: true },
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'));
    lock('package-lock.json', wanted);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.each([
    ['no', 'when another version is there', { 'node_modules/a': { version: '0.9.0' } }, false],
    ['no', 'when a package is missing', {}, false],
    ['yes', 'when all are there', { ...wanted }, true],
    [
      'yes',
      'when only what this system does not take is missing',
      { 'node_modules/a': { version: '1.0.0' } },
      true,
    ],
  ])('%s, %s', (_, __, present, expected) => {
    lock('node_modules/.package-lock.json', present);
    expect(isInstalled(root)).toBe(expected);
  });

  it('no, when npm never finished', () => {
    mkdirSync(join(root, 'node_modules/a'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });
});
