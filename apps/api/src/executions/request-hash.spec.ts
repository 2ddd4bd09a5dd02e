import { requestHash } from './request-hash.js';

const request = { workflowId: 'w', input: { a: 1, b: { c: [1, 2], d: null } }, documentIds: ['x', 'y'] };

describe('the hash of what was asked for', () => {
  it('is the same for the same request', () => {
    const same = { workflowId: 'W', input: { b: { d: null, c: [1, 2] }, a: 1 }, documentIds: ['y', 'x'] };
    expect(requestHash(same)).toBe(requestHash(request));
    expect(requestHash({ ...request, input: undefined })).toBe(requestHash({ ...request, input: {} }));
  });

  it.each([
    ['workflow', { workflowId: 'v' }],
    ['value', { input: { a: 2, b: { c: [1, 2], d: null } } }],
    ['order in a list', { input: { a: 1, b: { c: [2, 1], d: null } } }],
    ['name', { input: { a: 1, b: { c: [1, 2] } } }],
    ['choice of documents', { documentIds: ['x'] }],
  ])('differs with the %s', (_, over) => {
    expect(requestHash({ ...request, ...over })).not.toBe(requestHash(request));
  });
});
