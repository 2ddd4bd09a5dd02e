import { links, presentationOf, shape, slide, xml } from '../../../test/archives.js';
import type { Extraction } from '../../ports.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { readPptx } from './read-pptx.js';

const read = (slides: readonly string[], parts: Record<string, string> = {}): Extraction =>
  readPptx(presentationOf(slides, parts), DEFAULT_LIMITS);
const shown = ({ blocks }: Extraction): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe('a PowerPoint presentation', () => {
  it('gives each slide under its title, with its number as page', () => {
    const { blocks, pageCount } = read([
      shape('body', ['Ten people']) + shape('ctrTitle', ['Who we are']),
      shape('title', ['What we do']) + shape('obj', ['Measure flow']),
    ]);

    expect(pageCount).toBe(2);
    expect(blocks.map(({ kind, text, page, headingPath }) => [kind, text, page, headingPath])).toEqual([
      ['heading', 'Who we are', 1, ['Who we are']],
      ['list-item', 'Ten people', 1, ['Who we are']],
      ['heading', 'What we do', 2, ['What we do']],
      ['list-item', 'Measure flow', 2, ['What we do']],
    ]);
  });

  it('goes by the order slides are shown in, not by the names of their parts', () => {
    const presentation = xml(
      'p:presentation',
      '<p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst>',
    );
    const { text } = read([shape('title', ['Shown last']), shape('title', ['Shown first'])], {
      'ppt/presentation.xml': presentation,
    });

    expect(text).toBe('Shown first\n\nShown last');
  });

  it('indents the items of a list by their level', () => {
    const item = (level: number, text: string): string =>
      `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${text}</a:t></a:r></a:p>`;
    const list = `<p:sp><p:nvSpPr><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:txBody>${item(0, 'Meters')}${item(1, 'Flow')}</p:txBody></p:sp>`;

    expect(read([shape('title', ['Products']) + list]).text).toBe('Products\n\nMeters\n  Flow');
  });

  it('names the columns in every row of a table, and fills cells that span rows', () => {
    const cell = (text: string, attributes = ''): string =>
      `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const row = (...cells: string[]): string => `<a:tr>${cells.join('')}</a:tr>`;
    const table =
      '<a:tbl><a:tblPr firstRow="1"/>' +
      row(cell('Region'), cell('City')) +
      row(cell('North', 'rowSpan="2"'), cell('Kiel')) +
      row(cell('', 'vMerge="1"'), cell('Bremen')) +
      row(cell('All', 'gridSpan="2"'), cell('', 'hMerge="1"')) +
      '</a:tbl>';
    const frame = `<p:graphicFrame><a:graphic><a:graphicData>${table}</a:graphicData></a:graphic></p:graphicFrame>`;

    expect(shown(read([shape('title', ['Sites']) + frame])).slice(1)).toEqual([
      'table-row: Region: North; City: Kiel',
      'table-row: Region: North; City: Bremen',
      'table-row: Region: All',
    ]);
  });

  it("puts the speaker's notes under a heading of their own", () => {
    const extraction = read([shape('title', ['Prices'])], {
      'ppt/slides/_rels/slide1.xml.rels': links({ rId1: ['notesSlide', '../notesSlides/notesSlide1.xml'] }),
      'ppt/notesSlides/notesSlide1.xml': slide(
        shape('sldNum', ['1']) + shape('body', ['Mention the discount.']),
        'p:notes',
      ),
      'ppt/notesSlides/_rels/notesSlide1.xml.rels': links({ rId1: ['slide', '../slides/slide1.xml'] }),
    });

    expect(extraction.blocks.at(-1)).toMatchObject({
      kind: 'paragraph',
      text: 'Mention the discount.',
      headingPath: ['Prices', 'Speaker notes'],
    });
  });

  it('reads groups, diagrams and the first of several alternatives', () => {
    const diagram =
      '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="rId9"/></a:graphicData></a:graphic></p:graphicFrame>';
    const alternatives = `<mc:AlternateContent><mc:Choice>${shape(null, ['New'])}</mc:Choice><mc:Fallback>${shape(null, ['Old'])}</mc:Fallback></mc:AlternateContent>`;
    const extraction = read([`<p:grpSp>${shape(null, ['Grouped'])}</p:grpSp>${alternatives}${diagram}`], {
      'ppt/slides/_rels/slide1.xml.rels': links({ rId9: ['diagramData', '../diagrams/data1.xml'] }),
      'ppt/diagrams/data1.xml': xml(
        'dgm:dataModel',
        '<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Manager</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>',
      ),
    });

    expect(shown(extraction)).toEqual([
      'heading: Slide 1',
      'paragraph: Grouped',
      'paragraph: New',
      'list-item: Manager',
    ]);
  });

  it('leaves out numbers and dates of slides, and footers once they were there', () => {
    const around = shape('sldNum', ['7']) + shape('dt', ['1 May']) + shape('ftr', ['Larkfield']);

    expect(shown(read([shape('title', ['A']) + around, shape('title', ['B']) + around]))).toEqual([
      'heading: A',
      'paragraph: Larkfield',
      'heading: B',
    ]);
  });

  it('leaves hidden slides out, says so, and keeps the numbers of the others', () => {
    const { blocks, warnings, pageCount } = read([shape('title', ['Backup']), shape('title', ['Shown'])], {
      'ppt/slides/slide1.xml': xml(
        'p:sld show="0"',
        `<p:cSld><p:spTree>${shape('title', ['Backup'])}</p:spTree></p:cSld>`,
      ),
    });

    expect(blocks.map(({ text, page }) => [text, page])).toEqual([['Shown', 2]]);
    expect({ warnings, pageCount }).toEqual({ warnings: ['Hidden slides were left out: 1.'], pageCount: 2 });
  });

  it('refuses a presentation of pictures only as empty', () => {
    expect(() => read(['<p:pic/>'])).toThrow(expect.objectContaining({ code: 'DOCUMENT_EMPTY' }) as Error);
  });

  it('refuses more slides than allowed', () => {
    const slides = [shape('title', ['A']), shape('title', ['B'])];

    expect(() => readPptx(presentationOf(slides), { ...DEFAULT_LIMITS, maximumPages: 1 })).toThrow(
      /2 slides/,
    );
  });
});
