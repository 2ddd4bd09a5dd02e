import { Api } from './support/api.js';
import { published, startExecution } from './support/workflows.js';

describe('while Temporal is away', () => {
  let api: Api;
  let token: string;
  let workflowId: string;

  beforeAll(async () => {
    // Nothing listens on the discard port.
    api = await Api.start({ TEMPORAL_ADDRESS: '127.0.0.1:9' });
    token = await api.token();
    workflowId = await published(api, token, 'Patient');
  });
  afterAll(() => api.stop());

  it('the API runs and says what is missing', async () => {
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${api.url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      503,
      { status: 'unavailable', checks: { database: { status: 'ok' }, temporal: { status: 'unavailable' } } },
    ]);
  }, 20_000);

  it('executions are kept, and asking anything of them says UNAVAILABLE', async () => {
    const { execution, problems } = await startExecution(api, token, { workflowId, input: { name: 'Ann' } });
    expect([execution.status, problems]).toEqual([
      'PENDING',
      [{ code: 'UNAVAILABLE', severity: 'WARNING', path: '' }],
    ]);
    const answer = await api.graphql(
      'mutation ($id: ID!) { cancelExecution(id: $id) { execution { status } problems { code severity } } }',
      { id: execution.id },
      token,
    );
    expect(answer.data.cancelExecution).toEqual({
      execution: { status: 'PENDING' },
      problems: [{ code: 'UNAVAILABLE', severity: 'ERROR' }],
    });
  }, 30_000);
});
