import type { Language } from './languages.js';

const ECMASCRIPT =
  /^(export\s+)?(default\s+)?(declare\s+)?(abstract\s+)?(async\s+)?((function|class|interface|type|enum|namespace|module)\b|(const|let|var)\b.*[{([=>]\s*$)/;
const CLASSES =
  /^(?!(return|throw|new|package|import|using)\b)([\w@[\]().]+\s+)*(class|interface|@interface|enum|record|object|trait|struct|namespace|protocol|extension|actor|func|fun|def|function)\b/;
const C =
  /^((typedef\s+)?(struct|class|enum|union|namespace)\b|template\s*<|extern\s+"C"|[A-Za-z_][\w\s*&:<>,~]*\([^;]*$)/;

/** How a line starts that declares something at the outermost level; it is not indented. */
const DECLARATION: Readonly<Record<Language, RegExp>> = {
  typescript: ECMASCRIPT,
  javascript: ECMASCRIPT,
  python: /^(async\s+def|def|class)\s/,
  java: CLASSES,
  kotlin: CLASSES,
  scala: CLASSES,
  csharp: CLASSES,
  php: CLASSES,
  swift: CLASSES,
  go: /^(func|type)\b|^(var|const)\b.*[{(]\s*$/,
  c: C,
  cpp: C,
  rust: /^(pub(\([^)]*\))?\s+)?((async|unsafe|const|default|extern(\s+"[^"]*")?)\s+)*(fn|struct|enum|trait|impl|mod|union|type|macro_rules!)/,
  ruby: /^(def|class|module)\s/,
  shell: /^(function\s+[\w:.-]+|[\w:.-]+\s*\(\s*\))/,
  sql: /^(alter|begin|create|declare|delete|do|drop|grant|insert|merge|select|truncate|update|with)\b/i,
  css: /^[^\s}/*].*[{,]\s*$/,
  yaml: /^[^\s#-][^#]*:(\s|$)/,
};

/** Comments, decorators and attributes, which belong to the declaration right below them. */
const INTRODUCTION = /^\s*(\/\/|\/?\*|#|--|@|\[\w)/;

/** A part of source code: what stands before the first declaration, or a declaration up to the next. */
export interface Section {
  /** Of lines. */
  readonly start: number;
  /** Line of the declaration; null before the first. */
  readonly declaration: number | null;
}

/** Where the parts of the code begin. What a declaration looks like is told by line, without parsing the language. */
export function sectionsOf(lines: readonly string[], language: Language): readonly Section[] {
  const pattern = DECLARATION[language];
  const sections: Section[] = [{ start: 0, declaration: null }];
  lines.forEach((line, index) => {
    if (!pattern.test(line)) return;
    const last = sections.at(-1) as Section;
    let start = index;
    while (start - 1 > (last.declaration ?? -1) && INTRODUCTION.test(lines[start - 1] ?? '')) start -= 1;
    sections.push({ start, declaration: index });
  });
  return sections;
}
