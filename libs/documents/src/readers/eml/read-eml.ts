import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import { startsLikeMail } from '../detect/mail.js';
import { explainFailure } from '../explain-failure.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { readHtml } from '../html/read-html.js';
import type { ReadDocument } from '../read-document.js';
import { TextBuilder } from '../text-builder.js';
import { readText } from '../text/read-text.js';
import { appendExtraction } from './append-extraction.js';
import { AttachmentBudget, MAXIMUM_ATTACHMENTS, checkDepth } from './attachment-budget.js';
import { attachmentsOf, envelope, parseMail } from './mail.js';
import type { Mail, MailAttachment } from './mail.js';

const MEDIA_TYPE = 'message/rfc822';

/**
 * A mail: who wrote to whom and when, what was written, and the attachments, each under its name. An attachment that
 * cannot be read is named in a warning, and the rest is read.
 */
export async function readEml(
  bytes: Uint8Array,
  limits: ExtractionLimits,
  readDocument: ReadDocument,
): Promise<Extraction> {
  const mail = await parseMail(bytes);
  const reader = new MailReader(limits, readDocument);
  await reader.add(mail, 0);
  return reader.finish(mail.subject?.trim() || null);
}

class MailReader {
  readonly #builder: TextBuilder;
  readonly #budget: AttachmentBudget;
  readonly #warnings: string[] = [];

  constructor(
    limits: ExtractionLimits,
    private readonly readDocument: ReadDocument,
  ) {
    this.#builder = new TextBuilder(limits.maximumCharacters);
    this.#budget = new AttachmentBudget(limits);
  }

  /** Adds a mail that stands in `depth` others. Its subject is a heading, those of its attachments one level deeper. */
  async add(mail: Mail, depth: number): Promise<void> {
    const level = 1 + 2 * depth;
    this.#builder.heading(level, mail.subject ?? '');
    this.#builder.add('paragraph', envelope(mail));
    const body = this.#body(mail);
    if (body !== null) this.#append(body, level);
    const attachments = attachmentsOf(mail);
    for (const [index, attachment] of attachments.entries()) {
      if (this.#budget.isFull) {
        this.#warnings.push(
          `${attachments.length - index} attachments from "${attachment.name}" on were not read: ` +
            `a mail may have ${MAXIMUM_ATTACHMENTS}.`,
        );
        return;
      }
      await this.#tryAttachment(attachment, depth);
    }
  }

  finish(title: string | null): Extraction {
    return this.#builder.finish({ mediaType: MEDIA_TYPE, title, pageCount: null, warnings: this.#warnings });
  }

  /** Plain text says the same as HTML, without what is there for the looks; null for a mail of attachments alone. */
  #body({ text = '', html = '' }: Mail): Extraction | null {
    const { maximumCharacters } = this.#budget.left;
    try {
      if (text.trim() !== '') return readText(text, 'text/plain', maximumCharacters);
      return html.trim() === '' ? null : readHtml(html, maximumCharacters);
    } catch (error) {
      if (error instanceof DocumentError && error.code === 'DOCUMENT_EMPTY') return null;
      throw error;
    }
  }

  async #tryAttachment(attachment: MailAttachment, depth: number): Promise<void> {
    try {
      this.#budget.admit(attachment.bytes);
      await this.#addAttachment(attachment, depth);
    } catch (error) {
      const reason = firstSentence(explainFailure(error).message);
      this.#warnings.push(`The attachment "${attachment.name}" was not read: ${reason}`);
    }
  }

  async #addAttachment({ name, mediaType, bytes }: MailAttachment, depth: number): Promise<void> {
    const level = 2 + 2 * depth;
    if (mediaType === MEDIA_TYPE || startsLikeMail(bytes, name)) {
      checkDepth(depth + 1);
      const mail = await parseMail(bytes);
      this.#builder.heading(level, name);
      await this.add(mail, depth + 1);
      return;
    }
    const extraction = await this.readDocument({ bytes, name, limits: this.#budget.left });
    this.#builder.heading(level, name);
    this.#append(extraction, level);
    this.#warnings.push(...extraction.warnings.map((warning) => `In the attachment "${name}": ${warning}`));
  }

  #append(extraction: Extraction, level: number): void {
    this.#budget.spendCharacters(extraction.text.length);
    appendExtraction(extraction, level, this.#builder);
  }
}

/** Advice that follows is for who uploaded the file, not for who attached one. */
function firstSentence(message: string): string {
  return /^.*?\.(?=\s|$)/s.exec(message)?.[0] ?? message;
}
