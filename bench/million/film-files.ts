/**
 * A catalogue of very many films as files that people hold: `TMDB_movie_dataset_v11.csv` with its lists of names, and
 * `credits.csv` with lists of people. The films are those of a catalogue, each as it is and then again and again with
 * another id and title, fewer votes, a part of its keywords and people, and people and companies of other names.
 */
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { FilmRecord } from "../../index-build/records.js";
import { fewerVotes, titleChanger } from "../tools/data/changed-films.js";
import { randomNumbers } from "../tools/random.js";

/** Ids of a copy lie so far above those of the copy before. */
const IDS = 2_000_000;
const IMDB_IDS = 40_000_000;
/** Of what a film has, a copy keeps each thing with this chance: films that few know have few people and keywords. */
const KEPT = 0.5;
/** And of budgets and revenues: most are unknown. */
const MONEY_KEPT = 0.2;
/** People of a copy are called otherwise, and stay the same for so many copies. */
const COPIES_OF_PEOPLE = 2;
const CHANGED_WORDS = 0.2;
/** Days by which a copy may be younger or older. */
const DAYS = 1000;
const DAY = 86_400_000;

const COLUMNS =
  "id,title,vote_average,vote_count,status,release_date,revenue,runtime,adult,backdrop_path,budget,homepage,imdb_id,original_language,original_title,overview,popularity,poster_path,tagline,genres,production_companies,production_countries,spoken_languages,keywords";

type Cell = string | number | undefined;

/** @returns the paths of the files, both below `folder` */
export async function writeFilmFiles(
  films: readonly FilmRecord[],
  count: number,
  folder: string,
): Promise<{ readonly movies: string; readonly credits: string }> {
  const paths = { movies: join(folder, "TMDB_movie_dataset_v11.csv"), credits: join(folder, "credits.csv") };
  const [movies, credits] = [createWriteStream(paths.movies), createWriteStream(paths.credits)];
  movies.write(`${COLUMNS}\n`);
  credits.write("id,cast,directors,writers\n");
  const copies = new Copies(films);
  for (let at = 0; at < count; at++) {
    const film = films[at % films.length];
    if (film === undefined) continue;
    const copy = copies.of(film, Math.floor(at / films.length));
    await writeRow(movies, filmRow(copy));
    await writeRow(credits, [copy.id, names(copy.cast), crew(copy, "Director"), crew(copy, "Screenplay")]);
  }
  for (const file of [movies, credits]) {
    file.end();
    await finished(file);
  }
  return paths;
}

class Copies {
  readonly #random = randomNumbers(20_261_130);
  readonly #changed: (title: string) => string;
  readonly #words: readonly string[];
  /** Last names, by which people of a copy are called. */
  readonly #lastNames: readonly string[];

  constructor(films: readonly FilmRecord[]) {
    this.#changed = titleChanger(
      films.map(({ title }) => title),
      this.#random,
    );
    this.#words = films.flatMap(({ overview = "" }) => overview.split(" ").slice(0, 20));
    const people = new Set(films.flatMap(({ cast }) => cast.slice(0, 3).map(({ name }) => name)));
    this.#lastNames = [...people].map((name) => name.split(" ").at(-1) ?? name);
  }

  /** @param copy 0 is the film itself */
  of(film: FilmRecord, copy: number): FilmRecord {
    if (copy === 0) return film;
    const random = this.#random;
    const voteCount = fewerVotes(film.voteCount, random);
    const person = (one: { id: number; name: string }) => ({ id: 0, name: this.#called(one, copy) });
    const title = this.#changed(film.title);
    return {
      ...film,
      id: film.id + copy * IDS,
      imdbId:
        film.imdbId === undefined
          ? undefined
          : `tt${String(Number(film.imdbId.slice(2)) + copy * IMDB_IDS).padStart(7, "0")}`,
      title,
      originalTitle:
        film.originalTitle === undefined || film.originalTitle === film.title
          ? title
          : this.#changed(film.originalTitle),
      releaseDate: film.releaseDate && daysLater(film.releaseDate, Math.floor(DAYS * (2 * random() - 1))),
      budget: random() < MONEY_KEPT ? film.budget : undefined,
      revenue: random() < MONEY_KEPT ? film.revenue : undefined,
      popularity: film.popularity === undefined ? undefined : film.popularity * random() ** 3,
      voteCount,
      voteAverage:
        voteCount === 0 || film.voteAverage === undefined
          ? undefined
          : Math.min(10, Math.max(0.5, film.voteAverage + random() - 0.5)),
      overview: film.overview?.replace(/\S+/gu, (word) =>
        random() < CHANGED_WORDS ? (this.#words[Math.floor(random() * this.#words.length)] ?? word) : word,
      ),
      keywords: this.#some(film.keywords),
      companies: film.companies.map(({ id, name }) => ({
        id,
        name: random() < KEPT ? name : `${name} ${copy}`,
      })),
      cast: this.#some(film.cast).map(person),
      crew: film.crew.map(({ person: one, job }) => ({ person: person(one), job })),
    };
  }

  #some<Thing>(things: readonly Thing[]): readonly Thing[] {
    return things.filter(() => this.#random() < KEPT);
  }

  /** The same for the same person in a few copies. */
  #called({ id, name }: { id: number; name: string }, copy: number): string {
    const turn = Math.floor(copy / COPIES_OF_PEOPLE) + 1;
    const words = name.split(" ");
    const last = this.#lastNames[(Math.abs(id) * 31 + turn * 7919) % this.#lastNames.length] ?? "";
    return [...(words.length > 1 ? words.slice(0, -1) : words), last].join(" ");
  }
}

function filmRow(film: FilmRecord): Cell[] {
  return [
    film.id,
    film.title,
    (film.voteAverage ?? 0).toFixed(3),
    film.voteCount,
    "Released",
    film.releaseDate,
    film.revenue ?? 0,
    film.runtime ?? 0,
    film.adult ? "True" : "False",
    undefined,
    film.budget ?? 0,
    undefined,
    film.imdbId,
    film.originalLanguage,
    film.originalTitle ?? film.title,
    film.overview,
    (film.popularity ?? 0).toFixed(3),
    film.poster,
    undefined,
    film.genres.join(", "),
    names(film.companies),
    names(film.countries),
    names(film.spokenLanguages),
    names(film.keywords),
  ];
}

function names(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(", ");
}

function crew({ crew: all }: FilmRecord, wanted: string): string {
  return names(all.filter(({ job }) => job === wanted).map(({ person }) => person));
}

function daysLater(date: string, days: number): string {
  const day = new Date(Date.parse(date) + days * DAY);
  return Number.isNaN(day.getTime()) ? date : day.toISOString().slice(0, 10);
}

/** Waits where the file is slower than we are. */
async function writeRow(file: WriteStream, cells: readonly Cell[]): Promise<void> {
  if (!file.write(`${cells.map(written).join(",")}\n`)) await once(file, "drain");
}

function written(cell: Cell): string {
  const text = String(cell ?? "");
  return /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
