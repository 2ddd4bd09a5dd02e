import { pass, problemsOf, checkDraft } from '../../test/drafts.js';

const at = (name: string, code = 'STEP_SETTING_INVALID'): string => `${code} /steps/0/configuration/${name}`;

function loop(configuration: object): readonly string[] {
  return problemsOf({
    inputs: { n: 'number', list: 'array' },
    steps: [{ id: 'l', type: 'loop', configuration }, pass('x', { parent: 'l' })],
  });
}

function alone(type: string, configuration: object): readonly string[] {
  return problemsOf({ inputs: { n: 'number' }, steps: [{ id: 'a', type, configuration }] });
}

describe('settings of a loop', () => {
  it.each<[string, object, readonly string[]]>([
    ['a list', { items: 'list', concurrency: 100, item_errors: 'collect' }, []],
    ['times as a number', { mode: 'times', times: 3 }, []],
    ['while', { mode: 'while', condition: 'loop.index < n', maximumRounds: 10 }, []],
    ['until', { mode: 'until', condition: true, maximum_rounds: 1_000_000, on_exhausted: 'continue' }, []],
    ['for_each in snake_case', { mode: 'for_each', items: 'list', item_errors: 'fail_fast' }, []],
    ['tolerance by count', { items: 'list', itemErrors: { tolerate: { count: 3 } } }, []],
    ['tolerance by share', { items: 'list', itemErrors: { tolerate: { share: 0.1 } } }, []],
    ['no tolerance at all', { items: 'list', itemErrors: { tolerate: {} } }, [at('itemErrors/tolerate')]],
    [
      'a share of many',
      { items: 'list', itemErrors: { tolerate: { share: 2 } } },
      [at('itemErrors/tolerate/share')],
    ],
    ['another word', { items: 'list', itemErrors: 'retry' }, [at('itemErrors')]],
    ['a template for a bound', { items: 'list', concurrency: '{{ n }}' }, [at('concurrency')]],
    ['too much at the same time', { items: 'list', concurrency: 101 }, [at('concurrency')]],
    ['no cap', { mode: 'until', condition: 'true' }, [at('maximumRounds')]],
    ['nothing', { mode: 'while' }, [at('condition'), at('maximumRounds')]],
    ['a mode that is none', { mode: 'forever' }, [at('mode')]],
    [
      'settings of another mode',
      { mode: 'times', times: 'n', items: 'list', condition: 'true', concurrency: 2 },
      ['items', 'condition', 'concurrency'].map((name) => at(name, 'STEP_SETTING_UNUSED')),
    ],
    ['a text for times', { mode: 'times', times: '"x"' }, [at('times', 'EXPRESSION_TYPE')]],
  ])('%s', (_, configuration, expected) => {
    expect(loop(configuration)).toEqual(expected);
  });
});

describe('settings of steps that wait', () => {
  it.each<[string, string, object, readonly string[]]>([
    ['a duration', 'delay', { duration: '1.5h' }, []],
    ['a duration from an input', 'delay', { duration: '{{ input.n }}m' }, []],
    ['a whole template', 'delay', { duration: '{{ string(n) + "s" }}' }, []],
    ['a duration that is none', 'delay', { duration: 'soon' }, [at('duration')]],
    ['above 30 days', 'delay', { duration: '31d' }, [at('duration')]],
    ['until', 'delay', { until: '"2030-01-31T08:00:00Z"' }, []],
    ['both', 'delay', { duration: '1h', until: '"x"' }, [at('duration', 'STEP_SETTING_UNUSED')]],
    ['an approval', 'approval', { message: 'Pay {{ n }}?', assignees: ['a@b.c'], timeout: '2d' }, []],
    ['assignees from an input', 'approval', { assignees: '{{ [string(n)] }}' }, []],
    ['an approval that ends never', 'approval', { timeout: '0' }, [at('timeout')]],
    ['an event', 'wait_for_event', { event: 'paid-{{ n }}', timeout: '{{ n }}s' }, []],
    ['an event without a name', 'wait_for_event', { event: '' }, [at('event'), at('event')]],
  ])('%s', (_, type, configuration, expected) => {
    expect(alone(type, configuration)).toEqual(expected);
  });
});

describe('settings of steps that reach out', () => {
  it.each<[string, string, object, readonly string[]]>([
    [
      'a request',
      'http_request',
      {
        method: 'POST',
        url: 'https://example.org/{{ n }}',
        headers: { Accept: 'application/json', 'X-N': '{{ n }}' },
        body: { n: '{{ n }}', list: [1] },
        secret: 'shop.key',
        success_status: ['2xx', 404],
      },
      [],
    ],
    ['a body of text', 'http_request', { url: '{{ "https://example.org" }}', body: 'x' }, []],
    ['a secret from data', 'http_request', { url: 'x', secret: '{{ n }}' }, [at('secret')]],
    [
      'statuses that are none',
      'http_request',
      { url: 'x', successStatus: [20, '9xx'] },
      [at('successStatus/0'), at('successStatus/1')],
    ],
    ['a header that is none', 'http_request', { url: 'x', headers: { 'a b': 'x' } }, [at('headers/a b')]],
    ['another workflow', 'sub_workflow', { workflow_id: 'w', version: 3, input: { q: 'n + 1' } }, []],
    ['its version by template', 'sub_workflow', { workflowId: '{{ n }}', version: '{{ n }}' }, []],
    ['its version by word', 'sub_workflow', { workflowId: 'w', version: 'latest' }, [at('version')]],
    [
      'an input of it that is none',
      'sub_workflow',
      { workflowId: 'w', input: { 'a b': '1' } },
      [at('input/a b')],
    ],
    ['inputs that are none', 'sub_workflow', { workflowId: 'w', input: [] }, [at('input')]],
    [
      'a mistake in its input',
      'sub_workflow',
      { workflowId: 'w', input: { q: 'nope' } },
      [at('input/q', 'EXPRESSION_NAME_UNKNOWN')],
    ],
  ])('%s', (_, type, configuration, expected) => {
    expect(alone(type, configuration)).toEqual(expected);
  });

  it('what is wrong is said in a sentence', () => {
    const messageOf = (type: string, configuration: object): string | undefined =>
      checkDraft({ steps: [{ id: 'a', type, configuration }] }).problems[0]?.message;
    expect(messageOf('http_request', {})).toBe('url: is needed');
    expect(messageOf('delay', { duration: 'x' })).toContain('write for example 500ms');
    expect(messageOf('http_request', { url: 'x', successStatus: ['all'] })).toContain(
      'a range such as "2xx"',
    );
  });
});
