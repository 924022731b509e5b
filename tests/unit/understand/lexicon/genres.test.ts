/** How people say genres: each that is listed in a sentence. */
import { describe, expect, it } from "vitest";
import { GENRES, WITHOUT_GENRES } from "../../../../src/understand/lexicon/filters/genres.js";
import { meanings } from "../two-films.js";

const SAID: readonly (readonly [sentence: string, ...genres: string[]])[] = [
  ["una de tiros", "Action"],
  ["pelis de aventuras", "Adventure"],
  ["dibujos animados", "Animation"],
  ["algo para cagarse de risa", "Comedy"],
  ["pelis policiales", "Crime"],
  ["un documental", "Documentary"],
  ["un dramón para llorar", "Drama"],
  ["para ver con los niños", "Family"],
  ["pelis de magia", "Fantasy"],
  ["cine de época", "History"],
  ["algo que dé miedo", "Horror"],
  ["un musical", "Music"],
  ["una de misterio", "Mystery"],
  ["una de amor", "Romance"],
  ["sci-fi movies", "Science Fiction"],
  ["una de suspenso", "Thriller"],
  ["cine bélico", "War"],
  ["una de vaqueros", "Western"],
  ["comedias románticas", "Comedy", "Romance"],
  ["una dramedia", "Comedy", "Drama"],
  ["comedias de acción", "Action", "Comedy"],
  ["comedia de terror", "Horror", "Comedy"],
  ["un drama romántico", "Drama", "Romance"],
  ["un thriller policiaco", "Thriller", "Crime"],
  ["un drama bélico", "Drama", "War"],
  ["dramas históricos", "Drama", "History"],
  ["a crime drama", "Drama", "Crime"],
  ["documentales musicales", "Documentary", "Music"],
  ["dibujos infantiles", "Animation", "Family"],
];

const UNWANTED: readonly (readonly [sentence: string, ...genres: string[]])[] = [
  ["una peli para adultos", "Family"],
  ["live action movies", "Animation"],
];

const sorted = (lists: readonly (readonly string[])[]) => lists.map((list) => list.join(" + ")).sort();

describe("genres", () => {
  it.each(SAID)("“%s” is %s %s", (sentence, ...genres) => {
    expect(meanings(sentence)).toContainEqual({ kind: "genre", genres });
  });

  it.each(UNWANTED)("“%s” is without %s", (sentence, ...genres) => {
    expect(meanings(sentence)).toContainEqual({ kind: "genre", genres, without: true });
  });

  it("have a sentence each", () => {
    const listed = (table: typeof GENRES) => sorted(table.map(([genres]) => genres));
    expect(sorted(SAID.map(([, ...genres]) => genres))).toEqual(listed(GENRES));
    expect(sorted(UNWANTED.map(([, ...genres]) => genres))).toEqual(listed(WITHOUT_GENRES));
  });
});
