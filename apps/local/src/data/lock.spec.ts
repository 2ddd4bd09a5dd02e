import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../process/identity.mjs';
import { lockHolder, takeLock } from './lock.mjs';

describe('the lock of a data directory', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken once, and again after it was released', () => {
    const first = takeLock(path);
    expect(first.kind).toBe('taken');
    expect(takeLock(path)).toEqual({ kind: 'held', pid: process.pid });
    expect(lockHolder(path)).toBe(process.pid);

    if (first.kind === 'taken') first.release();

    expect(existsSync(path)).toBe(false);
    expect(takeLock(path).kind).toBe('taken');
  });

  it.each([
    ['a process that has ended', () => ({ pid: spawnSync('true').pid, startedAt: 'x' })],
    ['a number that is now somebody else', () => ({ pid: process.pid, startedAt: 'before the reboot' })],
  ])('is taken over from %s', (_, holder) => {
    writeFileSync(path, JSON.stringify(holder()));
    expect(lockHolder(path)).toBeUndefined();
    expect(takeLock(path).kind).toBe('taken');
    expect(lockHolder(path)).toBe(process.pid);
  });

  it('is taken over when it cannot be read', () => {
    writeFileSync(path, '{"pid":');
    expect(takeLock(path).kind).toBe('taken');
  });

  it('leaves nothing else behind', () => {
    writeFileSync(path, JSON.stringify({ pid: 1, startedAt: 'never' }));
    takeLock(path);
    takeLock(path);
    expect(readdirSync(folder)).toEqual(['start.lock']);
  });

  it('names its holder for certain', () => {
    takeLock(path);
    expect(lockHolder(path)).toBe(identityOf(process.pid)?.pid);
  });
});
