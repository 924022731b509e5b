/**
 * The answer model: plain text without markup, in parts that a platform can set in its own way. An adapter renders it
 * within its platform's limits and escapes it for its markup; it adds nothing, and takes no sentence apart.
 */
import { z } from "zod";

/** A value that an option or the state of an action can hold; several where it is a list. */
export const optionValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).readonly(),
]);

export type OptionValue = z.infer<typeof optionValueSchema>;
export type OptionValues = Readonly<Record<string, OptionValue>>;

const optionValuesSchema = z.record(z.string(), optionValueSchema).readonly();

/** A command named within a text: each platform shows it as its people type or press it. */
export const mentionSchema = z
  .object({
    command: z.string().describe("Name of the command"),
    typed: z.string().optional().describe("What is typed after its name"),
  })
  .meta({ id: "Mention", description: "A command named within a text" });

export type Mention = Readonly<z.infer<typeof mentionSchema>>;

/** A moment within a text: where a platform shows each reader their own time, it is that; elsewhere `text`. */
export const momentSchema = z
  .object({
    instant: z.string().describe("ISO 8601"),
    text: z.string().describe("How it reads, with its zone"),
  })
  .meta({ id: "Moment", description: "A moment within a text" });

export type Moment = Readonly<z.infer<typeof momentSchema>>;

/** Text in which commands may be mentioned, and moments told. `rich-text.ts` makes and reads it. */
export const richTextSchema = z
  .union([z.string(), z.array(z.union([z.string(), mentionSchema, momentSchema])).readonly()])
  .meta({ id: "RichText", description: "Plain text, or its parts where commands are mentioned in it" });

export type RichText = z.infer<typeof richTextSchema>;

/** A question of a command. */
export const questionSchema = z
  .object({
    command: z.string().describe("Name of the command"),
    options: optionValuesSchema.describe("Exact values, to be given as parameters"),
  })
  .meta({ id: "Question", description: "A question of a command" });

/** One entry of a list: what it is about, what is told of it, and why it is there. */
export const lineSchema = z
  .object({
    head: richTextSchema,
    details: z.array(z.string()).readonly().optional().describe("Facts, in order"),
    why: z.string().optional().describe("Why it is among the answers"),
    asks: questionSchema
      .optional()
      .describe("The question that tells more of it, with exact values: what “the second” picks"),
  })
  .meta({ id: "Line" });

export type Line = Readonly<z.infer<typeof lineSchema>>;

const listSchema = z.object({
  heading: richTextSchema.optional(),
  numbered: z.boolean().optional().describe("Whether its lines are counted: the order says something"),
  lines: z.array(lineSchema).readonly().describe("In order; whoever shows them pages or cuts, and says so"),
});

export type List = Readonly<z.infer<typeof listSchema>>;

export const tableSchema = z
  .object({
    head: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly().describe("As many cells a row as the head has"),
  })
  .meta({ id: "Table" });

export type Table = Readonly<z.infer<typeof tableSchema>>;

/** A picture on the web. It is never fetched by us. */
export const linkedMediaSchema = z
  .object({
    kind: z.literal("link"),
    url: z.string(),
    alt: z.string().describe("What it shows, for those who cannot see it"),
  })
  .meta({ id: "Media" });

/** A picture of our own making. */
const ownMediaSchema = z.object({
  kind: z.literal("bytes"),
  bytes: z.instanceof(Uint8Array),
  type: z.enum(["image/png", "image/jpeg", "image/svg+xml"]),
  alt: z.string(),
});

/** What whoever asked may keep. */
const fileSchema = z.object({
  name: z.string().describe("With its ending"),
  type: z.enum(["text/csv", "application/json"]),
  bytes: z.instanceof(Uint8Array),
});

export type AnswerFile = Readonly<z.infer<typeof fileSchema>>;

const mediaSchema = z.discriminatedUnion("kind", [linkedMediaSchema, ownMediaSchema]);

export type LinkedMedia = Readonly<z.infer<typeof linkedMediaSchema>>;
export type OwnMedia = Readonly<z.infer<typeof ownMediaSchema>>;
export type Media = LinkedMedia | OwnMedia;

