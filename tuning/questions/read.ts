/** Labelled questions: what was typed, and the title that was meant. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../src/find/port.js";
import { PACKAGE_ROOT } from "../../src/package-root.js";
import { itemAt } from "../item-at.js";

export interface LabelledQuestion {
  /** How the question came about: exact, lower, edit1, edit2, article, subtitle, phonetic, space, words. */
  readonly kind: string;
  readonly query: string;
  /** The source's title of the film that was meant: any film of that title is right. */
  readonly title: string;
}

const FILE = join(PACKAGE_ROOT, "../shared/eval/title-queries.dev.jsonl");

/** @returns undefined where the questions are not there */
export function developmentQuestions(): LabelledQuestion[] | undefined {
  if (!existsSync(FILE)) return undefined;
  return linesOf(FILE).map((line) => JSON.parse(line) as LabelledQuestion);
}

/** Titles that nobody gave a film: words thrown together, and mere letters. */
export function madeUpTitles(): string[] {
  return linesOf(join(PACKAGE_ROOT, "tuning/questions/made-up-titles.txt"));
}

/** A question as people type it, Spanish titles among them, with the film's TMDB id. */
export interface TypedQuestion extends LabelledQuestion {
  readonly id: number;
  /** `full`: the film is in the full dataset only. */
  readonly where: "starter" | "full";
}

/** As people type on a phone, and films by their names in Spain and Latin America, old versions by their year. */
export function typedQuestions(): TypedQuestion[] {
  const files = ["typed-questions.jsonl", "spanish-titles.jsonl"];
  return files.flatMap((file) =>
    linesOf(join(PACKAGE_ROOT, "tuning/questions", file)).map((line) => JSON.parse(line)),
  );
}

/**
 * Titles written otherwise than they are listed: numbers in words, by ear, in Latin letters or another script,
 * shortened.
 */
export function titlesWrittenOtherwise(): TypedQuestion[] {
  const lines = linesOf(join(PACKAGE_ROOT, "tuning/questions/titles-written-otherwise.jsonl"));
  return lines.map((line) => JSON.parse(line));
}

/** A name as it is typed, with the person's TMDB id. */
export interface TypedPerson {
  readonly query: string;
  readonly role: Role;
  readonly id: number;
  readonly name: string;
}

export function typedPeople(): TypedPerson[] {
  return linesOf(join(PACKAGE_ROOT, "tuning/questions/typed-people.jsonl")).map((line) => JSON.parse(line));
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").trim().split("\n");
}

/** A line as somebody gave it, with what a sensible person would answer it with. */
export interface GivenName {
  readonly input: string;
  /** In words: "Toy Story|1995"; null where nothing of the catalogue is meant. */
  readonly expected: unknown;
  /** TMDB ids of films, "p:Name", "c:Name", "co:Name": each is right; null: say that there is none. */
  readonly ids: readonly (number | string)[] | null;
  readonly kind: string;
}

const NAMES = join(PACKAGE_ROOT, "../shared/eval/names.dev.jsonl");

/** @returns undefined where they are not there */
export function givenNames(): GivenName[] | undefined {
  if (!existsSync(NAMES)) return undefined;
  return linesOf(NAMES).map((line) => JSON.parse(line) as GivenName);
}

export interface RecentFilm {
  readonly id: number;
  readonly title: string;
  readonly year: number;
}

const RECENT = join(PACKAGE_ROOT, "../shared/data/recent-films.jsonl");

/** Films of the last years, most of which the dataset lacks. @returns undefined where they are not there */
export function recentFilms(): RecentFilm[] | undefined {
  if (!existsSync(RECENT)) return undefined;
  return linesOf(RECENT).flatMap((line) => {
    const film = JSON.parse(line) as { tmdb_id: number; title: string; release_date?: string };
    if (film.release_date === undefined) return [];
    return { id: film.tmdb_id, title: film.title, year: Number(film.release_date.slice(0, 4)) };
  });
}

/** Every n-th question, so that all kinds are there: peers are slow. */
export function sample(questions: readonly LabelledQuestion[], size: number): LabelledQuestion[] {
  const step = Math.max(1, questions.length / size);
  return Array.from({ length: Math.min(size, questions.length) }, (_, i) =>
    itemAt(questions, Math.floor(i * step)),
  );
}
