/** Commands that ask one thing of one film differ only in the query and in how its result is put into words. */
import { z } from "zod";
import type { FilmRow, PlatformTitleRow } from "../../src/catalog/rows.js";
import type { Reply } from "../../src/chat/answer/reply.js";
import type { Answer } from "../../src/chat/answer/schema.js";
import { type CommandSpec, defineCommand } from "../../src/chat/command/command.js";
import { filmRef } from "../../src/chat/command/options.js";
import type { Command, Context } from "../../src/chat/contract.js";
import type { Words } from "../../src/words.js";
import { forFilm } from "./reference.js";
import { isSeries } from "./series.js";

/** Where a phrase names the film. */
export const THE_FILM: Words = {
  es: "[de|del] [la película|la peli|el film] {titulo}",
  en: "[the (film|movie)] {titulo}",
};

const filmOptions = z.strictObject({ titulo: filmRef() });

interface FilmCommandSpec<Result, OfSeries>
  extends Pick<
    CommandSpec<typeof filmOptions, Result | OfSeries>,
    "names" | "synonyms" | "summary" | "phrases" | "result" | "label" | "examples"
  > {
  /** The film's row → the typed result. */
  query(context: Context, row: FilmRow): Result;
  /** The result in words; namesakes and what was understood are added to it. */
  answer(context: Context, result: Result): Answer;
  /** Where a series is named. Unless said, it is told that it is one, with a way to its card. */
  ofSeries?(context: Context, row: PlatformTitleRow): Reply<OfSeries>;
}

export function filmCommand<Result, OfSeries = never>({
  query,
  answer,
  ofSeries = isSeries,
  ...spec
}: FilmCommandSpec<Result, OfSeries>): Command {
  return defineCommand({
    ...spec,
    options: filmOptions,
    positional: ["titulo"],
    run: (context) =>
      forFilm<Result | OfSeries>(
        context,
        "titulo",
        (row) => {
          const result = query(context, row);
          return { status: "ok", result, answer: answer(context, result) };
        },
        (row) => ofSeries(context, row),
      ),
  });
}
