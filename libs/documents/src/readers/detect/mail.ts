/** Only mail programs and servers write these (RFC 5322, 3.6; RFC 2045, 4). */
const OF_MAIL = /^(received|return-path|delivered-to|mime-version|message-id|dkim-signature|x-mailer):/i;
/** People write these in letters and settings as well. */
const OF_LETTERS = /^(date|from|to|cc|subject|reply-to|content-type):/i;
const ANY_FIELD = /^[!-9;-~]+:/;
const MAIL_NAME = /\.eml$/i;

const SAMPLE = 16 * 1024;

/** Whether a file begins with the header of a mail: field under field, two of them known, one a mail's own. */
export function startsLikeMail(bytes: Uint8Array, name: string): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
  let sure = MAIL_NAME.test(name);
  let known = 0;
  for (const [index, line] of start.split(/\r?\n/).entries()) {
    if (index === 0 && line.startsWith('From ')) continue;
    if (line === '') return false;
    if (/^[ \t]/.test(line) && index > 0) continue;
    if (!ANY_FIELD.test(line)) return false;
    if (OF_MAIL.test(line)) sure = true;
    if (OF_MAIL.test(line) || OF_LETTERS.test(line)) known += 1;
    if (sure && known >= 2) return true;
  }
  return false;
}
