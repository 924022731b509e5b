/** Words that say that a series is meant: "la serie Dark", "Fargo (serie)", "Money Heist · series". */

const BEFORE =
  /^\s*(?:(?:la|una|esta|the|a)\s+)?(?:mini)?(?:series?|tv\s+(?:series|show))(?![\p{L}\p{N}])\s*(?:(?:de\s+(?:tv|televisi[oó]n|netflix)|llamada|called)\s+)*[:«"“]?\s*(?=\S)/iu;
const AFTER =
  /\s*[\s·,([–—-]\s*(?:la\s+|the\s+)?(?:mini)?(?:series?|tv\s+(?:series|show))(?:\s+de\s+(?:tv|televisi[oó]n))?\s*[)\]»"”]?\s*$/iu;
/** "La serie" names none. */
const ARTICLE = /^(?:la|una|esta|the|a)$/iu;

/** What has none of these has none of the words: most texts end here. */
const MAY_HOLD = /serie|tv/i;

/** The text without these words; undefined where it has none, or nothing else. */
export function seriesNamed(text: string): string | undefined {
  if (!MAY_HOLD.test(text)) return undefined;
  const name = text.slice(0, MOST_READ).replace(BEFORE, "").replace(AFTER, "").trim();
  return name === "" || name === text.trim() || ARTICLE.test(name) ? undefined : name;
}

/** Nobody types a longer name, and the patterns look at every place of a text. */
const MOST_READ = 200;
