/**
 * Words that say nothing about a film, folded. Shared by the build and the query.
 *
 * A text of the index loses those of its own language. A question may be in either, so that it loses both;
 * those that mean something in the other language are lost only where the question is seen to be in theirs:
 * "father and son" keeps its son, "un hombre sin memoria" is not about sin.
 */

const ENGLISH = new Set(
  (
    "a about after all also am an and any are as at be because been before being between both but by can could " +
    "did do does doing down during each for from further had has have having he her here hers herself him " +
    "himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only " +
    "or other our ours out over own same she should so some such than that the their theirs them themselves then " +
    "there these they this those through to too under until up upon us very was we were what when where which " +
    "while who whom whose why will with within without would you your yours"
  ).split(" "),
);

const SPANISH = new Set(
  (
    "a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos aqui asi aun " +
    "aunque bajo bien cada casi como con contra cual cuales cuando cuanto de del desde donde dos durante e el ella " +
    "ellas ello ellos en entre era eran eres es esa esas ese eso esos esta estaba estan estas este esto estos fue " +
    "fueron ha habia hace hacia han hasta hay he la las le les lo los mas me mi mientras mis mismo misma muy nada " +
    "ni no nos nosotros o os otra otras otro otros para pero poco por porque que quien quienes se sea segun ser si " +
    "sin sino sobre solo son su sus suya suyas suyo suyos tal tambien tan tanto te tenia tiene tienen toda todas " +
    "todo todos tras tu tus un una unas uno unos va van y ya yo"
  ).split(" "),
);

/** Stop words of one language that people mean in the other. */
const MEANT = new Set("sea sin son van era once".split(" "));

/** What questions are wrapped in: they count only where nothing else was asked. */
const CHATTER = new Set(
  (
    "pelicula peliculas peli pelis film films filme filmes movie movies cinta cine busco buscar quiero ver trata sale " +
    "salen aparece aparecen dirigida dirigido dirigidas protagonizada protagonizado protagonizadas"
  ).split(" "),
);

/** @param word folded, of a question: what it is wrapped in */
export function isChatter(word: string): boolean {
  return CHATTER.has(word);
}

export type TextLanguage = "en" | "es";

const STOP_WORDS: Readonly<Record<TextLanguage, ReadonlySet<string>>> = { en: ENGLISH, es: SPANISH };

/** @param word folded, of a text in a known language */
export function isStopWord(word: string, language: TextLanguage): boolean {
  return STOP_WORDS[language].has(word);
}

/** @param word folded, of a name: "de", "of", "del" */
export function isParticle(word: string): boolean {
  return (ENGLISH.has(word) || SPANISH.has(word)) && !MEANT.has(word);
}

/**
 * The words of a question that count, given all of them, folded; those it is wrapped in count only if all are
 * such.
 */
export function contentWords<Word extends { readonly folded: string }>(words: readonly Word[]): Word[] {
  const tests = [ENGLISH, SPANISH].map((stopWords) => {
    const isSpoken = words.some(({ folded }) => stopWords.has(folded) && !MEANT.has(folded));
    return (word: string) => stopWords.has(word) && (isSpoken || !MEANT.has(word));
  });
  const content = words.filter(({ folded }) => !tests.some((isStopWordHere) => isStopWordHere(folded)));
  const told = content.filter(({ folded }) => !CHATTER.has(folded));
  return told.length > 0 ? told : content;
}
