import { childOutput } from './child-output.js';

const reference = (of: string) => ({ $ref: of, kind: 'passages', count: 1, bytes: 1, sha256: of });

describe('the output of a sub-workflow', () => {
  it('is the facts of its step as it stands', () => {
    const output = { answer: { answer: 'Yes.', confidence: 0.9 } };
    expect(childOutput(output)).toEqual({ facts: output, references: {} });
  });

  it('hands its references on, each under a name of its own', () => {
    const output = { near: { passages: reference('a') }, far: { passages: reference('b'), count: 2 } };
    expect(childOutput(output).references).toEqual({
      passages: reference('a'),
      far_passages: reference('b'),
    });
  });

  it('is nothing when no end step gave anything', () => {
    expect(childOutput(null)).toEqual({ facts: {}, references: {} });
  });
});
