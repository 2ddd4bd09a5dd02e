import { runCommandLine } from './command-line.js';
import { isSet, listFlag, textFlag, type Command, type Invocation } from './command.js';
import { CommandError, EXIT } from './exit-code.js';

function aCommand(run: Command['run']): Command {
  return {
    name: 'greet',
    summary: 'Greet somebody.',
    arguments: ['person'],
    flags: {
      title: { type: 'string', help: 'how to address them' },
      gifts: { type: 'string', multiple: true, help: 'what to bring' },
      json: { type: 'boolean', help: 'as JSON' },
    },
    run,
  };
}

async function call(argv: readonly string[], run: Command['run'] = async () => EXIT.done, aborted = false) {
  const printed = { out: '', err: '' };
  const interruption = new AbortController();
  if (aborted) interruption.abort();
  const exitCode = await runCommandLine(argv, {
    commands: [aCommand(run)],
    config: { url: null, token: null, email: null, password: null, localFile: 'none' },
    terminal: {
      out: (text) => void (printed.out += text),
      err: (text) => void (printed.err += text),
      interactive: false,
    },
    signal: interruption.signal,
  });
  return { exitCode, ...printed };
}

describe('the command line', () => {
  it('gives a command its arguments and flags', async () => {
    let seen: Invocation | null = null;
    const run: Command['run'] = async (invocation) => {
      seen = invocation;
      return EXIT.no;
    };
    const { exitCode } = await call(
      ['greet', 'Ada', '--title', 'Lady', '--json', '--gifts', 'a', 'b', '--gifts', 'c'],
      run,
    );

    expect(exitCode).toBe(EXIT.no);
    expect(seen!.positionals).toEqual(['Ada']);
    expect(textFlag(seen!, 'title')).toBe('Lady');
    expect(isSet(seen!, 'json')).toBe(true);
    expect(listFlag(seen!, 'gifts')).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['an unknown command', ['sing'], 'no command "sing"'],
    ['an unknown flag', ['greet', 'Ada', '--loud'], '--loud'],
    ['a missing argument', ['greet'], 'give a person'],
    ['an argument too many', ['greet', 'Ada', 'Grace'], 'one argument too many'],
    ['a flag without its value', ['greet', 'Ada', '--title'], '--title'],
  ])('refuses %s as an unusable call', async (_case, argv, message) => {
    const { exitCode, err, out } = await call(argv);

    expect(exitCode).toBe(EXIT.usage);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  it('prints help on stdout when asked, and as an error when nothing was said', async () => {
    expect(await call(['--help'])).toMatchObject({
      exitCode: EXIT.done,
      out: expect.stringContaining('greet'),
    });
    expect(await call(['greet', '--help'])).toMatchObject({
      exitCode: EXIT.done,
      out: expect.stringContaining('--title'),
    });
    expect(await call([])).toMatchObject({ exitCode: EXIT.usage, out: '' });
  });

  it('turns a command error into its exit code and one line', async () => {
    const { exitCode, err } = await call(['greet', 'Ada'], async () => {
      throw new CommandError(EXIT.notAllowed, 'not you');
    });

    expect(exitCode).toBe(EXIT.notAllowed);
    expect(err).toBe('sluice greet: not you\n');
  });

  it('says interrupted when Ctrl-C ended a command', async () => {
    const stopped = async (): Promise<never> => {
      throw new Error('aborted');
    };

    expect((await call(['greet', 'Ada'], stopped, true)).exitCode).toBe(EXIT.interrupted);
  });

  it('lets an interrupted command say what goes on without it', async () => {
    const stopped = async (): Promise<never> => {
      throw new CommandError(EXIT.interrupted, 'execution 7 goes on');
    };

    expect(await call(['greet', 'Ada'], stopped, true)).toMatchObject({
      exitCode: EXIT.interrupted,
      err: 'sluice greet: execution 7 goes on\n',
    });
  });

  it('reports what nobody expected in one line as well', async () => {
    const { exitCode, err } = await call(['greet', 'Ada'], async () => {
      throw new TypeError('no such thing');
    });

    expect(exitCode).toBe(EXIT.no);
    expect(err).toBe('sluice greet: this should not happen: no such thing\n');
  });
});
