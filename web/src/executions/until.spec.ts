import { formatDateTime } from '../ui/format.js';
import { withDue } from './until.js';

const dueAt = '2026-01-10T13:30:00Z';
const time = formatDateTime(dueAt);

describe('why a step waits', () => {
  it('tells until when, where that is known', () => {
    expect(withDue('It waits for an approval.', { status: 'WAITING', dueAt })).toBe(
      `It waits for an approval, until ${time}.`,
    );
    expect(withDue('', { status: 'BLOCKED', dueAt })).toBe(`Until ${time}.`);
  });

  it('tells it once', () => {
    const sentence = `It waits until ${time}.`;
    expect(withDue(sentence, { status: 'WAITING', dueAt })).toBe(sentence);
  });

  it('tells nothing of a step that does not wait, or waits for good', () => {
    expect(withDue('Why.', { status: 'COMPLETED', dueAt })).toBe('Why.');
    expect(withDue('Why.', { status: 'WAITING', dueAt: null })).toBe('Why.');
  });
});
