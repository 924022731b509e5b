/** The film that a part of a sentence names. */
import { isPiece } from "../spans/pieces.js";
import { overlaps, type Sentence } from "../spans/sentence.js";
import { describedTitle, isByPlace, opensTold } from "./described.js";
import { isNumbered, isOtherPart, isPolite, type NamedTitle, named, type Slot } from "./named.js";

/** @param without places that the question itself takes */
export function titleIn(sentence: Sentence, without: ReadonlySet<number>): NamedTitle | undefined {
  const { edition } = sentence;
  const slot = slotOf(sentence, without);
  // "¿Y cuánto dura?" names nothing.
  if (slot === undefined || isLink(sentence, slot)) return undefined;
  // "del mundo" is politeness in "la mejor del mundo", and part of a title: all words are tried first.
  const all = openSlot(sentence, without);
  const isWhole = (slot: Slot) => !overlaps(without, slot.from, slot.to);
  if (all && isWhole(all) && (all.from !== slot.from || all.to !== slot.to)) {
    const everything = named(edition, sentence.textOf(all.from, all.to), 0);
    if (everything.fit === "exact" && isBorneOut(sentence, all)) return everything;
  }
  const whole: NamedTitle = isWhole(slot)
    ? named(edition, sentence.textOf(slot.from, slot.to), 0)
    : {
        value: sentence.textOf(slot.from, slot.to),
        said: sentence.textOf(slot.from, slot.to),
        fit: "none",
        left: 0,
      };
  if (whole.fit === "exact" && isBorneOut(sentence, slot)) return whole;
  if (whole.fit === "close" && isByPlace(sentence, slot)) return { ...whole, fit: "exact" };
  const dated = ofYear(sentence, slot);
  if (dated) return dated;
  const described = describedTitle(sentence, without);
  if (described) return described;
  const part = titlePart(sentence, without);
  if (part && part.left === 0) return part;
  const clause = clauseIn(sentence, without);
  if (clause) return clause;
  const beside = titleBeside(sentence, without);
  if (beside && (part === undefined || part.left > 2 || part.said.length <= beside.said.length))
    return beside;
  if (whole.fit === "several") return whole;
  if (part && part.left <= 2) return part;
  if (whole.fit === "close") return whole;
  return part ?? whole;
}

/** From the first to the last word that neither the question nor politeness takes. */
export function slotOf(sentence: Sentence, without: ReadonlySet<number>): Slot | undefined {
  const free = [...sentence.words.keys()].filter((place) => !without.has(place));
  let [from, to] = [free[0], (free.at(-1) ?? -1) + 1];
  if (from === undefined) return undefined;
  const fillers = sentence.pieces.filter((piece) => isPiece(piece, "filler"));
  const noun = sentence.pieces.find(
    (piece) => isPiece(piece, "noun") && piece.from - (from ?? 0) <= 1 && piece.from >= (from ?? 0),
  );
  // "La peli Titanic".
  if (
    noun &&
    noun.to < to &&
    sentence.spelt.slice(from, noun.from).every((word) => ["la", "el", "the"].includes(word))
  )
    from = noun.to;
  for (let changed = true; changed && from < to; ) {
    changed = false;
    for (const filler of fillers) {
      if (filler.from === from && filler.to < to) [from, changed] = [filler.to, true];
      if (filler.to === to && filler.from > from) [to, changed] = [filler.from, true];
    }
  }
  return from < to ? { from, to } : undefined;
}

function openSlot(sentence: Sentence, without: ReadonlySet<number>): Slot | undefined {
  const free = [...sentence.words.keys()].filter((place) => !without.has(place));
  const [from] = free;
  return from === undefined ? undefined : { from, to: (free.at(-1) ?? from) + 1 };
}

/** "Eso la nueva, ¿da mucho miedo?": a clause that is a title, with what tells which film. */
function clauseIn(sentence: Sentence, without: ReadonlySet<number>): NamedTitle | undefined {
  let from = 0;
  let close: NamedTitle | undefined;
  for (let place = 0; place <= sentence.words.length; place++) {
    const ends = place === sentence.words.length || without.has(place) || sentence.opensClause(place);
    if (!ends) continue;
    from = beginOf(sentence, from, place);
    if (place - from > 1 && !opensTold(sentence, from)) {
      const title = named(sentence.edition, sentence.textOf(from, place), 1);
      if (title.fit === "exact" && isBorneOut(sentence, { from, to: place })) return title;
      if (title.fit === "close" && place - from > 2) close ??= title;
    }
    from = without.has(place) ? place + 1 : place;
  }
  return close;
}

/** Small words that lead to a title: "oiga y esa de La lista de Schindler". */
const LEADING: ReadonlySet<string> = new Set(
  "y e o esa ese eso esta este esto de del en sobre si pero que a pues and so about of in is".split(" "),
);

