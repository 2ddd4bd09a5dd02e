import { Redaction } from './redaction.js';

describe('an answer that repeats a secret', () => {
  const redaction = new Redaction({ authorization: 'Bearer s3/cr"et-token' });

  it('is read without it, in texts, names and lists at any depth', () => {
    expect(
      redaction.json({
        headers: { Authorization: 'Bearer s3/cr"et-token' },
        's3/cr"et-token': ['token=s3/cr"et-token', 7, null, true],
      }),
    ).toEqual({ headers: { Authorization: '[secret]' }, '[secret]': ['token=[secret]', 7, null, true] });
  });

  it.each([
    '{"token":"s3/cr\\"et-token"}',
    '{"token":"s3\\/cr\\"et-token"}',
    'https://example.org/?token=s3%2Fcr%22et-token',
  ])('is read without it as %s', (text) => {
    expect(redaction.text(text)).not.toContain('et-token');
    expect(redaction.text(text)).toContain('[secret]');
  });

  it('is read without the password of Basic authentication', () => {
    const basic = new Redaction({
      authorization: `Basic ${Buffer.from('ann:correct horse').toString('base64')}`,
    });
    expect(basic.text('Hello ann, correct horse is wrong')).toBe('Hello ann, [secret] is wrong');
  });

  it('is read as it stands when no secret was sent', () => {
    expect(new Redaction({}).json({ text: 'Bearer s3cret-token' })).toEqual({ text: 'Bearer s3cret-token' });
  });
});
