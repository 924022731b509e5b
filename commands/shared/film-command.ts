/** Commands that ask one thing of one film differ only in the query and in how its result is put into words. */
import { z } from "zod";
import type { Answer } from "../../src/chat/answer/answer.js";
import { type Command, type CommandSpec, defineCommand } from "../../src/chat/command/command.js";
import type { Context } from "../../src/chat/context.js";
import { filmRef } from "../../src/chat/command/options.js";
import { forFilm } from "./reference.js";

const filmOptions = z.strictObject({ titulo: filmRef() });

interface FilmCommandSpec<Result>
  extends Pick<CommandSpec<typeof filmOptions, Result>, "name" | "summary" | "result" | "examples"> {
  /** The film's row → the typed result. */
  query(context: Context, row: number): Result;
  /** The result in words; namesakes and what was understood are added to it. */
  answer(context: Context, result: Result): Answer;
}

export function filmCommand<Result>({ query, answer, ...spec }: FilmCommandSpec<Result>): Command {
  return defineCommand({
    ...spec,
    options: filmOptions,
    positional: ["titulo"],
    run: (context, options) =>
      forFilm(context, { command: spec.name, option: "titulo", options }, (row) => {
        const result = query(context, row);
        return { status: "ok", result, answer: answer(context, result) };
      }),
  });
}
