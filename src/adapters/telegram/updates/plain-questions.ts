/**
 * What people write without a command: "¿cuánto dura Titanic?" → /duracion Titanic. Only patterns that say what is
 * asked; everything else is not understood here, and whoever asks is shown what was.
 */
import type { Language } from "../../../words.js";

/** A question and the command it asks; `(?<what>…)` is the argument. */
interface Pattern {
  readonly command: string;
  readonly language: Language;
  readonly pattern: RegExp;
}

const FILM = "(?<what>.+)";
const OF = "(?:de |del |de la )?(?:la pelicula |la peli |el film )?";
const NAMED = "(?:the (?:film|movie) )?";

/** Patterns are read on text without accents, in lower case, without question marks. The first that fits counts. */
const PATTERNS: readonly Pattern[] = [
  es("duracion", `(?:cuanto|cuantos minutos|que) (?:dura|duracion tiene) ${OF}${FILM}`),
  es("duracion", `(?:cual es la )?duracion (?:de |del )${OF}${FILM}`),
  es("votos", `cuantos votos (?:tiene|tuvo|recibio) ${OF}${FILM}`),
  es("votos", `que (?:nota|puntuacion|calificacion) tiene ${OF}${FILM}`),
  es("score", `(?:que|como de|cuan) (?:tan )?(?:popular|popularidad|conocida) (?:es|tiene) ${OF}${FILM}`),
  es("retorno", `cuanto (?:recaudo|costo|gano|dinero (?:hizo|gano|recaudo)|ingreso) ${OF}${FILM}`),
  es(
    "retorno",
    `(?:cual (?:es|fue) )?(?:el |la )?(?:presupuesto|recaudacion|retorno) (?:de |del )${OF}${FILM}`,
  ),
  es("pelicula", `quien(?:es)? (?:dirigio|dirige|hizo|actua en|actuan en|sale en|salen en) ${OF}${FILM}`),
  es("pelicula", `(?:donde|en que plataforma) (?:puedo |se puede )?(?:ver|esta|mirar) ${OF}${FILM}`),
  es("pelicula", `(?:de que (?:trata|va)|que es|de cuando es|de que ano es|cuando se estreno) ${OF}${FILM}`),
  es("director", `(?:que )?peli(?:cula)?s (?:ha )?(?:dirigio|dirigido|dirigidas por) (?:por )?${FILM}`),
  es("director", `que (?:ha )?(?:dirigio|dirigido) ${FILM}`),
  es("actor", `(?:en )?(?:que )?peli(?:cula)?s (?:con|hizo|sale|actua|actuo|donde sale|donde actua) ${FILM}`),
  es("actor", `en que (?:ha )?(?:sale|actua|actuo|actuado|salido) ${FILM}`),
  es(
    "recomendar",
    `(?:(?:recomiendame|recomienda|recomendame|dame|busco|quiero|quiero ver) )?(?:una |alguna |otra )?(?:algo|peli(?:cula)?s?)? ?(?:parecid[oa]s? a|similar(?:es)? a|como|del estilo de) ${FILM}`,
  ),
  es(
    "buscar",
    `(?:busco |quiero |dame )?(?:una |alguna )?peli(?:cula)?s? (?:sobre|acerca de|que traten? de) ${FILM}`,
  ),
  es("mes", `cuantas peli(?:cula)?s (?:se )?(?:estrenaron|salieron) en (?<what>\\p{L}+)`),
  es("dia", `cuantas peli(?:cula)?s (?:se )?(?:estrenaron|salieron) (?:un|el|los|en) (?<what>\\p{L}+)`),
  es("pais", `cuantas peli(?:cula)?s (?:se )?(?:hicieron|produjeron|rodaron) en ${FILM}`),
  es("idioma", `cuantas peli(?:cula)?s (?:hay|son|estan) en (?<what>\\p{L}+)`),
  en("duracion", `how long (?:is|was|does) ${NAMED}(?<what>.+?)(?: last)?`),
  en("duracion", `(?:what is )?(?:the )?(?:runtime|length|duration) of ${NAMED}${FILM}`),
  en("votos", `how many votes (?:does|did|has) ${NAMED}(?<what>.+?)(?: have| get| got)?`),
  en("score", `how (?:popular|well known) (?:is|was) ${NAMED}${FILM}`),
  en("retorno", `how much (?:money )?did ${NAMED}(?<what>.+?) (?:make|earn|gross|cost)`),
  en("retorno", `(?:what (?:is|was) )?(?:the )?(?:budget|revenue|return) of ${NAMED}${FILM}`),
  en("pelicula", `who (?:directed|made|is in|acts in|stars in|starred in) ${NAMED}${FILM}`),
  en("pelicula", `where (?:can i|to|do i|could i) (?:watch|see) ${NAMED}${FILM}`),
  en("pelicula", `(?:what is )(?<what>.+?) about`),
  en("pelicula", `when (?:did|was) ${NAMED}(?<what>.+?) (?:come out|released)`),
  en("director", `(?:what |which )?(?:films|movies) (?:did |has |were )?(?:directed )?by ${FILM}`),
  en("director", `(?:what |which )?(?:films|movies) (?:did|has) (?<what>.+?) directe?d?`),
  en("actor", `(?:what |which )?(?:films|movies) (?:with|starring|featuring|has) ${FILM}`),
  en(
    "recomendar",
    `(?:recommend |suggest |show )?(?:me )?(?:a |some |something|anything)?(?:films?|movies?)? ?(?:similar to|like) ${FILM}`,
  ),
  en("buscar", `(?:a |some )?(?:films?|movies?) about ${FILM}`),
  en("mes", `how many (?:films|movies) (?:came out|were released) in (?<what>[a-z]+)`),
  en("dia", `how many (?:films|movies) (?:came out|were released) on (?:a )?(?<what>[a-z]+?)s?`),
  en("pais", `how many (?:films|movies) were (?:made|produced|shot) in ${FILM}`),
];

function es(command: string, pattern: string): Pattern {
  return { command, language: "es", pattern: whole(pattern) };
}

function en(command: string, pattern: string): Pattern {
  return { command, language: "en", pattern: whole(pattern) };
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:y |oye,? |hola,? |hi,? |hey,? |please )?${pattern}$`, "du");
}

export interface PlainQuestion {
  readonly command: string;
  /** The argument, as written. */
  readonly what: string;
}

/** The question that a text asks in so many words; undefined where it asks none of those we know. */
export function plainQuestion(text: string): PlainQuestion | undefined {
  const asked = text.replace(/^[\s¿¡]+|[\s?!.…]+$/gu, "").normalize("NFC");
  const folded = foldInPlace(asked);
  for (const { command, pattern } of PATTERNS) {
    const [from, to] = pattern.exec(folded)?.indices?.groups?.what ?? [];
    if (from === undefined || to === undefined) continue;
    const what = asked
      .slice(from, to)
      .replace(/^["'«“]+|["'»”]+$/gu, "")
      .trim();
    if (what !== "") return { command, what };
  }
  return undefined;
}

/** Lower case without accents, each character where it was: what is found can be cut out of the text as written. */
function foldInPlace(text: string): string {
  return text.replace(/[\p{L}\p{M}]/gu, (letter) => {
    const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter;
  });
}