/** A further question the reader can ask by picking it. `options` are exact ("tmdb:329"). */
export const choiceSchema = z
  .object({
    label: z.string(),
    command: z.string().describe("Whose question it is"),
    options: optionValuesSchema.describe("Exact values, to be given as parameters"),
    said: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("What people may type to pick it, in lower case without accents"),
    inPlace: z
      .boolean()
      .optional()
      .describe(
        "Whether its answer takes the place of this one, where a surface can: the next ones of a list",
      ),
  })
  .meta({ id: "Choice", description: "A further question that can be asked by picking it" });

export type Choice = Readonly<z.infer<typeof choiceSchema>>;

/** A page of somebody else's about what the answer tells. */
export const linkSchema = z
  .object({ label: z.string(), url: z.string().describe("https") })
  .meta({ id: "Link", description: "A page elsewhere about what the answer tells" });

export type Link = Readonly<z.infer<typeof linkSchema>>;

/** A button that does something: its handler is found by its name and given its state. */
export const actionSchema = z
  .object({
    label: z.string(),
    action: z.string().describe("Name of its handler"),
    state: optionValuesSchema.describe("What the handler is given"),
    active: z.boolean().optional().describe("Whether it is what holds now"),
    shared: z
      .enum(["update", "reply"])
      .optional()
      .describe(
        "Where anybody who sees it may press it, whoever's answer it stands under: `update`, what comes of it takes this " +
          "answer's place for all; `reply`, this answer stays, and what comes of it is for whoever pressed alone, where that can be",
      ),
  })
  .meta({ id: "Action", description: "A button that does something, for surfaces that know who presses it" });

export type Action = Readonly<z.infer<typeof actionSchema>>;

/** What an answer is about, so that an adapter can choose a form (card, list, buttons). */
export const ANSWER_KINDS = [
  "film",
  "person",
  "figure",
  "list",
  "choices",
  "empty",
  "help",
  "error",
] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

export const fieldSchema = z.object({ name: z.string(), value: z.string() });

export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** What only those read who ask for it: behind a button, within a quote that opens. */
export const foldSchema = z
  .object({
    label: z.string().describe("What it holds: the text of the button, the head of the quote"),
    text: richTextSchema.optional(),
    spoiler: z
      .boolean()
      .optional()
      .describe("Whether nobody may read a word of its text before they open it"),
    fields: z.array(fieldSchema).readonly().optional(),
    list: listSchema.optional(),
  })
  .meta({ id: "Fold", description: "A part that is shown to those who open it" });

export type Fold = Readonly<z.infer<typeof foldSchema>>;

export const answerSchema = z
  .object({
    kind: z.enum(ANSWER_KINDS),
    title: richTextSchema.optional(),
    glance: z
      .array(richTextSchema)
      .readonly()
      .optional()
      .describe("What one wants to know at once, a short line each, between title and text"),
    text: richTextSchema.optional().describe("Paragraphs are separated by a blank line"),
    fields: z.array(fieldSchema).readonly().optional(),
    list: listSchema.optional(),
    table: tableSchema.optional(),
    folds: z.array(foldSchema).readonly().optional().describe("Further parts, closed until they are opened"),
    media: mediaSchema.optional(),
    files: z.array(fileSchema).readonly().optional().describe("Sent with it, for whoever asked to keep"),
    choices: z.array(choiceSchema).readonly().optional(),
    follow: z
      .array(choiceSchema)
      .readonly()
      .optional()
      .describe("Where it leads: further questions about what is told; unlike choices they ask nothing"),
    links: z.array(linkSchema).readonly().optional(),
    actions: z.array(actionSchema).readonly().optional(),
    prompt: richTextSchema
      .optional()
      .describe("Said before the choices, where the title does not already ask"),
    footer: richTextSchema.optional(),
    notice: z.boolean().optional().describe("Whether the data source's notice has to stand below it"),
  })
  .meta({ id: "Answer", description: "What is told to people, in their language: plain text, no markup" });

export type Answer = Readonly<z.infer<typeof answerSchema>>;
