import { unreadDocuments, unreadLine } from './unread-documents.js';

const failure = { name: 'secret.pdf', code: 'DOCUMENT_ENCRYPTED', message: 'It is protected.' };

describe('documents that could not be read', () => {
  it('are counted against all, and named with their reason', () => {
    const facts = { document_count: 5, failed_count: 1, failures: [failure] };
    expect(unreadDocuments(facts)).toEqual({
      summary: '1 of 6 documents could not be read',
      documents: [{ name: 'secret.pdf', reason: 'It is protected.' }],
      unnamed: 0,
    });
    expect(unreadLine(facts)).toBe('1 of 6 documents could not be read: secret.pdf (It is protected.)');
  });

  it('are nothing to speak of when all were read, or the step reads none', () => {
    expect(unreadDocuments({ document_count: 6, failed_count: 0, failures: [] })).toBeNull();
    expect(unreadDocuments({ result_count: 3 })).toBeNull();
    expect(unreadLine({})).toBe('');
  });

  it('are counted beyond those that are named', () => {
    expect(unreadDocuments({ document_count: 0, failed_count: 60, failures: [failure] })).toMatchObject({
      summary: '60 of 60 documents could not be read',
      unnamed: 59,
    });
  });
});
