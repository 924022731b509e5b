/** Commands that ask one thing of one film differ only in the query and in how its result is put into words. */
import { z } from "zod";
import type { FilmRow } from "../../src/catalog/rows.js";
import type { Answer } from "../../src/chat/answer/schema.js";
import { type CommandSpec, defineCommand } from "../../src/chat/command/command.js";
import { filmRef } from "../../src/chat/command/options.js";
import type { Command, Context } from "../../src/chat/contract.js";
import type { Words } from "../../src/words.js";
import { aboutFilm } from "./film-frame.js";
import { forFilm } from "./reference.js";

/** Where a phrase names the film. */
export const THE_FILM: Words = {
  es: "[de|del] [la película|la peli|el film] {titulo}",
  en: "[the (film|movie)] {titulo}",
};

const filmOptions = z.strictObject({ titulo: filmRef() });

interface FilmCommandSpec<Result>
  extends Pick<
    CommandSpec<typeof filmOptions, Result>,
    "names" | "synonyms" | "summary" | "phrases" | "result" | "label" | "examples"
  > {
  /** The film's row → the typed result. */
  query(context: Context, row: FilmRow): Result;
  /** The result in words; namesakes, what was understood, the poster and the way to the card are added to it. */
  answer(context: Context, result: Result): Answer;
}

export function filmCommand<Result>({ query, answer, ...spec }: FilmCommandSpec<Result>): Command {
  return defineCommand({
    ...spec,
    options: filmOptions,
    positional: ["titulo"],
    run: (context) =>
      forFilm<Result>(context, "titulo", (row) => {
        const result = query(context, row);
        return { status: "ok", result, answer: aboutFilm(context, row, answer(context, result)) };
      }),
  });
}
