/** What a model was trained to see before a text, so that it can tell what is searched from what is asked. */
export interface ModelPrompts {
  /** Part of the name of the vectors: with another prompt they would be others. */
  readonly name: string;
  readonly passage: string;
  readonly question: string;
}

const FAMILIES: readonly (readonly [model: RegExp, prompts: ModelPrompts])[] = [
  [/(^|[/_-])e5-(?!.*instruct)/i, { name: 'e5', passage: 'passage: ', question: 'query: ' }],
  [/nomic-embed-text/i, { name: 'nomic', passage: 'search_document: ', question: 'search_query: ' }],
];

/** The prompts of a model whose makers say that it needs some; null for all others. */
export function promptsOf(model: string): ModelPrompts | null {
  return FAMILIES.find(([family]) => family.test(model))?.[1] ?? null;
}

/** The prompts of that name; null when there are none. */
export function promptsNamed(name: string): ModelPrompts | null {
  return FAMILIES.find(([, prompts]) => prompts.name === name)?.[1] ?? null;
}
