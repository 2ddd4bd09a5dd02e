import { readAnswer, UploadError } from './upload.js';

jest.mock('../session/session-api.js', () => ({ currentAccessToken: async () => null }));

function refusal(status: number, text: string): UploadError {
  try {
    readAnswer(status, text);
  } catch (error) {
    if (error instanceof UploadError) return error;
  }
  throw new Error('was not refused');
}

describe('the answer to an upload', () => {
  it('is the document', () => {
    const document = { id: 'd1', name: 'a.pdf', status: 'UPLOADED', error: null };
    expect(readAnswer(201, JSON.stringify({ documents: [document] }))).toEqual(document);
  });

  it('is the reason when the API refuses', () => {
    const error = refusal(
      413,
      JSON.stringify({ code: 'DOCUMENT_TOO_LARGE', detail: 'At most 50 MiB a file.' }),
    );
    expect([error.code, error.message]).toEqual(['DOCUMENT_TOO_LARGE', 'At most 50 MiB a file.']);
  });

  it('says so when a proxy answers in the place of the API', () => {
    expect(refusal(502, '<html>Bad gateway</html>').code).toBe('UNAVAILABLE');
    expect(refusal(200, 'OK').code).toBe('UNAVAILABLE');
  });
});