/** Where a title may begin in a clause: behind politeness and what leads to it. */
function beginOf(sentence: Sentence, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const filler = sentence.pieces.find((piece) => isPiece(piece, "filler") && piece.from === at);
    if (filler && filler.to < to) at = filler.to;
    else if (LEADING.has(sentence.spelt[at] ?? "") && at + 1 < to) at++;
    else return at;
  }
  return from;
}

/** log10 of the votes of a film that is meant by a title beside the question, whatever else is said. */
const KNOWN_BESIDE = 1.3;
/** Words that end a title which stands beside a question. */
const ENDS_A_TITLE = new Set(
  "la el las los que si o y en es cuando donde como pero con porque again or and in on is does did the a al para por ya se no un una esta fue".split(
    " ",
  ),
);

/** "Xopa, cuánto hizo Barbie en taquilla": a title just behind or before the question, and where it stands nothing else. */
function titleBeside(sentence: Sentence, without: ReadonlySet<number>): NamedTitle | undefined {
  const isAsking = (place: number) => without.has(place);
  const films = sentence.withFilms.filter(
    (piece) => isPiece(piece, "film") && piece.meaning.known >= KNOWN_BESIDE && isContent(sentence, piece),
  );
  const beside = films.filter(({ from, to }) => {
    if (overlaps(without, from, to) || isFigure(sentence, from, to) || isPolite(sentence, from, to))
      return false;
    const asked = isAsking(from - 1) || isAsking(from - 2) || isAsking(to) || isAsking(to + 1);
    return asked && endsHere(sentence, to, without) && beginsHere(sentence, from, without);
  });
  const [best] = beside.sort((a, b) => b.to - b.from - (a.to - a.from) || b.weight - a.weight);
  if (best === undefined || isPartOfMore(sentence, best, without)) return undefined;
  const title = named(sentence.edition, sentence.textOf(best.from, best.to), 1);
  return title.fit === "exact" || title.fit === "several" ? title : undefined;
}

/** "Más de 7" names no film. */
function isFigure(sentence: Sentence, from: number, to: number): boolean {
  return sentence.pieces.some(
    ({ meaning, ...piece }) => FIGURES.has(meaning.kind) && piece.from <= from && to <= piece.to,
  );
}

const FIGURES: ReadonlySet<string> = new Set(["rating", "minutes", "votes", "count", "years"]);

function endsHere(sentence: Sentence, to: number, without: ReadonlySet<number>): boolean {
  const word = sentence.spelt[to] ?? "";
  if (to >= sentence.words.length || without.has(to) || sentence.opensClause(to)) return true;
  return (
    ENDS_A_TITLE.has(word) || sentence.pieces.some((piece) => isPiece(piece, "filler") && piece.from === to)
  );
}

function beginsHere(sentence: Sentence, from: number, without: ReadonlySet<number>): boolean {
  if (from === 0 || without.has(from - 1) || sentence.opensClause(from) || sentence.isFunctionWord(from - 1))
    return true;
  return sentence.pieces.some((piece) => isPiece(piece, "filler") && piece.to === from);
}

/** "Noche de miedo, la del 2011": the title without what tells its year, and the year. */
function ofYear(sentence: Sentence, slot: Slot): NamedTitle | undefined {
  const years = sentence.pieces.find(
    (piece) =>
      isPiece(piece, "years") &&
      piece.to <= slot.to &&
      piece.from > slot.from &&
      piece.meaning.from !== undefined &&
      piece.meaning.from === piece.meaning.to,
  );
  if (years === undefined || !isPiece(years, "years")) return undefined;
  let end = years.from;
  while (end > slot.from + 1 && sentence.isFunctionWord(end - 1)) end--;
  const title = named(sentence.edition, `${sentence.textOf(slot.from, end)} ${years.meaning.from}`, 0);
  return title.fit === "exact" ? title : undefined;
}

/** The longest title among the words, where the others say little. */
function titlePart(sentence: Sentence, without: ReadonlySet<number>): NamedTitle | undefined {
  // What else is asked of films says nothing of this one.
  const pieces = sentence.withFilms.filter(({ meaning }) => BESIDE_A_TITLE.has(meaning.kind));
  const cover = sentence.cover(pieces, without);
  const films = cover.pieces.filter((piece) => isPiece(piece, "film"));
  const [best] = films.sort((a, b) => b.weight - a.weight || b.meaning.known - a.meaning.known);
  if (best === undefined || !isContent(sentence, best)) return undefined;
  if (cover.left.length > 0 && isFigure(sentence, best.from, best.to)) return undefined;
  const left = cover.left.filter((place) => !isAside(sentence, best, place));
  // "El viaje en flota" is no film called "El viaje".
  const several = contentOf(sentence, best) > 1;
  // "Zootopia 2" is another film than "Zootopia".
  if (left.some((place) => /^\d+$/u.test(sentence.words[place] ?? ""))) return undefined;
  if (cover.left.length > 0 && best.meaning.known < (several ? KNOWN_TITLE : KNOWN_WORD)) return undefined;
  const beside = left.filter((place) => place >= best.from - 1 && place <= best.to);
  if (beside.length > (several ? 2 : 0) || left.length > (several ? 3 : 1)) return undefined;
  if (isPartOfMore(sentence, best, without)) return undefined;
  const value = named(sentence.edition, sentence.textOf(best.from, best.to), left.length);
  if (value.fit === "exact" || value.fit === "several") return value;
  const { row } = best.meaning;
  if (isOtherPart(sentence.edition.catalog, row, sentence.textOf(best.from, best.to))) return undefined;
  return {
    value: `tmdb:${sentence.edition.catalog.films.id[row]}`,
    said: sentence.textOf(best.from, best.to),
    film: row,
    fit: "exact",
    left: left.length,
  };
}

