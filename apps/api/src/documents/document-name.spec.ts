import { documentName } from './document-name.js';

describe('the name of an uploaded document', () => {
  it.each([
    ['Bericht über Äpfel 2024.pdf', 'Bericht über Äpfel 2024.pdf'],
    ['報告書.docx', '報告書.docx'],
    ['u\u0308bersicht.txt', 'übersicht.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\notes.md', 'notes.md'],
    ['in\u0000voice\r\n.pdf', 'invoice.pdf'],
    ['gnp.\u202efdp.exe', 'gnp.fdp.exe'],
    ['..', 'document'],
    ['', 'document'],
    ['   ', 'document'],
  ])('%j becomes %j', (given, expected) => {
    expect(documentName(given)).toBe(expected);
  });

  it('is cut in the middle when it is long, and keeps its ending', () => {
    const name = documentName(`${'x'.repeat(400)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name).toMatch(/x….pdf$/);
  });

  it('never ends in half a character', () => {
    expect(documentName(`${'😀'.repeat(200)}.pdf`)).toMatch(/^(?:😀)+….pdf$/u);
  });
});
