import PostalMime from 'postal-mime';
import type { Address, Email } from 'postal-mime';
import { DocumentError } from '../../document-error.js';

export type Mail = Email;

/** A file attached to a mail, decoded. */
export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const ENCRYPTED =
  /^\s*(multipart\/encrypted|application\/(x-)?pkcs7-mime\b(?!.*smime-type\s*=\s*"?signed-data))/is;

/**
 * Takes a mail apart. Mails attached to it stay attachments. Throws DOCUMENT_ENCRYPTED when all of it is encrypted
 * and DOCUMENT_LIMIT when its parts are nested too deeply or its headers are too long.
 */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch((error: unknown) => {
    throw new DocumentError('DOCUMENT_LIMIT', `The mail is not read: ${(error as Error).message}.`);
  });
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (ENCRYPTED.test(type)) throw new DocumentError('DOCUMENT_ENCRYPTED', 'The mail is encrypted.');
  return mail;
}

/** Who wrote to whom and when, a line each. */
export function envelope({ from, to, cc, date }: Mail): string {
  const lines = [
    ['From', addresses(from === undefined ? [] : [from])],
    ['To', addresses(to ?? [])],
    ['Cc', addresses(cc ?? [])],
    ['Date', date ?? ''],
  ] as const;
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

export function attachmentsOf({ attachments }: Mail): readonly MailAttachment[] {
  return attachments.map(({ filename, mimeType, content }, index) => ({
    name: filename?.trim() || `attachment ${index + 1}`,
    mediaType: mimeType,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }));
}

function addresses(list: readonly Address[]): string {
  return list
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name, address }) => (name === '' || address === '' ? name || address : `${name} <${address}>`))
    .join(', ');
}
