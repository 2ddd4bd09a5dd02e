import { attachment } from './attachment.js';

describe('the download name of a document', () => {
  it('is given in ASCII and in full', () => {
    expect(attachment('Äpfel (2).pdf')).toBe(
      `attachment; filename="_pfel (2).pdf"; filename*=UTF-8''%C3%84pfel%20%282%29.pdf`,
    );
  });

  it('cannot break out of the header', () => {
    expect(attachment('a"; filename="b\r\nSet-Cookie: x')).toBe(
      `attachment; filename="a_; filename=_b__Set-Cookie: x"; filename*=UTF-8''a%22%3B%20filename%3D%22b%0D%0ASet-Cookie%3A%20x`,
    );
  });
});
