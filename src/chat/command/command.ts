/** How a command is defined: it is data, and everything a platform needs is derived from it. */
import { z } from "zod";
import type { Words } from "../../words.js";
import type { Reply } from "../answer/reply.js";
import type {
  Access,
  Command,
  Context,
  Effect,
  Phrases,
  QuestionLabel,
  Synonyms,
  TextCompletion,
  Where,
} from "../contract.js";
import type { OptionWords } from "./options.js";

export interface CommandSpec<Options extends z.ZodObject, Result> {
  /** ASCII, lower case, one word or two. The Spanish one is its name on every platform. */
  readonly names: Words;
  readonly summary: Words;
  /** "read" unless said. */
  readonly effect?: Effect;
  /** "anyone" unless said. */
  readonly access?: Access;
  /** "anywhere" unless said; what is for groups is offered nowhere else. */
  readonly where?: Where;
  /**
   * Whether the same options have the same answer for as long as an index version lasts, whoever asks and whenever.
   * True of a read unless said, never of a write.
   */
  readonly cacheable?: boolean;
  /** None unless said; the name in English is one in any case. */
  readonly synonyms?: Synonyms;
  readonly phrases?: Phrases;
  /** A strict object; each option carries its kind and its name in both languages as metadata (`options.ts`). */
  readonly options: Options;
  /** What `result` holds where the status is ok: for the API's documentation, and held against answers by the tests. */
  readonly result: z.ZodType<Result>;
  /** Option names that can be typed without a name, in order. */
  readonly positional: readonly (keyof z.input<Options> & string)[];
  /** Questions that give an interesting answer on the starter catalogue, as typed after the slash. */
  readonly examples: readonly [string, ...string[]];
  readonly label?: QuestionLabel;
  /** None is read unless said. */
  readonly file?: OptionWords;
  readonly completed?: TextCompletion;
  /** The option that says as what its picture is drawn ("png", "svg"); undefined where it has none of its own. */
  readonly picture?: keyof z.input<Options> & string;
  run(context: Context, options: z.output<Options>): Reply<Result> | Promise<Reply<Result>>;
}

/** Options that do not fit a schema; `invalid-option.ts` puts it into words. */
export class InvalidOptions extends Error {
  override readonly name = "InvalidOptions";

  constructor(readonly issues: readonly z.core.$ZodIssue[]) {
    super(issues.map(({ message }) => message).join("; "));
  }
}

const NONE: Phrases & Synonyms = { es: [], en: [] };

export function defineCommand<Options extends z.ZodObject, Result>(
  spec: CommandSpec<Options, Result>,
): Command {
  const { names, effect = "read", access = "anyone", synonyms = NONE, phrases = NONE, options } = spec;
  return {
    name: names.es,
    names,
    summary: spec.summary,
    effect,
    access,
    where: spec.where ?? "anywhere",
    cacheable: effect === "read" && (spec.cacheable ?? true),
    synonyms,
    phrases,
    options,
    result: spec.result,
    positional: spec.positional,
    examples: spec.examples,
    label: spec.label,
    file: spec.file,
    picture: spec.picture,
    sentence: undefined,
    completed: spec.completed,
    async run(context, given) {
      return spec.run(context, checkedOptions(options, given));
    },
  };
}

/** What a command is that only stands for others: it has neither a result nor anything to run. */
export type SentenceCommandSpec<Options extends z.ZodObject> = Pick<
  CommandSpec<Options, unknown>,
  "names" | "synonyms" | "summary" | "options" | "examples"
> & { readonly sentence: keyof z.input<Options> & string };

/** A command that is asked with a sentence, and answered by the command which that means. */
export function defineSentenceCommand<Options extends z.ZodObject>({
  sentence,
  ...spec
}: SentenceCommandSpec<Options>): Command {
  const command = defineCommand({
    ...spec,
    result: z.unknown(),
    positional: [sentence],
    run: (): never => {
      throw new Error(`/${spec.names.es} runs nothing: its sentence is answered`);
    },
  });
  return { ...command, sentence };
}

/** @throws InvalidOptions */
export function checkedOptions<Options extends z.ZodObject>(
  options: Options,
  given: Readonly<Record<string, unknown>>,
): z.output<Options> {
  const read = options.safeParse(given);
  if (!read.success) throw new InvalidOptions(read.error.issues);
  return read.data;
}
