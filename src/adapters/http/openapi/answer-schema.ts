/** The parts of a response that are the same for every command, as schemas for the documentation. */
import { z } from "zod";
import type { Answer, Choice } from "../../../chat/answer/answer.js";
import type { ErrorCode } from "../api/http-error.js";

const choiceSchema = z
  .object({
    label: z.string(),
    command: z.string().describe("Whose question it is"),
    options: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe("Exact values, to be given as parameters"),
    said: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("What people may type to pick it, in lower case without accents"),
  })
  .meta({ id: "Choice", description: "A further question that can be asked by picking it" });

choiceSchema satisfies z.ZodType<Choice>;

export const answerSchema = z
  .object({
    kind: z.enum(["film", "person", "figure", "list", "choices", "empty", "help", "error"]),
    title: z.string().optional(),
    text: z.string().optional().describe("Paragraphs are separated by a blank line"),
    fields: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    list: z.array(z.string()).optional().describe("At most 100 lines and one that says how many are missing"),
    image: z.string().optional().describe("Link to a picture"),
    choices: z.array(choiceSchema).optional(),
    prompt: z.string().optional().describe("Said before the choices"),
    footer: z.string().optional(),
  })
  .meta({ id: "Answer", description: "What is told to people, in their language: plain text, no markup" });

answerSchema satisfies z.ZodType<Answer>;

const errorCodes = [
  "invalid_request",
  "invalid_url",
  "invalid_parameter",
  "repeated_parameter",
  "unknown_parameter",
  "missing_parameter",
  "not_found",
  "method_not_allowed",
  "too_long",
  "too_large",
  "too_slow",
  "too_many_requests",
  "unavailable",
  "internal",
] as const satisfies readonly ErrorCode[];

export const errorSchema = z
  .object({
    code: z.enum(errorCodes),
    parameter: z.string().optional().describe("The parameter at fault"),
    parameters: z.array(z.string()).optional().describe("The parameters that exist"),
    nearest: z.string().optional().describe("The address that may have been meant"),
  })
  .meta({ id: "Error" });

export const choicesSchema = z
  .object({ status: z.literal("choices"), result: z.null(), answer: answerSchema })
  .meta({
    id: "ChoicesAnswer",
    description: "Several things fit what was asked: pick one of answer.choices",
  });

export const emptySchema = z
  .object({
    status: z.enum(["empty", "error"]),
    result: z.unknown(),
    answer: answerSchema,
    error: errorSchema.optional(),
  })
  .meta({ id: "NothingFound", description: "Nothing fits; answer.choices may hold what comes near" });

export const failureSchema = z
  .object({ status: z.literal("error"), result: z.null(), answer: answerSchema, error: errorSchema })
  .meta({ id: "Failure" });

export const lineAnswerSchema = z
  .object({
    command: z.string().nullable().describe("The command that was asked; null where none was understood"),
    status: z.enum(["ok", "choices", "empty", "error"]),
    result: z.unknown().describe("The result of that command, where the status is ok"),
    answer: answerSchema,
  })
  .meta({ id: "LineAnswer" });

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
        examples: z.array(z.string()),
      }),
    ),
    notice: z.string(),
  })
  .meta({ id: "About" });
