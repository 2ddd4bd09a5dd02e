import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../exit-code.js';
import { validateCommand } from './validate.js';

describe('validate', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'sluice-validate-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function validate(file: string, flags: Readonly<Record<string, boolean>> = { json: true }) {
    let out = '';
    const exitCode = await validateCommand.run({
      positionals: [file],
      flags,
      config: { url: null, token: null, email: null, password: null, localFile: 'none' },
      terminal: { out: (text) => void (out += text), err: () => undefined, interactive: false },
      signal: new AbortController().signal,
    });
    return { exitCode, out };
  }

  async function fileOf(content: string | Uint8Array): Promise<string> {
    const file = join(folder, 'workflow');
    await writeFile(file, content);
    return file;
  }

  it('prints one document and says yes', async () => {
    const file = await fileOf('schemaVersion: 1\nsteps: [{ id: a, type: parallel }]\n');
    const { exitCode, out } = await validate(file);

    expect(exitCode).toBe(EXIT.done);
    expect(JSON.parse(out)).toEqual({ valid: true, problems: [] });
  });

  it('tells people each problem on a line, and says no', async () => {
    const file = await fileOf('schemaVersion: 1\nsteps: [{ id: a, type: serach }]\n');
    const { exitCode, out } = await validate(file, {});

    expect(exitCode).toBe(EXIT.no);
    expect(out).toMatch(/^error {2}\/steps\/0\/type {2}.*"search".* {2}\[STEP_TYPE_UNKNOWN\]\n/);
    expect(out).toContain('is not valid.');
  });

  it('refuses bytes that are not UTF-8, with their place', async () => {
    const { exitCode, out } = await validate(await fileOf(Buffer.from('name: Prüfung', 'latin1')));

    expect(exitCode).toBe(EXIT.no);
    expect(JSON.parse(out)).toMatchObject({
      valid: false,
      problems: [{ code: 'TEXT_ENCODING', span: { start: 8, end: 9 } }],
    });
  });

  it('refuses a file without end for its length', async () => {
    const { exitCode, out } = await validate('/dev/zero');

    expect(exitCode).toBe(EXIT.no);
    expect(JSON.parse(out)).toMatchObject({ problems: [{ code: 'TEXT_TOO_LONG' }] });
  });

  it.each(['', 'missing'])('cannot be used on what is no file', async (name) => {
    await expect(validate(join(folder, name))).rejects.toMatchObject({ exitCode: EXIT.usage });
  });
});
