/** The programming languages that are told by a file's name, with the endings of such names. */
const ENDINGS = {
  typescript: 'ts tsx mts cts',
  javascript: 'js jsx mjs cjs',
  python: 'py pyi',
  java: 'java',
  kotlin: 'kt kts',
  scala: 'scala',
  go: 'go',
  c: 'c h',
  cpp: 'cc cpp cxx hh hpp hxx',
  csharp: 'cs',
  rust: 'rs',
  ruby: 'rb rake',
  php: 'php',
  swift: 'swift',
  shell: 'sh bash zsh',
  sql: 'sql',
  css: 'css scss less',
  yaml: 'yaml yml',
} as const;

export type Language = keyof typeof ENDINGS;
export type SourceMediaType = `text/x-${Language}`;

const BY_ENDING: ReadonlyMap<string, Language> = new Map(
  (Object.keys(ENDINGS) as Language[]).flatMap((language) =>
    ENDINGS[language].split(' ').map((ending) => [ending, language] as const),
  ),
);

/** `text/x-python` for `setup.py`; null for a name that is not one of source code. */
export function sourceMediaType(name: string): SourceMediaType | null {
  const language = BY_ENDING.get(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
  return language === undefined ? null : `text/x-${language}`;
}

export function languageOf(mediaType: SourceMediaType): Language {
  return mediaType.slice('text/x-'.length) as Language;
}
