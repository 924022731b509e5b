/** From the pieces of a sentence to the options of `/descubrir`. */
import type { Catalog } from "../../catalog/catalog.js";
import type { CollectionRow, FilmRow, PersonRow } from "../../catalog/rows.js";
import type { OptionValue, OptionValues } from "../../chat/answer/schema.js";
import { NEGATION_GOES_ON } from "../lexicon/plain-words.js";
import { isPiece, type Meaning, type Piece, type Relative } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { themeWords } from "../spans/themes.js";

/** What a sentence asks of films. */
export interface Filters {
  readonly options: OptionValues;
  /** Films that are named and not excluded. */
  readonly films: readonly FilmRow[];
  /** Who is named, as whatever they are asked for. */
  readonly people: readonly PersonRow[];
  readonly relatives: readonly Relative[];
  /** Constraints that were said, orders and counts among them. */
  readonly said: number;
  /** Words that nothing explains. */
  readonly left: readonly number[];
  /** Where what was said begins. */
  readonly places: readonly number[];
  /** Whether films are asked for by a word for them. */
  readonly asksForFilms: boolean;
}

type Role = "actor" | "director" | "persona";

/** Words that say that several are not wanted. */
const MANY = new Set(["sean", "las", "los", "aren", "arent", "are", "don", "fueran", "esten"]);

const GOES_ON = new Set(NEGATION_GOES_ON);
/** Before a name: that somebody plays. */
const WITH = new Set([
  "con",
  "with",
  "starring",
  "featuring",
  "salga",
  "sale",
  "salgan",
  "salen",
  "este",
  "esten",
  "estan",
  "esta",
  "actue",
  "actuen",
  "aparezca",
  "aparezcan",
]);
/** Who did one thing this many times as much as the other is meant as that. */
const MOSTLY_ACTOR = 3;
const MOSTLY_DIRECTOR = 1.5;
const WHOLLY = 10;
/** A theme has no more words than this. */
const MOST_THEME_WORDS = 5;

export function filtersOf(sentence: Sentence, pieces: readonly Piece[], left: readonly number[]): Filters {
  return new FilterReader(sentence, pieces, left).read();
}

class FilterReader {
  readonly #sentence: Sentence;
  readonly #pieces: readonly Piece[];
  readonly #left: Set<number>;
  readonly #lists = new Map<string, (string | number)[]>();
  readonly #values = new Map<string, OptionValue>();
  readonly #films: FilmRow[] = [];
  readonly #people: PersonRow[] = [];
  readonly #relatives: Relative[] = [];
  readonly #places: number[] = [];
  #said = 0;
  #asksForFilms = false;
  #isVagueMinutes = false;
  #isNegative = false;
  /** Behind the last piece that was not wanted; -1 where none was yet. */
  #negativeEnd = -1;
  #notEnd = 0;
  /** Whether several were said not to be wanted. */
  #areMany = false;
  #negativeKind: Meaning["kind"] | undefined;
  /** The role that a word before said for the names that follow. */
  #role: Role | undefined;
  #lastRole: Role | undefined;
  #lastEnd = 0;

  constructor(sentence: Sentence, pieces: readonly Piece[], left: readonly number[]) {
    this.#sentence = sentence;
    this.#pieces = withThemes(sentence, pieces, left);
    this.#left = new Set(
      left.filter((place) => !this.#pieces.some(({ from, to }) => from <= place && place < to)),
    );
  }

