import type { Json } from '../json.js';
import type { PlanExpression, PlanTemplate } from './plan.js';
import { renderTemplate } from './render-template.js';

function input(name: string, cel = `input.${name}`): PlanExpression {
  return { source: cel, cel, reads: [{ kind: 'input', key: `input.${name}`, name }] };
}

function rendered(template: PlanTemplate, inputs: Readonly<Record<string, Json>>) {
  return renderTemplate(template, (read) => (read.kind === 'input' ? inputs[read.name] : undefined));
}

describe('renderTemplate', () => {
  it('gives settings without templates as they are', () => {
    const value = { limit: 3 };
    expect(rendered({ value, slots: [] }, {})).toEqual({ value, warnings: [], error: null });
  });

  it('keeps the type of a single expression, at any depth', () => {
    const template = {
      value: { a: { b: ['', { c: '' }] }, z: 1 },
      slots: [{ path: ['a', 'b', 1, 'c'], parts: [input('x')] }],
    };
    expect(rendered(template, { x: [1, { y: 2 }] }).value).toEqual({
      a: { b: ['', { c: [1, { y: 2 }] }] },
      z: 1,
    });
  });

  it('joins the rest as text', () => {
    const parts = ['n=', input('n'), ' o=', input('o'), ' nil=', input('nil'), ' t=', input('t')];
    expect(
      rendered(
        { value: { q: '' }, slots: [{ path: ['q'], parts }] },
        { n: 1.5, o: { a: [1] }, nil: null, t: true },
      ).value,
    ).toEqual({
      q: 'n=1.5 o={"a":[1]} nil= t=true',
    });
  });

  it('keeps a text without any expression a text', () => {
    expect(rendered({ value: { q: '' }, slots: [{ path: ['q'], parts: ['{{ plain'] }] }, {}).value).toEqual({
      q: '{{ plain',
    });
  });

  it('never reads what comes out as a template again', () => {
    const slots = [{ path: ['q'], parts: [input('x')] }];
    expect(rendered({ value: { q: '' }, slots }, { x: '{{ input.secret }}' }).value).toEqual({
      q: '{{ input.secret }}',
    });
  });

  it('leaves out a setting that is missing, keeps the place in a list, and warns', () => {
    const slots = [
      { path: ['q'], parts: [input('x')] },
      { path: ['l', 0], parts: [input('x')] },
      { path: ['t'], parts: ['<', input('x'), '>'] },
    ];
    expect(rendered({ value: { q: 'old', l: ['', 2], t: '' }, slots }, {})).toEqual({
      value: { l: [null, 2], t: '<>' },
      warnings: ['q: input.x has no value', 'l.0: input.x has no value', 't: input.x has no value'],
      error: null,
    });
  });

  it('does not touch the plan', () => {
    const template: PlanTemplate = Object.freeze({
      value: Object.freeze({ q: 'old' }),
      slots: [{ path: ['q'], parts: [input('x')] }],
    });
    rendered(template, { x: 1 });
    expect(template.value).toEqual({ q: 'old' });
  });

  it('stops at an expression that fails', () => {
    const slots = [{ path: ['q'], parts: ['a', input('x', 'input.x / 0')] }];
    expect(rendered({ value: { q: '' }, slots }, { x: 1 }).error).toMatchObject({
      code: 'EXPRESSION_FAILED',
    });
  });

  it('stops at a text that grows too long, or a value too deep to write', () => {
    const slots = [{ path: ['q'], parts: ['a', input('x')] }];
    let deep: Json = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(rendered({ value: { q: '' }, slots }, { x: 'x'.repeat(300_000) }).error?.message).toContain(
      '256 Ki',
    );
    expect(rendered({ value: { q: '' }, slots }, { x: deep }).error?.message).toContain('too deeply');
  });
});
