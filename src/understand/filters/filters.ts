/** From the pieces of a sentence to the options of `/descubrir`. */
import type { FilmRow, PersonRow } from "../../catalog/rows.js";
import type { OptionValue, OptionValues } from "../../chat/answer/schema.js";
import type { Steps } from "../../steps.js";
import { NEGATION_GOES_ON } from "../lexicon/talk/plain-words.js";
import { isPiece, type Meaning, type Piece, type Relative } from "../spans/pieces.js";
import type { Sentence } from "../spans/sentence.js";
import { themeWords } from "../spans/themes.js";
import { withLeftOver } from "./left-over.js";
import { filmAtEnd, filmNotWanted, franchiseNotWanted, unknownNotWanted } from "./not-wanted.js";
import { possibleRole, type Role, roleOf, siblingsOf } from "./roles.js";

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

/** Words that say that several are not wanted. */
const MANY = new Set(["sean", "las", "los", "aren", "arent", "are", "don", "fueran", "esten"]);

/** Minutes. */
const NOT_LONG = 120;

const GOES_ON = new Set(NEGATION_GOES_ON);

export function* filtersOf(
  sentence: Sentence,
  pieces: readonly Piece[],
  left: readonly number[],
): Steps<Filters> {
  const all = yield* withLeftOver(sentence, pieces, left);
  return new FilterReader(sentence, all, left).read();
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
    this.#pieces = pieces;
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
    // "Menos las de Freddy y las de Jason".
    const isListed =
      /^(?:y|e|o|ni)(?: (?:las|los|la|el))? (?:de|del|con)$/u.test(between.join(" ")) && between.length > 2;
    const changes =
      !isListed &&
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
        // "Que sea película, no serie".
        if (meaning.type) this.#set("tipo", this.#isNegative ? "pelicula" : meaning.type);
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

  #readWanted(piece: Piece): void {
    const { meaning, from } = piece;
    this.#said++;
    this.#places.push(from);
    if (this.#isNegative) this.#readNotWanted(piece);
    else this.#readAsked(meaning, piece);
  }

  #readAsked(meaning: Meaning, { from, to }: Piece): void {
    const { catalog } = this.#sentence.edition;
    switch (meaning.kind) {
      case "genre":
        for (const genre of meaning.genres) this.#add(meaning.without ? "sin_genero" : "genero", genre);
        break;
      case "country":
        this.#set("pais", meaning.code);
        break;
      case "language":
        this.#set("idioma", meaning.code);
        break;
      case "platform":
        this.#set("plataforma", meaning.id);
        break;
      case "years":
        this.#years(meaning);
        break;
      case "minutes":
        this.#minutes(meaning);
        break;
      case "person":
        this.#person(meaning.row, from);
        if (meaning.siblings)
          for (const row of siblingsOf(this.#sentence.edition, meaning.row)) this.#sibling(row);
        break;
      case "collection":
        this.#set("franquicia", `collection:${catalog.collections.id[meaning.row]}`);
        break;
      case "company":
        this.#set("productora", `company:${catalog.companies.id[meaning.row]}`);
        break;
      case "film":
        this.#films.push(meaning.row);
        break;
      case "theme":
        this.#add("tema", themeWords(this.#sentence.edition.find, this.#sentence.textOf(from, to)));
        break;
      default:
        this.#readFigure(meaning);
    }
  }

  /** What is the same whether it is wanted or not. */
  #readFigure(meaning: Meaning): void {
    if (meaning.kind === "order") this.#order(meaning);
    if (meaning.kind === "rating") this.#set("nota_min", meaning.min);
    if (meaning.kind === "votes") this.#set("votos_min", meaning.min);
    if (meaning.kind === "count") this.#set("cantidad", meaning.count);
    if (meaning.kind === "relative") this.#relatives.push(meaning.relative);
  }

  #readNotWanted(piece: Piece): void {
    const { meaning, from, to } = piece;
    const { catalog, find } = this.#sentence.edition;
    const said = { sentence: this.#sentence, person: this.#people[0], areMany: this.#areMany };
    if (isPiece(piece, "genre")) {
      for (const genre of piece.meaning.genres)
        this.#add(piece.meaning.without ? "genero" : "sin_genero", genre);
    } else if (isPiece(piece, "country")) this.#add("excluir", `country:${piece.meaning.code}`);
    else if (isPiece(piece, "person")) this.#add("excluir", `person:${catalog.people.id[piece.meaning.row]}`);
    else if (isPiece(piece, "company"))
      this.#add("excluir", `company:${catalog.companies.id[piece.meaning.row]}`);
    else if (isPiece(piece, "collection")) this.#add("excluir", franchiseNotWanted(said, piece));
    else if (isPiece(piece, "film")) this.#add("excluir", filmNotWanted(said, piece));
    else if (isPiece(piece, "years")) this.#yearsNotWanted(piece.meaning);
    else if (isPiece(piece, "minutes")) this.#minutesNotWanted(piece.meaning);
    else if (isPiece(piece, "order")) this.#placeNotWanted(piece.meaning);
    else if (isPiece(piece, "theme")) {
      const theme = themeWords(find, this.#sentence.textOf(from, to));
      const value = find.theme(theme).kind === "none" ? unknownNotWanted(said, from, to) : `tema:${theme}`;
      if (value !== undefined) this.#add("excluir", value);
      // "Que no acabe mal" is said of nothing that is known.
      else for (let place = from; place < to; place++) this.#left.add(place);
    } else this.#readFigure(meaning);
  }

  /** "Las de Scream menos la primera": the film of the franchise at that end. Nothing else has a place. */
  #placeNotWanted(meaning: Extract<Meaning, { kind: "order" }>): void {
    const franchise = this.#pieces.find((piece) => isPiece(piece, "collection"));
    const film =
      franchise && isPiece(franchise, "collection") && filmAtEnd(this.#sentence, franchise, meaning.order);
    if (film) this.#add("excluir", film);
    else this.#readFigure(meaning);
  }

  #order({ order, one }: Extract<Meaning, { kind: "order" }>): void {
    // "Las mejores por taquilla" asks for takings.
    const known = this.#values.get("orden");
    if (known === undefined || known === "mejor") this.#set("orden", order);
    if (one && !this.#values.has("cantidad")) this.#set("cantidad", 1);
  }

  #years({ from, to }: Extract<Meaning, { kind: "years" }>): void {
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

  /** "Que no sea de antes del 2000" begins with 2000. */
  #yearsNotWanted({ from, to }: Extract<Meaning, { kind: "years" }>): void {
    if (from === undefined && to !== undefined) this.#set("desde", to + 1);
    else if (to === undefined && from !== undefined) this.#set("hasta", from - 1);
  }

  #minutes({ min, max, vague = false }: Extract<Meaning, { kind: "minutes" }>): void {
    const isSaid = this.#values.has("duracion_min") || this.#values.has("duracion_max");
    // "Menos de 50 minutos, cortos pues": the figure counts, whichever comes first.
    if (vague && isSaid) return;
    if (!vague && this.#isVagueMinutes) {
      this.#values.delete("duracion_min");
      this.#values.delete("duracion_max");
    }
    this.#isVagueMinutes = vague;
    if (min !== undefined) this.#set("duracion_min", min);
    if (max !== undefined) this.#set("duracion_max", max);
  }

  /** "Que no sea muy larga": no longer than what is told at one sitting. */
  #minutesNotWanted({ min, max }: Extract<Meaning, { kind: "minutes" }>): void {
    if (min !== undefined) this.#set("duracion_max", Math.min(min, NOT_LONG));
    else if (max !== undefined) this.#set("duracion_min", max);
  }

  #person(row: PersonRow, from: number): void {
    const { catalog } = this.#sentence.edition;
    const value = `person:${catalog.people.id[row]}`;
    this.#people.push(row);
    const between = this.#sentence.spelt.slice(this.#lastEnd, from);
    const role = possibleRole(catalog, row, this.#role ?? roleOf(catalog, row, between, this.#lastRole));
    this.#lastRole = role;
    this.#add(role, value);
  }

  /** One more of the last name that was read last, as the same. */
  #sibling(row: PersonRow): void {
    this.#people.push(row);
    if (this.#lastRole) this.#add(this.#lastRole, `person:${this.#sentence.edition.catalog.people.id[row]}`);
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

const ORDER =
  "genero sin_genero tema actor director persona pais idioma desde hasta duracion_min duracion_max plataforma franquicia productora nota_min votos_min excluir tipo orden cantidad".split(
    " ",
  );

function inOrder(options: Readonly<Record<string, OptionValue>>): OptionValues {
  return Object.fromEntries(
    ORDER.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}
