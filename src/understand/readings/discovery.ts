/** "comedias españolas de los 80 en netflix": films by any combination. */
import type { OptionValue, OptionValues } from "../../chat/answer/schema.js";
import type { Steps } from "../../steps.js";
import { type Filters, filtersOf } from "../filters/filters.js";
import { impossibleName } from "../filters/possible.js";
import { betterKnownAs, knownOf } from "../filters/roles.js";
import { NEGATION_GOES_ON } from "../lexicon/talk/plain-words.js";
import { isPiece, type Piece } from "../spans/pieces.js";
import { asks, type Reader, type Reading } from "./reading.js";

/** "Sin aliens" is said of what films are about before it is of a film. */
const LESS_THAN_A_THEME = 0.3;
/** What each theme costs that nobody knows, and each beyond the second. */
const UNKNOWN_THEME = 0.1;
const MANY_THEMES = 0.2;

/** What all words are worth that films are asked for with. */
const SURE = 0.005;
/** What each word costs that is left over beside one thing that is asked; the more is asked, the less. */
const LEFT_OVER = 0.09;

function costOfLeftOver(weight: number, said: number): number {
  return (weight * LEFT_OVER * 2) / (Math.max(1, said) + 1);
}
/** What a word counts that is left over in a clause which asks nothing. */
const ELSEWHERE = 0.15;

/** What a word of everyday talk counts that is left over. */
const EVERYDAY = 0.3;

/** What a word counts that is left over before all that is asked, or behind it. */
const AT_AN_END = 0.45;

/** Words that may be left over: more, the more is asked. */
function mostLeft(said: number, asksForFilms: boolean): number {
  return said === 0 ? 0 : said + (asksForFilms ? 1.2 : 0.2);
}

function leftOver(
  sentence: Reader["sentence"],
  { left, places }: Filters,
): { weight: number; count: number } {
  const asking = new Set(places.map((place) => sentence.clauseOf(place)));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const weightOf = (place: number) => {
    if (!asking.has(sentence.clauseOf(place))) return ELSEWHERE;
    const weight = place < first || place > last ? AT_AN_END : 1;
    return sentence.isEveryday(place) ? weight * EVERYDAY : weight;
  };
  return { weight: left.reduce((sum, place) => sum + weightOf(place), 0), count: left.length };
}

/** So many names are taken back: a text may hold hundreds. */
const MOST_MISTAKES = 3;

/** What the words ask of films, places that are read already aside. */
export function* filtersIn({ sentence }: Reader, without?: ReadonlySet<number>): Steps<Filters> {
  const said = sentence.pieces.filter(({ meaning }) => meaning.kind !== "relative");
  let pieces = [...said, ...excludedFilms(sentence)];
  for (let mistakes = 0; ; mistakes++) {
    const cover = sentence.cover(pieces, without);
    const filters = yield* filtersOf(sentence, cover.pieces, cover.left);
    const mistaken = impossibleName(sentence, cover.pieces, filters.options);
    if (mistaken === undefined || mistakes === MOST_MISTAKES) return filters;
    pieces = pieces.filter((piece) => piece !== mistaken);
  }
}

/** Titles where something is said not to be wanted: "que no sea La guerra de las galaxias". */
function excludedFilms(sentence: Reader["sentence"]): readonly Piece[] {
  const ends = sentence.pieces.filter((piece) => isPiece(piece, "not")).map(({ to }) => to);
  if (ends.length === 0) return [];
  const first = Math.min(...ends);
  return sentence.withFilms
    .filter(
      (piece) =>
        isPiece(piece, "film") &&
        piece.from >= first &&
        isNear(sentence, ends, piece.from) &&
        !isFilter(sentence, piece),
    )
    .map((piece) =>
      piece.to - piece.from > 1 ? piece : { ...piece, weight: piece.weight - LESS_THAN_A_THEME },
    );
}

/** "Que no sea de Estados Unidos" names no film. */
function isFilter(sentence: Reader["sentence"], { from, to }: Piece): boolean {
  return sentence.pieces.some(
    (piece) =>
      piece.from === from && piece.to === to && (isPiece(piece, "country") || isPiece(piece, "genre")),
  );
}

function isNear(sentence: Reader["sentence"], ends: readonly number[], from: number): boolean {
  return ends.some((end) => {
    const between = sentence.spelt.slice(end, from);
    return (
      end <= from &&
      between.length <= 3 &&
      between.every((word, at) => sentence.isFunctionWord(end + at) || NEGATION_GOES_ON.includes(word))
    );
  });
}

/** Where all that is asked is one person's films: who that is, and as what. */
const ROLES = ["actor", "director", "persona"] as const;

