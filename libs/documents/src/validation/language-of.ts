import { words } from '../text/words.js';

/** The languages that are told apart. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Frequent words of each; some belong to several, and count for all of them. */
const FREQUENT: readonly (readonly [Language, ReadonlySet<string>])[] = (
  [
    ['en', 'the of and to in is that for it as with on are this be by from or an at not was have which you'],
    [
      'de',
      'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden wird',
    ],
    ['fr', 'de la le et les des en un du une que est pour qui dans a par sur au pas plus ne se ce il'],
    ['es', 'de la que el en y a los del se las por un para con no una su al es lo como más o este'],
    ['it', 'di e il la che in a per un è del con non una le si dei da della i al sono alla nel più'],
    ['nl', 'de van het een en in is dat op te voor met zijn die niet aan er om ook als dan bij of uit naar'],
    ['pt', 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas ao'],
  ] as const
).map(([language, list]) => [language, new Set<string>(list.split(' '))]);

/** Fewer words say too little. */
export const FEWEST_WORDS = 8;
/** The share of frequent words that a text has at least in its own language. */
const LEAST_SHARE = 0.12;

/**
 * The language of a text by the share of its words that are frequent ones: `null` when no known language has enough of
 * them, or two have as many. It knows the languages above and takes all others for none.
 */
export function languageOf(text: string): Language | null {
  const said = words(text);
  const shares = FREQUENT.map(([language, frequent]) => ({
    language,
    share: said.filter((word) => frequent.has(word)).length / Math.max(1, said.length),
  })).sort((a, b) => b.share - a.share);
  const [best, second] = shares;
  if (best === undefined || best.share < LEAST_SHARE || best.share === second?.share) return null;
  return best.language;
}