  read(): Filters {
    this.#pieces.forEach((piece, at) => {
      this.#endNegation(piece);
      this.#readPiece(piece, at);
      this.#lastEnd = piece.to;
    });
    const options = { ...Object.fromEntries(this.#values), ...Object.fromEntries(this.#lists) };
    return {
      options: inOrder(options),
      films: this.#films,
      people: this.#people,
      relatives: this.#relatives,
      said: this.#said,
      left: [...this.#left],
      places: this.#places,
      asksForFilms: this.#asksForFilms,
    };
  }

  /** "sin terror ni drama": goes on; "sin terror, de los 80": ends. */
  #endNegation(piece: Piece): void {
    if (!this.#isNegative) return;
    if (this.#negativeEnd < 0) {
      // "Sin ganas de pensar, alguna comedia": what was not wanted is said.
      if (this.#opensBetween(this.#notEnd, piece.from)) this.#isNegative = false;
      return;
    }
    const between = this.#sentence.spelt.slice(this.#negativeEnd, piece.from);
    const parted = this.#sentence.opensClause(piece.from);
    const joined =
      between.some((word) => GOES_ON.has(word)) ||
      (between.length === 0 && piece.meaning.kind === this.#negativeKind);
    const isJoined = between.includes("ni") || (joined && !parted);
    const changes =
      between.some((word) => ["pero", "de", "con", "en", "but", "from", "que", "por"].includes(word)) &&
      !between.includes("ni");
    if (!isJoined || changes) this.#isNegative = false;
  }

  /** Whether a clause begins behind a place and before, or at, another, with words between them. */
  #opensBetween(from: number, to: number): boolean {
    for (let place = from + 1; place <= to; place++) if (this.#sentence.opensClause(place)) return true;
    return false;
  }

  #readPiece(piece: Piece, at: number): void {
    const { meaning } = piece;
    switch (meaning.kind) {
      case "filler":
      case "cue":
        return;
      case "noun":
        this.#asksForFilms = true;
        if (meaning.type) this.#set("tipo", meaning.type);
        return;
      case "not":
        this.#isNegative = true;
        this.#negativeEnd = -1;
        this.#notEnd = piece.to;
        this.#areMany ||= this.#sentence.spelt.slice(piece.from, piece.to + 1).some((word) => MANY.has(word));
        return;
      case "role":
        this.#asksForFilms = true;
        this.#role = meaning.role === "either" ? undefined : meaning.role;
        if (this.#role && this.#isNamedBehind(at)) return;
        this.#changeLastRole();
        return;
      default:
        this.#readWanted(piece);
        if (this.#isNegative) {
          this.#negativeEnd = piece.to;
          this.#negativeKind = meaning.kind;
        }
    }
  }

  #isNamedBehind(at: number): boolean {
    const next = this.#pieces
      .slice(at + 1)
      .find(({ meaning }) => meaning.kind !== "filler" && meaning.kind !== "noun");
    return next !== undefined && next.meaning.kind === "person";
  }

  /** "Diego Luna como director". */
  #changeLastRole(): void {
    const [role, last] = [this.#role, this.#lastRole];
    this.#role = undefined;
    if (!role || !last || role === last) return;
    const value = this.#lists.get(last)?.pop();
    if (this.#lists.get(last)?.length === 0) this.#lists.delete(last);
    if (value !== undefined) this.#add(role, value);
    this.#lastRole = role;
  }

  #readWanted({ meaning, from, to }: Piece): void {
    this.#said++;
    this.#places.push(from);
    const { catalog } = this.#sentence.edition;
    const negative = this.#isNegative;
    switch (meaning.kind) {
      case "genre":
        for (const genre of meaning.genres)
          this.#add(negative !== (meaning.without ?? false) ? "sin_genero" : "genero", genre);
        return;
      case "country":
        return negative ? this.#add("excluir", `country:${meaning.code}`) : this.#set("pais", meaning.code);
      case "language":
        return negative ? undefined : this.#set("idioma", meaning.code);
      case "platform":
        return negative ? undefined : this.#set("plataforma", meaning.id);
      case "order":
        return this.#order(meaning);
      case "years":
        return this.#years(meaning, negative);
      case "minutes":
        return this.#minutes(meaning, negative);
      case "rating":
        return this.#set("nota_min", meaning.min);
      case "votes":
        return this.#set("votos_min", meaning.min);
      case "count":
        return this.#set("cantidad", meaning.count);
      case "relative":
        this.#relatives.push(meaning.relative);
        return;
      case "person":
        return this.#person(meaning.row, from, negative);
      case "collection": {
        const film = negative ? this.#filmNotWanted(from, to) : undefined;
        if (film !== undefined) return this.#add("excluir", `tmdb:${catalog.films.id[film]}`);
        const row = negative ? (this.#ofTheirs(from, to) ?? meaning.row) : meaning.row;
        return this.#group("collection", "franquicia", catalog.collections.id[row] ?? 0, negative);
      }
      case "company":
        return this.#group("company", "productora", catalog.companies.id[meaning.row] ?? 0, negative);
      case "film":
        if (negative)
          this.#add("excluir", this.#franchiseNotWanted(from, to) ?? `tmdb:${catalog.films.id[meaning.row]}`);
        else this.#films.push(meaning.row);
        return;
      case "theme": {
        const theme = themeWords(this.#sentence.textOf(from, to));
        // "Que no acabe mal" is said of no theme.
        if (negative && this.#sentence.edition.find.theme(theme).kind === "none")
          return this.#unknownNotWanted(from, to);
        return this.#add(negative ? "excluir" : "tema", negative ? `tema:${theme}` : theme);
      }
    }
  }

  #order({ order, one }: Extract<Meaning, { kind: "order" }>): void {
    // "Las mejores por taquilla" asks for takings.
    const known = this.#values.get("orden");
    if (known === undefined || known === "mejor") this.#set("orden", order);
    if (one && !this.#values.has("cantidad")) this.#set("cantidad", 1);
  }

  /** "Que no sea de antes del 2000" begins with 2000. */
  #years({ from, to }: { readonly from?: number; readonly to?: number }, negative: boolean): void {
    if (negative) {
      if (from === undefined && to !== undefined) this.#set("desde", to + 1);
      else if (to === undefined && from !== undefined) this.#set("hasta", from - 1);
      return;
    }
    const [begun, ended] = [this.#values.get("desde"), this.#values.get("hasta")];
    // "De los 90 y los 2000" is both.
    if (typeof begun === "number" && typeof ended === "number" && from !== undefined && to !== undefined) {
      this.#set("desde", Math.min(begun, from));
      this.#set("hasta", Math.max(ended, to));
      return;
    }
    if (from !== undefined) this.#set("desde", from);
    if (to !== undefined) this.#set("hasta", to);
  }

  #minutes({ min, max, vague }: Extract<Meaning, { kind: "minutes" }>, negative: boolean): void {
    // "Menos de 50 minutos, cortos pues": the figure counts.
    if (vague && (this.#values.has("duracion_min") || this.#values.has("duracion_max"))) return;
    if (negative) {
      if (min !== undefined) this.#set("duracion_max", Math.min(min, 120));
      else if (max !== undefined) this.#set("duracion_min", max);
      return;
    }
    if (!vague && this.#isVagueMinutes) {
      this.#values.delete("duracion_min");
      this.#values.delete("duracion_max");
    }
    this.#isVagueMinutes = vague ?? false;
    if (min !== undefined) this.#set("duracion_min", min);
    if (max !== undefined) this.#set("duracion_max", max);
  }

  /** "Que no sea Oldboy": in the singular one film of that very name; of somebody who is named too, theirs. */
  #filmNotWanted(from: number, to: number): FilmRow | undefined {
    if (this.#areMany) return undefined;
    const { find, catalog } = this.#sentence.edition;
    const found = find.film(this.#sentence.textOf(from, to));
    const isExact = found.kind === "choices" || (found.kind === "found" && found.fit === "exact");
    if (!isExact) return undefined;
    const films = found.kind === "choices" ? found.values : [found.value, ...found.namesakes];
    const [person] = this.#people;
    if (person === undefined) return films[0];
    const { directors, cast } = catalog.films;
    return films.find((film) => directors.get(film).includes(person) || cast.get(film).includes(person));
  }

  /** What is not wanted and no theme is a franchise or a film that few know, or said of nothing we know. */
  #unknownNotWanted(from: number, to: number): void {
    const { find, catalog } = this.#sentence.edition;
    const text = this.#sentence.textOf(from, to);
    const franchise = find.collection(text);
    if (franchise.kind === "found")
      return this.#add("excluir", `collection:${catalog.collections.id[franchise.value]}`);
    const film = find.film(text);
    if (film.kind === "found") return this.#add("excluir", `tmdb:${catalog.films.id[film.value]}`);
    for (let place = from; place < to; place++) this.#left.add(place);
  }

  /** "Menos las de Misión Imposible": in the plural the franchise of that very name. */
  #franchiseNotWanted(from: number, to: number): string | undefined {
    if (!this.#areMany) return undefined;
    const { find, catalog } = this.#sentence.edition;
    const found = find.collection(this.#sentence.textOf(from, to));
    return found.kind === "found" && found.fit === "exact"
      ? `collection:${catalog.collections.id[found.value]}`
      : undefined;
  }

  /** "De Nolan, que no sea Batman": the franchise of that name which they made. */
  #ofTheirs(from: number, to: number): CollectionRow | undefined {
    const [person] = this.#people;
    if (person === undefined) return undefined;
    const { find, catalog } = this.#sentence.edition;
    const found = find.collection(`${this.#sentence.textOf(from, to)} de ${catalog.people.name.get(person)}`);
    return found.kind === "found" ? found.value : undefined;
  }

  #group(prefix: string, option: string, id: number, negative: boolean): void {
    const value = `${prefix}:${id}`;
    if (negative) this.#add("excluir", value);
    else this.#set(option, value);
  }

  #person(row: PersonRow, from: number, negative: boolean): void {
    const { catalog } = this.#sentence.edition;
    const value = `person:${catalog.people.id[row]}`;
    if (negative) return this.#add("excluir", value);
    this.#people.push(row);
    const role = this.#roleOf(row, from);
    this.#lastRole = role;
    this.#add(role, value);
  }

  #roleOf(row: PersonRow, from: number): Role {
    if (this.#role !== undefined) return this.#role;
    const between = this.#sentence.spelt.slice(this.#lastEnd, from);
    const { acted = 0, directed = 0 } = fameOf(this.#sentence.edition.catalog, row);
    // "Con Francella y Darín": the second plays as well.
    const isJoined =
      this.#lastRole !== undefined &&
      between.length > 0 &&
      between.every((word) => ["y", "e", "and", "o"].includes(word));
    const isWith = between.some((word) => WITH.has(word));
    if (isWith || (isJoined && this.#lastRole === "actor"))
      return directed > WHOLLY * acted ? "director" : "actor";
    return mostly(acted, directed);
  }

  #set(option: string, value: OptionValue): void {
    this.#values.set(option, value);
  }

  #add(option: string, value: string | number): void {
    const values = this.#lists.get(option) ?? [];
    if (!values.includes(value)) values.push(value);
    this.#lists.set(option, values);
  }
}

function fameOf({ people }: Pick<Catalog, "people">, row: PersonRow): { acted?: number; directed?: number } {
  return { acted: people.actedVotes[row], directed: people.directedVotes[row] };
}

function mostly(acted: number, directed: number): Role {
  if (directed > MOSTLY_DIRECTOR * acted) return "director";
  return acted > MOSTLY_ACTOR * directed ? "actor" : "persona";
}

/** What somebody is better known for. */
export function betterKnownAs(catalog: Pick<Catalog, "people">, row: PersonRow): "actor" | "director" {
  const { acted = 0, directed = 0 } = fameOf(catalog, row);
  return directed >= acted ? "director" : "actor";
}

const ORDER =
  "genero sin_genero tema actor director persona pais idioma desde hasta duracion_min duracion_max plataforma franquicia productora nota_min votos_min excluir tipo orden cantidad".split(
    " ",
  );

function inOrder(options: Readonly<Record<string, OptionValue>>): OptionValues {
  return Object.fromEntries(
    ORDER.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

/**
 * What words mean that are left over: somebody whose name is misspelt ("con jim carey", "cristopher nolan"); part of a
 * theme beside it ("robots asesinos"); behind "de" or "sobre" a theme that nobody listed.
 */
function withThemes(sentence: Sentence, pieces: readonly Piece[], left: readonly number[]): Piece[] {
  const taken = new Set<Piece>();
  const further: Piece[] = [];
  for (const run of runsOf(sentence, pieces, left)) {
    const person = personIn(sentence, pieces, run);
    if (person) {
      further.push(person.piece);
      if (person.instead) taken.add(person.instead);
      continue;
    }
    const before = pieces.find((piece) => isPiece(piece, "theme") && isBefore(sentence, piece.to, run.from));
    const behind = pieces.find((piece) => isPiece(piece, "theme") && isBefore(sentence, run.to, piece.from));
    const from = before?.from ?? run.from;
    const to = behind?.to ?? run.to;
    if (to - from > MOST_THEME_WORDS || (!before && !behind && !isIntroduced(sentence, from, pieces)))
      continue;
    if (overlapsOther(pieces, [before, behind], from, to)) continue;
    for (const piece of [before, behind]) if (piece) taken.add(piece);
    further.push({ from, to, weight: 0, meaning: { kind: "theme" } });
  }
  return [...pieces.filter((piece) => !taken.has(piece)), ...further].sort((a, b) => a.from - b.from);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function* runsOf(sentence: Sentence, pieces: readonly Piece[], left: readonly number[]): Generator<Run> {
  for (let at = 0; at < left.length; ) {
    const from = left[at] ?? 0;
    let to = from + 1;
    at++;
    while (left[at] !== undefined && canGoOn(sentence, to, left[at] ?? 0, pieces)) to = (left[at++] ?? 0) + 1;
    yield { from, to };
  }
}

function canGoOn(sentence: Sentence, end: number, next: number, pieces: readonly Piece[]): boolean {
  if (next - end > 2 || sentence.opensClause(next)) return false;
  if (pieces.some(({ from, to }) => from < next && to > end)) return false;
  return sentence.spelt.slice(end, next).every((word) => LINKING.has(word));
}

/** What may stand within a theme: "carreras de carros". */
const LINKING = new Set(["de", "del", "la", "el", "los", "las", "a", "the", "of", "en"]);

/** Whether only what may stand within a theme stands between two places, in one clause. */
function isBefore(sentence: Sentence, end: number, from: number): boolean {
  if (end > from || from - end > 1) return false;
  if (sentence.opensClause(from) || (from > end && sentence.opensClause(end))) return false;
  return sentence.spelt.slice(end, from).every((word) => LINKING.has(word));
}

function overlapsOther(
  pieces: readonly Piece[],
  own: readonly (Piece | undefined)[],
  from: number,
  to: number,
): boolean {
  return pieces.some((piece) => !own.includes(piece) && piece.from < to && piece.to > from);
}

const MOST_NAME_WORDS = 3;
const SHORTEST_NAME = 4;
/** log10 of the votes of somebody whose name is misspelt. */
const LEAST_KNOWN = 2;
const INTRODUCING_PEOPLE = new Set([
  "con",
  "with",
  "starring",
  "de",
  "del",
  "by",
  "y",
  "e",
  "and",
  "sale",
  "salga",
  "actua",
]);
/** Behind these it is somebody before it is a theme that nobody knows. */
const WITH_PEOPLE = new Set(["con", "with", "starring"]);

/** Somebody whose name is nearly the words, alone or with the name beside them. */
function personIn(
  sentence: Sentence,
  pieces: readonly Piece[],
  { from, to }: Run,
): { readonly piece: Piece; readonly instead?: Piece } | undefined {
  if (to - from > MOST_NAME_WORDS || (to - from === 1 && (sentence.words[from] ?? "").length < SHORTEST_NAME))
    return undefined;
  const { find, catalog } = sentence.edition;
  const lookUp = (begin: number, end: number): Piece | undefined => {
    const found = find.person(sentence.textOf(begin, end));
    if (found.kind !== "found") return undefined;
    const { actedVotes, directedVotes } = catalog.people;
    const known = Math.log10(1 + Math.max(actedVotes[found.value] ?? 0, directedVotes[found.value] ?? 0));
    if (known < LEAST_KNOWN) return undefined;
    return { from: begin, to: end, weight: 0, meaning: { kind: "person", row: found.value, known } };
  };
  const beside = pieces.find(
    (piece) =>
      isPiece(piece, "person") && piece.to - piece.from === 1 && (piece.from === to || piece.to === from),
  );
  if (beside) {
    const piece = lookUp(Math.min(from, beside.from), Math.max(to, beside.to));
    if (piece) return { piece, instead: beside };
    return undefined;
  }
  const article = ["la", "el", "los", "the"].includes(sentence.spelt[from - 1] ?? "");
  const before = sentence.spelt[article ? from - 2 : from - 1] ?? "";
  const isAsked = pieces.some((piece) => isPiece(piece, "role") && piece.to === from);
  if (!INTRODUCING_PEOPLE.has(before) && !isAsked) return undefined;
  if (!WITH_PEOPLE.has(before) && find.theme(sentence.textOf(from, to)).kind !== "none") return undefined;
  const piece = lookUp(from, to);
  return piece && { piece };
}

/** What unknown words need before them to be a theme: "una de …", "sobre …", "pelis de …". */
function isIntroduced(sentence: Sentence, from: number, pieces: readonly Piece[]): boolean {
  let at = from - 1;
  while (
    at >= 0 &&
    ["el", "la", "los", "las", "un", "una", "unos", "unas", "the", "a", "an"].includes(
      sentence.spelt[at] ?? "",
    )
  )
    at--;
  const before = sentence.spelt[at] ?? "";
  if (["sobre", "about", "acerca"].includes(before)) return true;
  if (pieces.some((piece) => piece.to === from && isPiece(piece, "noun"))) return true;
  if (!["de", "del", "of", "vaya", "vayan", "va", "van", "trate", "traten"].includes(before)) return false;
  const introducing = sentence.spelt[at - 1] ?? "";
  return (
    at <= 0 ||
    [
      "una",
      "unas",
      "algo",
      "alguna",
      "algunas",
      "otra",
      "las",
      "la",
      "que",
      "acerca",
      "algun",
      "uno",
    ].includes(introducing) ||
    pieces.some((piece) => piece.to === at && (isPiece(piece, "noun") || isPiece(piece, "filler")))
  );
}
