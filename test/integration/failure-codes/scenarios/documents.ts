import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { JsonObject } from '#definition';
import { ONCE, definition } from '../scenario.js';
import type { Scenario, Scenarios } from '../scenario.js';

const FOLDER = join(process.cwd(), 'test/fixtures/documents/corpus');

/** An image, by its first bytes. */
const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');

/** Documents that cannot be read, by the real readers. */
export const documentScenarios: Scenarios = {
  NO_READABLE_DOCUMENT: reading('blank.txt', ' ', { onDocumentError: 'continue' }),
  DOCUMENT_ENCRYPTED: reading('locked.pdf', fixture('testUnicodePassword.pdf')),
  DOCUMENT_BROKEN: reading('broken.docx', fixture('testWORD_truncated.docx')),
  DOCUMENT_EMPTY: reading('empty.txt', ''),
  DOCUMENT_UNSUPPORTED: reading('picture.png', PNG),
  DOCUMENT_TOO_LARGE: reading('long.txt', 'More than three bytes', { maximumBytes: 3 }),
  DOCUMENT_LIMIT: reading('many-parts.docx', archiveOf(10_001)),
  DOCUMENT_TIMEOUT: reading('slow.md', '# Slow', {}, 'read_in_no_time'),
};

function reading(
  name: string,
  content: Uint8Array | string,
  configuration: JsonObject = {},
  id = 'read',
): Scenario {
  const text = definition({
    steps: [
      {
        id,
        type: 'document_ingestion',
        configuration: { onDocumentError: 'fail', ...configuration },
        ...ONCE,
      },
    ],
  });
  return {
    begin: async (stage) => stage.rig.run(text, { documents: await stage.document(name, content) }),
    path: id,
  };
}

function fixture(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

/** A Word document of more parts than are looked at. */
function archiveOf(entries: number): Uint8Array {
  const parts = Array.from({ length: entries }, (_, index) => [`word/part${index}.xml`, new Uint8Array()]);
  return zipSync(
    Object.fromEntries([['[Content_Types].xml', Buffer.from('<Types/>')], ...parts]) as Record<
      string,
      Uint8Array
    >,
    { level: 0 },
  );
}
