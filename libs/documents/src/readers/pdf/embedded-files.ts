import type { PdfDocument } from './open-pdf.js';

/** Names of the files embedded in a PDF, as it lists them; none when the list is damaged. */
export async function embeddedFiles(document: PdfDocument): Promise<readonly string[]> {
  try {
    const files = (await document.getAttachments()) as Readonly<Record<string, { filename: string }>> | null;
    return Object.entries(files ?? {}).map(([name, { filename }]) =>
      name === filename ? filename : `${name} (${filename})`,
    );
  } catch {
    return [];
  }
}
