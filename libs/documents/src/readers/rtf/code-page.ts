import { decodeWindows1252 } from '../detect/charset.js';

/** The encodings of text without Unicode, by Windows' numbers for them. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  65001: 'utf-8',
};

/** Code page by the `\fcharset` of a font; a font of any other charset has the document's own. */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

export const WESTERN = 1252;

export function codePageOfCharset(charset: number): number | null {
  return BY_CHARSET[charset] ?? null;
}

/** Decodes text of a code page; one that is not known is taken for the Western one. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const label = LABELS[codePage];
  return label === undefined ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes);
}

export function isKnownCodePage(codePage: number): boolean {
  return codePage === WESTERN || codePage in LABELS;
}
