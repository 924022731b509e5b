/**
 * What leaves over HTTP, as schemas: those of the chat, with what programs and pages need besides to ask further. The
 * types of what is sent are made from them, and so is the documentation.
 */
import { z } from "zod";
import {
  answerSchema,
  choiceSchema,
  foldSchema,
  lineSchema,
  linkedMediaSchema,
  mentionSchema,
  questionSchema,
  richTextSchema,
  tableSchema,
} from "../../../chat/answer/schema.js";
import { ERROR_CODES, type ErrorCode } from "../../../chat/errors/codes.js";

/** Metadata is not handed on to what is made of a schema: the name it has in the documentation least of all. */
const named = (id: string, { description }: z.ZodType) => ({ id, description });

const mention = mentionSchema
  .extend({
    line: z
      .string()
      .optional()
      .describe("What asks it, as typed in a chat; missing where something has to be filled in first"),
  })
  .meta(named("Mention", mentionSchema));

const text = z
  .union([z.string(), z.array(z.union([z.string(), mention])).readonly()])
  .meta(named("RichText", richTextSchema));

const asked = z
  .string()
  .optional()
  .describe("What asks it, as typed in a chat; missing where it is too long to be typed");

const line = lineSchema
  .extend({
    head: text,
    line: asked.describe("What asks `asks`, as typed in a chat"),
    poster: z.string().optional().describe("Link to the poster of the film that `asks` is about"),
  })
  .meta(named("Line", lineSchema));

const list = z.object({
  heading: text.optional(),
  numbered: z.boolean().optional().describe("Whether its lines are counted: the order says something"),
  lines: z.array(line).readonly().describe("At most 300, and one that says how many are missing"),
  more: z.int().optional().describe("How many are missing"),
});

const choice = choiceSchema.extend({ line: asked }).meta(named("Choice", choiceSchema));

const fold = foldSchema
  .extend({ text: text.optional(), list: list.optional() })
  .meta(named("Fold", foldSchema));

/** An answer as it is sent. Nobody can be vouched for over HTTP: what a button would do is left out, and what only somebody known is sent. */
export const sentAnswerSchema = answerSchema
  .omit({ actions: true, files: true })
  .extend({
    title: text.optional(),
    glance: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("What one wants to know at once, a short line each"),
    text: text.optional().describe("Paragraphs are separated by a blank line"),
    list: list.optional(),
    table: tableSchema.optional(),
    media: linkedMediaSchema.optional().describe("A picture; the address of one of our own is a data: URL"),
    folds: z.array(fold).readonly().optional().describe("Further parts, closed until they are opened"),
    choices: z.array(choice).readonly().optional(),
    follow: z
      .array(choice)
      .readonly()
      .optional()
      .describe("Where it leads: further questions about what is told; unlike choices they ask nothing"),
    prompt: text.optional().describe("Said before the choices"),
    footer: text.optional(),
  })
  .meta(named("Answer", answerSchema));

export type SentAnswer = Readonly<z.infer<typeof sentAnswerSchema>>;
export type SentText = z.infer<typeof text>;
export type SentMention = Readonly<z.infer<typeof mention>>;
export type SentLine = Readonly<z.infer<typeof line>>;
export type SentFold = Readonly<z.infer<typeof fold>>;
export type SentChoice = Readonly<z.infer<typeof choice>>;

const code = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]);

/** RFC 9457, with extensions. */
export const problemSchema = z
  .object({
    type: z.string().describe("Address of what the code means"),
    title: z.string().describe("What the code means"),
    status: z.int().describe("The response's status code"),
    detail: z.string().describe("What went wrong this time, in the reader's language"),
    code,
    parameter: z.string().optional().describe("The parameter at fault, as it was named"),
    parameters: z.array(z.string()).readonly().optional().describe("The parameters that exist"),
    nearest: z.string().optional().describe("The address that may have been meant"),
    id: z.string().optional().describe("Finds it in the log, where it is a fault of ours"),
    answer: sentAnswerSchema.describe("The same for a chat; its choices are what may have been meant"),
  })
  .meta({ id: "Problem", description: "What went wrong, after RFC 9457" });

export type Problem = Readonly<z.infer<typeof problemSchema>>;

/** Where a list goes on: addresses of this server. */
export const linksSchema = z
  .object({
    next: z.string().optional().describe("The next page"),
    prev: z.string().optional().describe("The page before"),
  })
  .meta({
    id: "Links",
    description: "Where a list goes on, and where it comes from: addresses of this server",
  });

export type Links = Readonly<z.infer<typeof linksSchema>>;

export const choicesSchema = z
  .object({ status: z.literal("choices"), result: z.null(), answer: sentAnswerSchema })
  .meta({
    id: "ChoicesAnswer",
    description: "Several things fit what was asked: pick one of answer.choices",
  });

export const emptySchema = z
  .object({ status: z.literal("empty"), result: z.unknown(), answer: sentAnswerSchema })
  .meta({ id: "NothingFound", description: "Nothing fits; answer.choices may hold what comes near" });

export const lineAnswerSchema = z
  .object({
    command: z.string().nullable().describe("The command that was asked; null where none was understood"),
    line: z
      .string()
      .optional()
      .describe("What asks the same alone, as typed in a chat, where it took the question before to ask it"),
    page: z
      .string()
      .optional()
      .describe("Where the same is to be read as a page, from where this server's addresses begin"),
    status: z.enum(["ok", "choices", "empty", "error"]),
    result: z.unknown().describe("The result of that command, where the status is ok"),
    answer: sentAnswerSchema,
    error: problemSchema
      .pick({ code: true, parameter: true, id: true })
      .optional()
      .describe("What went wrong, where the status is error"),
  })
  .meta({ id: "LineAnswer" });

export type LineAnswer = Readonly<z.infer<typeof lineAnswerSchema>>;

export const sentenceAnswerSchema = lineAnswerSchema
  .omit({ error: true, line: true, page: true })
  .extend({
    understood: questionSchema
      .nullable()
      .describe("The question that the sentence was taken for, with exact values; null where it asks none"),
  })
  .meta({ id: "SentenceAnswer" });

export type SentenceAnswer = Readonly<z.infer<typeof sentenceAnswerSchema>>;

export const completionsSchema = z
  .object({
    completions: z.array(
      z.object({
        label: z.string(),
        value: z.string().describe("Exact"),
        insert: z.string().describe("The whole line, as a person would have typed it"),
      }),
    ),
  })
  .meta({ id: "Completions" });

export const aboutSchema = z
  .object({
    films: z.int(),
    dataDate: z.string().describe("YYYY-MM-DD"),
    version: z.string().describe("Of the index"),
    commands: z.array(
      z.object({
        name: z.string(),
        summary: z.string(),
        usage: z.string(),
        required: z.array(z.string()).describe("Options without which it answers nothing"),
        examples: z.array(z.string()),
      }),
    ),
    notice: z.string(),
  })
  .meta({ id: "About" });

export type About = z.infer<typeof aboutSchema>;
