/**
 * Stems: what is left of a folded word when number, gender and tense no longer matter. Shared by the build
 * and the query.
 */
import lunr from "lunr";
import addSpanish from "lunr-languages/lunr.es.js";
import addStemmerSupport from "lunr-languages/lunr.stemmer.support.js";

addStemmerSupport(lunr);
addSpanish(lunr);

/** What the Spanish plug-in adds to lunr, which its types do not tell. */
const { es } = lunr as unknown as { es: { stemmer(token: lunr.Token): lunr.Token } };

const token = new lunr.Token("", {});

function stemmed(word: string, stemmer: (token: lunr.Token) => lunr.Token): string {
  token.update(() => word);
  return stemmer(token).toString();
}

/** @param word folded: "sharks" → "shark" */
export function stemEnglish(word: string): string {
  return stemmed(word, lunr.stemmer);
}

/**
 * Endings that the stemmer knows only with the accent that folding took away: "estacion", but "estaciones".
 */
const ACCENTED: readonly [ending: RegExp, accented: string][] = [
  [/acion$/, "ación"],
  [/ucion$/, "ución"],
  [/logia(s?)$/, "logía$1"],
];
/** Plurals of foreign words: "robots", "zombis". */
const FOREIGN_PLURAL = /(?<=..[^aeos])s$/;
/**
 * Who does a thing and the thing: "boxeadores" and "boxeo"; short words are left alone ("nadador" is no
 * "nada").
 */
const DOER = /(?<=.{4})ador(?:as?|es)?$/;
const ACCENTS: Readonly<Record<string, string>> = { á: "a", é: "e", í: "i", ó: "o", ú: "u" };

/**
 * Words that the rules would join although they mean another thing: a question for a boy robot asks for no
 * girl.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["nina", "nina"],
  ["ninas", "nina"],
]);

/** @param word folded: "tiburones" → "tiburon", "brujas" → "bruj", "peces" and "pez" → "pec" */
export function stemSpanish(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  let text = word.replace(DOER, "o").replace(FOREIGN_PLURAL, "");
  for (const [ending, accented] of ACCENTED) text = text.replace(ending, accented);
  return stemmed(text, es.stemmer)
    .replace(/[áéíóú]/g, (letter) => ACCENTS[letter] ?? letter)
    .replace(/z$/, "c");
}
