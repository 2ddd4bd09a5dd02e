import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

describe('the fingerprint of sources', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const now = () => fingerprint(root, ['src', 'package.json']);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    write('src/a.ts', 'a');
    write('src/inner/b.ts', 'b');
    write('package.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays when nothing changes, whatever the time of the files', () => {
    const before = now();
    write('src/a.ts', 'a');
    expect(now()).toBe(before);
  });

  it.each([
    ['is edited', () => write('src/inner/b.ts', 'c')],
    ['is added', () => write('src/c.ts', '')],
    ['is removed', () => rmSync(join(root, 'src/a.ts'))],
    ['gets another name', () => renameSync(join(root, 'src/a.ts'), join(root, 'src/d.ts'))],
    ['swaps its text with another', () => (write('src/a.ts', 'b'), write('src/inner/b.ts', 'a'))],
  ])('changes when a file %s', (_, change) => {
    const before = now();
    change();
    expect(now()).not.toBe(before);
  });

  it('does not count specs, what was built, or other folders', () => {
    const before = now();
    write('src/a.spec.ts', 'test');
    write('src/dist/a.js', 'built');
    write('docs/page.md', 'text');
    expect(now()).toBe(before);
  });
});
