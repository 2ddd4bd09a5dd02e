import { Api } from './support/api.js';
import { broken, greeting } from './support/definitions.js';
import { createWorkflow, publishWorkflow } from './support/workflows.js';

describe('workflows over GraphQL', () => {
  let api: Api;
  let token: string;

  beforeAll(async () => {
    api = await Api.start();
    token = await api.token();
  });
  afterAll(() => api.stop());

  it('are created as drafts, also with errors, which are told', async () => {
    expect(await createWorkflow(api, token, { name: 'Good', definition: greeting })).toEqual({
      workflow: { id: expect.any(String), version: 1, status: 'DRAFT', problems: [] },
      problems: [],
    });
    const { workflow, problems } = await createWorkflow(api, token, { name: 'Broken', definition: broken });
    expect(workflow.status).toBe('DRAFT');
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'ERROR', code: 'CONNECTION_STEP_UNKNOWN' }),
    );
  });

  it('are not saved when the definition cannot be read', async () => {
    const { workflow, problems } = await createWorkflow(api, token, {
      name: 'Unreadable',
      definition: { steps: 3 },
    });
    expect(workflow).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  it('take YAML text as well', async () => {
    const definition = 'schemaVersion: 1\nsteps:\n  - id: read\n    type: document_ingestion\n';
    const { workflow, problems } = await createWorkflow(api, token, { name: 'From text', definition });
    expect([
      workflow?.status,
      problems.filter(({ severity }: { severity: string }) => severity === 'ERROR'),
    ]).toEqual(['DRAFT', []]);
  });

  it('have names that are unique for their owner', async () => {
    await createWorkflow(api, token, { name: 'Twin', definition: greeting });
    expect(await createWorkflow(api, token, { name: 'Twin', definition: greeting })).toMatchObject({
      workflow: null,
      problems: [{ code: 'NAME_TAKEN', path: '/name' }],
    });
    const other = await api.stranger('other@example.org');
    expect((await createWorkflow(api, other, { name: 'Twin', definition: greeting })).problems).toEqual([]);
  });

  it('are copied under a name that would do for a new one too', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Pattern', definition: greeting });
    const copy = (name: string) =>
      api.graphql(
        'mutation ($id: ID!, $name: String) { duplicateWorkflow(id: $id, name: $name) { workflow { name } } }',
        { id: workflow.id, name },
        token,
      );
    for (const name of ['', '  ', 'a\u0000b', 'a\nb', 'a\ud800', 'x'.repeat(10_000)])
      expect((await copy(name)).codes).toEqual(['BAD_INPUT']);
    expect((await copy('Made of it')).data.duplicateWorkflow.workflow).toEqual({ name: 'Made of it' });
  });

  it('are updated only on the version that was seen', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Shared', definition: greeting });
    const update = (input: object) =>
      api.graphql(
        'mutation ($id: ID!, $input: UpdateWorkflowInput!) { updateWorkflow(id: $id, input: $input) { workflow { version description tags } problems { code } } }',
        { id: workflow.id, input },
        token,
      );
    const first = await update({ description: 'mine', tags: ['a'], expectedVersion: 1 });
    expect(first.data.updateWorkflow.workflow).toEqual({ version: 2, description: 'mine', tags: ['a'] });
    expect((await update({ description: 'theirs', expectedVersion: 1 })).codes).toEqual(['CONFLICT']);
    expect((await update({ name: 'Twin' })).data.updateWorkflow.problems).toEqual([{ code: 'NAME_TAKEN' }]);
    expect((await update({ tags: [''] })).codes).toEqual(['BAD_INPUT']);
  });

  it('saved by two people at once take one of them', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Raced', definition: greeting });
    const answers = await Promise.all(
      [1, 2, 3, 4].map((count) =>
        api.graphql(
          'mutation ($id: ID!, $input: UpdateWorkflowInput!) { updateWorkflow(id: $id, input: $input) { workflow { version } } }',
          { id: workflow.id, input: { description: `${count}`, expectedVersion: 1 } },
          token,
        ),
      ),
    );
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  });

  it('are published when they have no errors, and a change makes a new version', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'To publish', definition: greeting });
    const first = await publishWorkflow(api, token, workflow.id);
    expect(first.workflow).toMatchObject({ status: 'PUBLISHED', publishedVersion: { number: 1 } });
    const same = await publishWorkflow(api, token, workflow.id);
    expect(same.workflow.publishedVersion).toEqual(first.workflow.publishedVersion);
    const definition = { ...greeting, inputs: { ...greeting.inputs, tone: { type: 'string' } } };
    await api.graphql(
      'mutation ($id: ID!, $input: UpdateWorkflowInput!) { updateWorkflow(id: $id, input: $input) { problems { code } } }',
      { id: workflow.id, input: { definition } },
      token,
    );
    expect((await publishWorkflow(api, token, workflow.id)).workflow.publishedVersion.number).toBe(2);
    const versions = await api.graphql(
      'query ($id: ID!) { workflowVersions(workflowId: $id) { number definition } }',
      { id: workflow.id },
      token,
    );
    expect(versions.data.workflowVersions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(versions.data.workflowVersions[0].definition.inputs.tone).toMatchObject({ type: 'string' });
  });

  it('are not published with errors', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Not yet', definition: broken });
    expect(await publishWorkflow(api, token, workflow.id)).toMatchObject({
      workflow: null,
      problems: [{ severity: 'ERROR' }],
    });
  });

  it('are duplicated under a free name, archived and deleted', async () => {
    const { workflow } = await createWorkflow(api, token, { name: 'Original', definition: greeting });
    const duplicate = async () =>
      (
        await api.graphql(
          'mutation ($id: ID!) { duplicateWorkflow(id: $id) { workflow { name status } } }',
          { id: workflow.id },
          token,
        )
      ).data.duplicateWorkflow.workflow;
    expect([await duplicate(), await duplicate()]).toEqual([
      { name: 'Original (copy)', status: 'DRAFT' },
      { name: 'Original (copy 2)', status: 'DRAFT' },
    ]);
    const archived = await api.graphql(
      'mutation ($id: ID!) { archiveWorkflow(id: $id) { workflow { status } } }',
      { id: workflow.id },
      token,
    );
    expect(archived.data.archiveWorkflow.workflow.status).toBe('ARCHIVED');
    const remove = () =>
      api.graphql(
        'mutation ($id: ID!) { deleteWorkflow(id: $id) { deletedId } }',
        { id: workflow.id },
        token,
      );
    expect((await remove()).data.deleteWorkflow.deletedId).toBe(workflow.id);
    expect((await remove()).codes).toEqual(['NOT_FOUND']);
  });

  it('are listed in pages that stay right while others are added', async () => {
    const pager = await api.stranger('pager@example.org');
    for (const number of [1, 2, 3, 4, 5])
      await createWorkflow(api, pager, { name: `Page 10%_${number}`, definition: greeting, tags: ['list'] });
    const list = async (variables: object) =>
      (
        await api.graphql(
          `query ($after: String, $first: Int, $filter: WorkflowFilter) { workflows(first: $first, after: $after, filter: $filter) {
           totalCount nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
          variables,
          pager,
        )
      ).data.workflows;
    const first = await list({ first: 2 });
    expect([first.totalCount, first.pageInfo.hasNextPage, first.nodes.length]).toEqual([5, true, 2]);
    await createWorkflow(api, pager, { name: 'Late', definition: greeting });
    const rest = await list({ first: 10, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ name }: { name: string }) => name)).toEqual(
      [5, 4, 3, 2, 1].map((number) => `Page 10%_${number}`),
    );
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect((await list({ filter: { search: '%_3' } })).nodes).toEqual([{ name: 'Page 10%_3' }]);
    expect((await list({ filter: { tag: 'list' } })).totalCount).toBe(5);
    expect((await list({ filter: { status: 'PUBLISHED' } })).totalCount).toBe(0);
    expect((await list({ first: 0 })).nodes).toEqual([]);
  });

  it('refuse a cursor that is not theirs', async () => {
    const { codes } = await api.graphql('{ workflows(after: "bm9uc2Vuc2U") { totalCount } }', {}, token);
    expect(codes).toEqual(['BAD_INPUT']);
  });
});
