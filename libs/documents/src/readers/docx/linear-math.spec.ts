import { xml } from '../../../test/archives.js';
import { parseXml } from '../xml/element.js';
import { withEquationsAsText } from './equation-runs.js';
import { linearMath } from './linear-math.js';

const t = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const e = (content: string, name = 'e'): string => `<m:${name}>${content}</m:${name}>`;
const shown = (content: string): string =>
  linearMath(parseXml(Buffer.from(xml('m:oMath', content)), 'formula'));

describe('a formula in one line', () => {
  it.each([
    ['a power', `<m:sSup>${e(t('x'))}${e(t('2'), 'sup')}</m:sSup>`, 'x^2'],
    ['a sum as power', `<m:sSup>${e(t('x'))}${e(t('n+1'), 'sup')}</m:sSup>`, 'x^(n+1)'],
    ['an index', `<m:sSub>${e(t('a'))}${e(t('0'), 'sub')}</m:sSub>${t('x')}`, 'a_0 x'],
    ['a fraction', `<m:f>${e(t('a+b'), 'num')}${e(t('2'), 'den')}</m:f>`, '(a+b)/2'],
    [
      'a binomial',
      `<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>${e(t('n'), 'num')}${e(t('k'), 'den')}</m:f>`,
      'n¦k',
    ],
    ['a square root', `<m:rad>${e('', 'deg')}${e(t('x'))}</m:rad>`, '√(x)'],
    ['a cube root', `<m:rad>${e(t('3'), 'deg')}${e(t('x'))}</m:rad>`, '√(3&x)'],
    [
      'a sum',
      `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>${e(t('k=0'), 'sub')}${e(t('n'), 'sup')}${e(t('k'))}</m:nary>`,
      '∑_(k=0)^n k',
    ],
    ['an integral', `<m:nary>${e(t('x'))}</m:nary>`, '∫ x'],
    [
      'brackets',
      `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=")"/></m:dPr>${e(t('0'))}${e(t('1'))}</m:d>`,
      '[0|1)',
    ],
    [
      'a matrix',
      `<m:m><m:mr>${e(t('1'))}${e(t('0'))}</m:mr><m:mr>${e(t('0'))}${e(t('1'))}</m:mr></m:m>`,
      '(1&0@0&1)',
    ],
    ['a function', `<m:func>${e(t('sin'), 'fName')}${e(t('x'))}</m:func>`, 'sin x'],
    ['what it does not know', `<m:new>${e(t('x'))}</m:new>`, 'x'],
  ])('%s', (_what, content, text) => {
    expect(shown(content)).toBe(text);
  });

  it('stands in the document as text', () => {
    const part = Buffer.from(`<w:p><m:oMathPara><m:oMath>${t('a&lt;b')}</m:oMath></m:oMathPara></w:p>`);

    expect(Buffer.from(withEquationsAsText(part, 'x')).toString()).toBe(
      '<w:p><w:r><w:t xml:space="preserve">a&lt;b</w:t></w:r></w:p>',
    );
  });
});
