import type { Answers } from '../../spec/pretended-product.js';
import { PretendedProduct } from '../../spec/pretended-product.js';
import { runCommandLine } from '../command-line.js';
import { EXIT } from '../exit-code.js';
import { approveCommand } from './approve.js';
import { cancelCommand } from './cancel.js';
import { giveUpCommand } from './give-up.js';
import { pauseCommand, resumeCommand } from './pause.js';
import { retryCommand } from './retry.js';
import { sendEventCommand } from './send-event.js';
import { setVariableCommand } from './set-variable.js';
import { skipCommand } from './skip.js';

const COMMANDS = [
  ...[approveCommand, cancelCommand, giveUpCommand, pauseCommand, resumeCommand],
  ...[retryCommand, sendEventCommand, setVariableCommand, skipCommand],
];
const DONE: Answers = { Ask: () => ({ answer: { execution: { status: 'RUNNING' }, problems: [] } }) };
const refusing = (code: string): Answers => ({
  Ask: () => ({
    answer: {
      execution: { status: 'WAITING' },
      problems: [{ code, severity: 'ERROR', message: 'No.', path: '/path', stepId: 'ask' }],
    },
  }),
});

describe('deciding from the command line', () => {
  const products: PretendedProduct[] = [];
  afterEach(() => Promise.all(products.splice(0).map((product) => product.stop())));

  async function run(args: readonly string[], answers = DONE) {
    const product = new PretendedProduct(answers);
    products.push(product);
    const url = await product.start();
    const printed = { out: '', err: '' };
    const exitCode = await runCommandLine(args, {
      commands: COMMANDS,
      config: { url, token: 'token', email: null, password: null, localFile: '/none' },
      terminal: {
        out: (text) => void (printed.out += text),
        err: (text) => void (printed.err += text),
        interactive: false,
      },
      signal: new AbortController().signal,
    });
    return { exitCode, ...printed, sent: product.operations[0]?.variables };
  }

  it.each<[readonly string[], object]>([
    [['approve', 'e1', 'ask'], { path: 'ask', approved: true, comment: null }],
    [['approve', 'e1', 'ask', '--reject', '--comment', 'Not yet.'], { approved: false, comment: 'Not yet.' }],
    [['retry', 'e1', 'each[3]/read'], { path: 'each[3]/read', configuration: null }],
    [['retry', 'e1', 'read', '--configuration', '{"limit": 3}'], { configuration: { limit: 3 } }],
    [['skip', 'e1', 'read', '--output', '{"count": 0}'], { path: 'read', output: { count: 0 } }],
    [['give-up', 'e1', 'read'], { path: 'read' }],
    [['send-event', 'e1', 'paid'], { name: 'paid', payload: null, path: null }],
    [
      ['send-event', 'e1', 'paid', '--payload', '"text"', '--path', 'wait'],
      { payload: 'text', path: 'wait' },
    ],
    [['set-variable', 'e1', 'limit', '5'], { name: 'limit', value: 5, scopePath: null }],
    [['set-variable', 'e1', 'limit', 'null', '--scope', 'each'], { value: null, scopePath: 'each' }],
    [['set-variable', 'e1', 'limit', '--', '-5'], { value: -5 }],
    [['pause', 'e1'], { path: null }],
    [['resume', 'e1', '--path', 'each'], { path: 'each' }],
    [['cancel', 'e1'], {}],
  ])('%j is asked of the API', async (args, variables) => {
    const { exitCode, out, err, sent } = await run(args);
    expect([exitCode, out, err]).toEqual([EXIT.done, 'Execution e1 is running.\n', '']);
    expect(sent).toMatchObject({ id: 'e1', ...variables });
  });

  it('says why it was refused, and that the answer is no', async () => {
    const { exitCode, out, err } = await run(['approve', 'e1', 'ask'], refusing('NOT_ASSIGNED'));
    expect([exitCode, out, err]).toEqual([EXIT.no, '', 'error  /path  No.  [NOT_ASSIGNED]\n']);
  });

  it('tells an engine that is away from a refusal', async () => {
    expect((await run(['cancel', 'e1'], refusing('UNAVAILABLE'))).exitCode).toBe(EXIT.unreachable);
    expect((await run(['cancel', 'e1'], { Ask: () => 'NOT_FOUND' })).exitCode).toBe(EXIT.usage);
  });

  it('prints one document with --json', async () => {
    const { out } = await run(['approve', 'e1', 'ask', '--json'], refusing('NOT_ASSIGNED'));
    expect(JSON.parse(out)).toMatchObject({
      ...{ executionId: 'e1', status: 'waiting', problems: [{ code: 'NOT_ASSIGNED', stepId: 'ask' }] },
    });
  });

  it.each([
    [['approve', 'e1']],
    [['set-variable', 'e1', 'limit', 'five']],
    [['retry', 'e1', 'read', '--configuration', '{limit: 3}']],
    [['cancel', 'e1', 'e2']],
  ])('%j cannot be used', async (args) => {
    const { exitCode, sent } = await run(args);
    expect([exitCode, sent]).toEqual([EXIT.usage, undefined]);
  });
});
