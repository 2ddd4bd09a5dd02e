/** Where the text of a group goes. */
export type Destination = 'body' | 'skipped' | 'fonts' | 'styles' | 'info' | 'title' | 'footnote';

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'info',
  title: 'title',
  footnote: 'footnote',
};

/** Groups that hold no text of the document: definitions, pictures, what stands around a page, bullets. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'colortbl filetbl listtable listoverridetable revtbl rsidtbl pict object objdata header headerl headerr headerf ' +
    'footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntext listtext pntxta pntxtb ' +
    'nonesttables xe tc rxe txe author operator subject keywords comment doccomm company manager category ' +
    'hlinkbase creatim revtim printim buptim sp shprslt template generator fldinst bkmkstart bkmkend annotation ' +
    'atnid atnauthor private falt panose fontemb fontfile themedata colorschememapping datastore latentstyles ' +
    'mmathPr wgrffmtfilter datafield formfield'
  ).split(' '),
);

/** The destination that a control word at the start of a group names, or null when it names none. */
export function destinationOf(word: string): Destination | null {
  return SKIPPED.has(word) ? 'skipped' : (DESTINATIONS[word] ?? null);
}

/** Control words and symbols that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', ' '],
  ['lbr', ' '],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['nestcell', '\t'],
  ['nestrow', ' '],
  ['~', ' '],
  ['_', '-'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);

/** Control words and symbols that end a paragraph. A backslash before a line end is one of them. */
export const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(['par', 'sect', 'page', 'column', '\n', '\r']);