const BESIDE_A_TITLE: ReadonlySet<string> = new Set(["film", "filler", "noun", "person"]);
/** log10 of the votes of a film that is meant by part of what was said: of several words, and of one. */
const KNOWN_TITLE = 1;
const KNOWN_WORD = 2.5;

/** Words that join what stands on either side of them to one thing. */
const JOINING: ReadonlySet<string> = new Set([
  "de",
  "del",
  "en",
  "al",
  "a",
  "para",
  "por",
  "of",
  "to",
  "for",
  "in",
]);

/**
 * "La reunión de mañana", "los crímenes del faro", "dune 3": what a title is joined to makes another thing of it, where
 * that is nothing that is told of films.
 */
function isPartOfMore(sentence: Sentence, { from, to }: Slot, without: ReadonlySet<number>): boolean {
  if (isNumbered(sentence, to)) return true;
  let joins = false;
  for (let at = to; at < sentence.words.length; at++) {
    if (without.has(at) || sentence.opensClause(at)) break;
    if (!sentence.isFunctionWord(at)) {
      if (joins && !isToldAt(sentence, at)) return true;
      break;
    }
    joins = JOINING.has(sentence.spelt[at] ?? "");
    if (!joins && !ARTICLES.has(sentence.spelt[at] ?? "")) break;
  }
  joins = false;
  for (let at = from - 1; at >= 0; at--) {
    if (without.has(at) || sentence.opensClause(at + 1)) return false;
    if (!sentence.isFunctionWord(at)) return joins && !isPolite(sentence, at, at + 1);
    joins ||= JOINING.has(sentence.spelt[at] ?? "");
  }
  return false;
}

const ARTICLES: ReadonlySet<string> = new Set(["el", "la", "los", "las", "un", "una", "the", "a"]);

/** Whether a word is politeness, or of what may be told of a film. */
function isToldAt(sentence: Sentence, place: number): boolean {
  return sentence.pieces.some(
    ({ from, to, meaning }) => from <= place && place < to && MAY_BE_TOLD.has(meaning.kind),
  );
}

const MAY_BE_TOLD: ReadonlySet<string> = new Set([
  "person",
  "years",
  "country",
  "filler",
  "noun",
  "company",
  "platform",
  "language",
]);

/** Words that only link a question to the one before. */
function isLink(sentence: Sentence, { from, to }: Slot): boolean {
  return sentence.spelt
    .slice(from, to)
    .every((word) => ["y", "e", "and", "la", "el", "lo", "it", "pero", "a"].includes(word));
}

/** What may be said of a film beside its title. */
const SAID_OF_IT: ReadonlySet<string> = new Set([
  "person",
  "years",
  "country",
  "filler",
  "noun",
  "genre",
  "company",
  "order",
]);
/** Of fewer words nothing is said beside a title. */
const SHORT_SLOT = 4;

/** Whether some words are a title and what is said of it: "El viaje en flota a Oruro" is more than *El viaje*. */
function isBorneOut(sentence: Sentence, { from, to }: Slot): boolean {
  if (to - from < SHORT_SLOT) return true;
  const within = sentence.withFilms.filter(
    (piece) =>
      piece.from >= from && piece.to <= to && (isPiece(piece, "film") || SAID_OF_IT.has(piece.meaning.kind)),
  );
  const { left } = sentence.cover(within);
  return left.every((place) => place < from || place >= to);
}

function isContent(sentence: Sentence, slot: Slot): boolean {
  return contentOf(sentence, slot) > 0;
}

/** How many of its words say something. */
function contentOf(sentence: Sentence, { from, to }: Slot): number {
  const places = Array.from({ length: to - from }, (_, at) => from + at);
  return places.filter((place) => !sentence.isFunctionWord(place)).length;
}

/** Whether a word stands in another clause than the title: "Otra ronda, que no sé si ponérmela". */
function isAside(sentence: Sentence, { from, to }: Slot, place: number): boolean {
  const [first, last] = place < from ? [place + 1, from] : [to, place];
  for (let at = first; at <= last; at++) if (sentence.opensClause(at)) return true;
  // "… que no sé si ponérmela", "… además de Darín": what is told beside it.
  return place >= to && ["que", "ademas", "porque", "q"].includes(sentence.words[to] ?? "");
}
