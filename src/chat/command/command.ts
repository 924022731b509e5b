/** The command model: a command is data; everything a platform needs is derived from it. */
import type { z } from "zod";
import type { Words } from "../../words.js";
import type { Reply } from "../answer/answer.js";
import type { Context } from "../context.js";

export interface CommandSpec<Options extends z.ZodObject, Result> {
  /** Spanish, ASCII, lower case: the name on every platform. */
  readonly name: string;
  readonly summary: Words;
  /** A strict object; each option carries its kind and its name in both languages as metadata (`options.ts`). */
  readonly options: Options;
  /** What `result` holds where the status is ok: for the API's documentation, and held against answers by the tests. */
  readonly result: z.ZodType<Result>;
  /** Option names that can be typed without a name, in order. */
  readonly positional: readonly (keyof z.input<Options> & string)[];
  /** Questions that give an interesting answer on the starter catalogue, as typed after the slash. */
  readonly examples: readonly [string, ...string[]];
  run(context: Context, options: z.output<Options>): Reply<Result> | Promise<Reply<Result>>;
}

/** A command whose option and result types are no longer of interest to whoever holds it. */
export interface Command extends Omit<CommandSpec<z.ZodObject, unknown>, "positional" | "run"> {
  readonly positional: readonly string[];
  run(context: Context, options: Record<string, unknown>): Reply | Promise<Reply>;
}

export function defineCommand<Options extends z.ZodObject, Result>(
  spec: CommandSpec<Options, Result>,
): Command {
  return spec as unknown as Command;
}
