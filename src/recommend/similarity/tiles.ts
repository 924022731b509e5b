/**
 * Films in small groups that are alike in language, year and votes, so that a whole group can be left aside
 * by the best score that any film of it could have. Nothing is lost: the bound holds for each film that
 * shares no listed feature with the film asked for.
 */
import { type FilmFacts, NO_YEAR } from "../features/facts.js";
import { MOST_YEARS } from "./model.js";

/** Films of a tile: fewer are bounded more closely, more are left aside at once. */
const TILE = 32;
/** Tiles of one language that lie within about the same years. */
const STRIP = 24 * TILE;

/** What a film's score is made of beside what it shares with others; see `NeighbourSearch`. */
export interface TileQuery {
  readonly logVotes: number;
  /** NO_YEAR where it is not known. */
  readonly year: number;
  /** What each factor e of the other's votes adds, and what each between both adds. */
  readonly together: number;
  readonly apart: number;
  /** Score of so many years apart, up to MOST_YEARS; it only ever falls, or only ever rises. */
  readonly years: Float32Array;
  readonly unknownYears: number;
  /** Score of each language profile, and the most that any has. */
  readonly language: Float32Array;
  readonly mostLanguage: number;
}

/** Profiles of each film. */
type ProfilesOf = Readonly<Record<"genres" | "country" | "language", { readonly of: Int32Array }>>;

export class Tiles {
  /** Film rows, tile after tile; a film's place is where it stands here. */
  readonly films: Int32Array;
  readonly placeOf: Int32Array;
  /** Of the film in each place: side by side, because they are read for very many pairs of films. */
  readonly own: Float32Array;
  readonly logVotes: Float32Array;
  readonly years: Int16Array;
  readonly genres: Int32Array;
  readonly country: Int32Array;
  readonly language: Int32Array;
  /** How many tiles there are. */
  readonly count: number;
  /** Of each tile: the language profile of all its films, or −1 where they have several. */
  readonly #tileLanguage: Int32Array;
  readonly #mostOwn: Float64Array;
  readonly #leastVotes: Float64Array;
  readonly #mostVotes: Float64Array;
  /** The first is NO_YEAR where a year is not known, the last where none is. */
  readonly #firstYear: Int16Array;
  readonly #lastYear: Int16Array;
  readonly #lastBounds: Float64Array;

  /** @param own what a film's own votes, rating and likes give it */
  constructor({ count, logVotes, years }: FilmFacts, own: Float32Array, profiles: ProfilesOf) {
    this.films = inTiles(count, logVotes, years, profiles.language.of);
    this.placeOf = new Int32Array(count);
    for (let place = 0; place < count; place++) this.placeOf[this.films[place]] = place;
    this.own = Float32Array.from(this.films, (film) => own[film]);
    this.logVotes = Float32Array.from(this.films, (film) => logVotes[film]);
    this.years = Int16Array.from(this.films, (film) => years[film]);
    this.genres = Int32Array.from(this.films, (film) => profiles.genres.of[film]);
    this.country = Int32Array.from(this.films, (film) => profiles.country.of[film]);
    this.language = Int32Array.from(this.films, (film) => profiles.language.of[film]);
    this.count = Math.ceil(count / TILE);
    this.#tileLanguage = new Int32Array(this.count);
    this.#mostOwn = new Float64Array(this.count);
    this.#leastVotes = new Float64Array(this.count);
    this.#mostVotes = new Float64Array(this.count);
    this.#firstYear = new Int16Array(this.count);
    this.#lastYear = new Int16Array(this.count);
    this.#lastBounds = new Float64Array(this.count);
    for (let tile = 0; tile < this.count; tile++) {
      const of = <Values extends Float32Array | Int16Array | Int32Array>(values: Values) =>
        values.subarray(this.start(tile), this.end(tile));
      const languages = of(this.language);
      this.#tileLanguage[tile] = languages.every((one) => one === languages[0]) ? languages[0] : -1;
      this.#mostOwn[tile] = Math.max(...of(this.own));
      this.#leastVotes[tile] = Math.min(...of(this.logVotes));
      this.#mostVotes[tile] = Math.max(...of(this.logVotes));
      this.#firstYear[tile] = Math.min(...of(this.years));
      this.#lastYear[tile] = Math.max(...of(this.years));
    }
  }

  /** Where a tile's films stand in `films`. */
  start(tile: number): number {
    return tile * TILE;
  }

  end(tile: number): number {
    return Math.min(this.films.length, (tile + 1) * TILE);
  }

  /**
   * Of each tile at least the score of each of its films, as `bound` has it. Overwritten by the next call.
   */
  bounds(query: TileQuery): Float64Array {
    for (let tile = 0; tile < this.count; tile++) this.#lastBounds[tile] = this.#bound(tile, query);
    return this.#lastBounds;
  }

  /** At least the score of each film of a tile without what listed features, genres and countries give. */
  #bound(tile: number, query: TileQuery): number {
    const { logVotes, together, apart, language, mostLanguage } = query;
    const own = this.#tileLanguage[tile];
    const least = this.#leastVotes[tile];
    const most = this.#mostVotes[tile];
    const nearest = Math.max(0, least - logVotes, logVotes - most);
    const farthest = Math.max(Math.abs(least - logVotes), Math.abs(most - logVotes));
    return (
      this.#mostOwn[tile] +
      together * (together > 0 ? most : least) +
      apart * (apart < 0 ? nearest : farthest) +
      this.#boundOfYears(tile, query) +
      (own < 0 ? mostLanguage : language[own])
    );
  }

  #boundOfYears(tile: number, { year, years, unknownYears }: TileQuery): number {
    const first = this.#firstYear[tile];
    const last = this.#lastYear[tile];
    if (year === NO_YEAR || last === NO_YEAR) return unknownYears;
    const from = first === NO_YEAR ? 0 : first;
    const nearest = Math.min(MOST_YEARS, Math.max(0, from - year, year - last));
    const farthest = Math.min(MOST_YEARS, Math.max(Math.abs(from - year), Math.abs(last - year)));
    const known = Math.max(years[nearest], years[farthest]);
    return first === NO_YEAR ? Math.max(known, unknownYears) : known;
  }
}

/** By language, within it by strips of years, within these by votes. */
function inTiles(
  count: number,
  logVotes: Float32Array,
  years: Int16Array,
  languageOf: Int32Array,
): Int32Array {
  const films = Int32Array.from({ length: count }, (_, film) => film);
  films.sort((a, b) => languageOf[a] - languageOf[b] || years[a] - years[b] || a - b);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && to - from < STRIP && languageOf[films[to]] === languageOf[films[from]]) to++;
    films.subarray(from, to).sort((a, b) => logVotes[b] - logVotes[a] || a - b);
    from = to;
  }
  return films;
}
