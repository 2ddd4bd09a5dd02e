import { archiveOf, links } from '../../../test/archives.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { unpackParts } from '../zip/unpack-parts.js';
import { resolvePartName } from './part-name.js';
import { mainPart, relationshipsOf } from './relationships.js';

describe('names of parts', () => {
  it.each([
    ['ppt/slides/slide1.xml', '../notesSlides/n1.xml', 'ppt/notesSlides/n1.xml'],
    ['ppt/slides/slide1.xml', '/ppt/media/a.png', 'ppt/media/a.png'],
    ['xl/workbook.xml', './worksheets/sheet1.xml#A1', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '../../../etc/passwd', 'etc/passwd'],
    ['', 'xl\\workbook.xml', 'xl/workbook.xml'],
  ])('from %s, %s is %s', (base, target, part) => {
    expect(resolvePartName(base, target)).toBe(part);
  });
});

describe('links between parts', () => {
  const parts = (files: Record<string, string>): ReturnType<typeof unpackParts> =>
    unpackParts(archiveOf(files), /./, DEFAULT_LIMITS);

  it('lead to parts, never out of the document', () => {
    const external = links({ rId1: ['hyperlink', 'https://x.example'] }).replace(
      '/></',
      ' TargetMode="External"/></',
    );

    expect(relationshipsOf(parts({ 'a/_rels/b.xml.rels': external }), 'a/b.xml')).toEqual([]);
    expect(
      relationshipsOf(parts({ 'a/_rels/b.xml.rels': links({ rId1: ['slide', 'c.xml'] }) }), 'a/b.xml'),
    ).toEqual([{ id: 'rId1', type: 'slide', part: 'a/c.xml' }]);
  });

  it('are none for a part that names none', () => {
    expect(relationshipsOf(parts({}), 'a/b.xml')).toEqual([]);
  });

  it('have to say where the document starts', () => {
    expect(() => mainPart(parts({ '_rels/.rels': links({}) }))).toThrow(/where it starts/);
  });
});