export function* discovery(reader: Reader): Steps<Reading | undefined> {
  const filters = yield* filtersIn(reader);
  const { sentence } = reader;
  const { options, said, asksForFilms } = filters;
  const { weight, count } = leftOver(sentence, filters);
  if (said === 0 && !asksForFilms) return anything(reader, count);
  if (weight > mostLeft(said, asksForFilms)) return undefined;
  // Words that are left over, and nothing that films are chosen by.
  if (Object.keys(options).length === 0 && count > 0) return undefined;
  // "Jurasic park" alone is a film before it is all of a franchise.
  const isTitle = said === 1 && !asksForFilms && options.franquicia !== undefined && isNameAlone(sentence);
  if (isTitle && sentence.edition.find.film(sentence.text).kind !== "none") return undefined;
  // "Te pareces a la de Her" asks for nobody's films.
  if (said === 1 && filters.people.length === 1 && count > 0 && !asksForFilms && !isKnown(reader, filters))
    return undefined;
  const themes = Array.isArray(options.tema) ? options.tema : [];
  const unknown = themes.filter((theme) => sentence.edition.find.theme(String(theme)).kind === "none").length;
  const many = Math.max(0, themes.length - 2) * MANY_THEMES;
  const whole = count === 0 && asksForFilms && unknown === 0 ? SURE : 0;
  const score = Math.max(0.1, 0.95 + whole - costOfLeftOver(weight, said) - unknown * UNKNOWN_THEME - many);
  const continues = isChange(reader) || undefined;
  return (
    onePerson(reader, filters, score) ??
    onePlatformsLongest(reader, options, score) ??
    asks(reader, "descubrir", options, score, { continues })
  );
}

/** "Recomiéndame algo", "¿qué veo hoy?": other films each day, or by what whoever asks likes. */
function anything(reader: Reader, left: number): Reading | undefined {
  const asksForIt = reader.sentence.spelt.some((word) =>
    /^(?:recom|suger|suggest|dame|pasame|tirame|ponme|algo|something|anything|veo|vemos|miro|watch)/u.test(
      word,
    ),
  );
  return left === 0 && asksForIt ? asks(reader, "recomendar", {}, 0.6) : undefined;
}

/** Whether a franchise's name is all that is said, or all but a word. */
function isNameAlone({ pieces, words }: Reader["sentence"]): boolean {
  return pieces.some(
    (piece) =>
      isPiece(piece, "collection") &&
      words.length - (piece.to - piece.from) <= 1 &&
      piece.to === words.length,
  );
}

/** log10 of the votes of somebody whose films are asked for by their name alone, whatever else is said. */
const KNOWN_ALONE = 3.3;

function isKnown({ sentence }: Reader, { people }: Filters): boolean {
  return people.some((row) => knownOf(sentence.edition.catalog, row) >= KNOWN_ALONE);
}

/** Words that go on with the question before: "¿y de los 90?", "pero en netflix". */
function isChange({ sentence }: Reader): boolean {
  const [first = "", second = ""] = sentence.words;
  if (first === "que") return ["sea", "sean", "no", "este", "esten", "dure", "duren"].includes(second);
  return ["y", "pero", "mejor", "ahora", "and", "but", "sin", "solo"].includes(first);
}

function onePerson(reader: Reader, { options, people, said }: Filters, score: number): Reading | undefined {
  const [person] = people;
  if (person === undefined || people.length > 1 || said > 1) return undefined;
  const role = ROLES.find((name) => options[name] !== undefined);
  const { catalog } = reader.sentence.edition;
  const command = role === "persona" || role === undefined ? betterKnownAs(catalog, person) : role;
  const piece = reader.sentence.pieces.find((one) => isPiece(one, "person") && one.meaning.row === person);
  const words = piece && reader.sentence.textOf(piece.from, piece.to);
  const nombre = `person:${catalog.people.id[person]}`;
  return asks(reader, command, { nombre }, score, words ? { said: words } : {});
}

/** "La película más larga de Netflix": what a platform's catalogue tells is asked of it. */
function onePlatformsLongest(reader: Reader, options: OptionValues, score: number): Reading | undefined {
  const { orden, plataforma, desde, hasta, cantidad, tipo, ...others } = options;
  if (orden !== "larga" || plataforma === undefined || Object.keys(others).length > 0 || cantidad !== 1)
    return undefined;
  if (desde !== hasta) return undefined;
  const asked: Record<string, OptionValue> = { plataforma };
  if (desde !== undefined) asked.anio = desde;
  if (tipo !== undefined) asked.tipo = tipo;
  return asks(reader, "plataforma maxima", asked, score);
}
