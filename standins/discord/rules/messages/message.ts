/** What Discord refuses in a message: its text, embeds, components, poll and mentions. */
import { absent, isObject, isSnowflake, list, object, objects, text } from "../../json.js";
import { type Path, refused } from "../../refused.js";
import type { Json } from "../../types.js";
import { countRule, enforce, REQUIRED, type Rule, textRule } from "../rule.js";
import { buttonRules } from "./buttons.js";
import { componentRules } from "./components.js";
import { componentsV2Rules } from "./components-v2.js";
import { embedRules, isEmptyEmbed } from "./embeds.js";
import { menuRules } from "./menus.js";

export const Flag = { suppressEmbeds: 4, ephemeral: 64, componentsV2: 32_768 } as const;

export interface MessageSubject {
  readonly body: Json;
  /** Where the message stands in the request: ["data"] in callbacks, [] in webhooks. */
  readonly base: Path;
  /** Components v2: by its own flags, or those of the message it edits. */
  readonly v2: boolean;
  /** Names of the files that the message has; undefined where nobody looks. */
  readonly attachments?: readonly string[];
}

const PARSE = ["users", "roles", "everyone"];
const FLAGS_UNDERSTOOD = ["number", "undefined"];

export const contentRules: readonly Rule<MessageSubject>[] = [
  textRule("content: 2,000", { max: 2_000 }, ({ body, base }) => [[[...base, "content"], body.content]]),
  {
    name: "flags: a whole number",
    check({ body, base }, report) {
      if (body.flags === null || FLAGS_UNDERSTOOD.includes(typeof body.flags)) return;
      report([...base, "flags"], "NUMBER_TYPE_COERCE", `Value "${String(body.flags)}" is not int.`);
    },
  },
];

export const mentionRules: readonly Rule<MessageSubject>[] = [
  {
    name: "allowed_mentions: an object",
    check({ body, base }, report) {
      if (absent(body.allowed_mentions) || isObject(body.allowed_mentions)) return;
      const message = "Only dictionaries may be used in a ModelType";
      report([...base, "allowed_mentions"], "MODEL_TYPE_CONVERT", message);
    },
  },
  {
    name: "allowed_mentions: kinds that exist",
    check({ body, base }, report) {
      for (const [index, kind] of list(object(body.allowed_mentions).parse).entries()) {
        if (PARSE.includes(kind as string)) continue;
        const message = "Value must be one of ('everyone', 'roles', 'users').";
        report([...base, "allowed_mentions", "parse", index], "BASE_TYPE_CHOICES", message);
      }
    },
  },
  {
    name: "allowed_mentions: ids that are ids",
    check({ body, base }, report) {
      for (const name of ["users", "roles"]) {
        for (const [index, id] of list(object(body.allowed_mentions)[name]).entries()) {
          if (isSnowflake(id)) continue;
          const message = `Value "${String(id)}" is not snowflake.`;
          report([...base, "allowed_mentions", name, index], "NUMBER_TYPE_COERCE", message);
        }
      }
    },
  },
  countRule("allowed_mentions: at most 100 of each", { max: 100 }, ({ body, base }) =>
    ["users", "roles"].map((name) => [
      [...base, "allowed_mentions", name],
      object(body.allowed_mentions)[name],
    ]),
  ),
  {
    name: "allowed_mentions: a kind or its ids, not both",
    check({ body, base }, report) {
      const allowed = object(body.allowed_mentions);
      for (const name of ["users", "roles"]) {
        if (!list(allowed.parse).includes(name) || list(allowed[name]).length === 0) continue;
        const message = `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`;
        report([...base, "allowed_mentions"], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
      }
    },
  },
];

const pollOf = ({ body }: MessageSubject) => object(body.poll);

export const pollRules: readonly Rule<MessageSubject>[] = [
  textRule("poll question: 1 to 300", { min: 1, max: 300, required: true }, (subject) =>
    absent(subject.body.poll)
      ? []
      : [[[...subject.base, "poll", "question", "text"], object(pollOf(subject).question).text]],
  ),
  countRule("poll: 1 to 10 answers", { min: 1, max: 10 }, (subject) =>
    absent(subject.body.poll) ? [] : [[[...subject.base, "poll", "answers"], list(pollOf(subject).answers)]],
  ),
  textRule("poll answer: 55", { max: 55 }, (subject) =>
    objects(pollOf(subject).answers).map((answer, index) => [
      [...subject.base, "poll", "answers", index, "poll_media", "text"],
      object(answer.poll_media).text,
    ]),
  ),
  {
    name: "poll duration: at most 768 hours",
    check(subject, report) {
      const { duration } = pollOf(subject);
      if (absent(duration) || (typeof duration === "number" && duration >= 1 && duration <= 768)) return;
      const message = "int value should be less than or equal to 768.";
      report([...subject.base, "poll", "duration"], "NUMBER_TYPE_MAX", message);
    },
  },
];

export const messageRules: readonly Rule<MessageSubject>[] = [
  ...contentRules,
  ...embedRules,
  ...componentRules,
  ...buttonRules,
  ...menuRules,
  ...componentsV2Rules,
  ...mentionRules,
  ...pollRules,
];

/** Whether there is nothing to show: 50006. */
export function isEmpty(message: Json, attachments: number): boolean {
  return (
    text(message.content).trim() === "" &&
    objects(message.embeds).every(isEmptyEmbed) &&
    list(message.components).length === 0 &&
    absent(message.poll) &&
    attachments === 0
  );
}

/** Throws what Discord would: 50035 with every problem found, then 50006 for a message without anything. */
export function checkMessage(subject: MessageSubject, whole: Json, attachments: number): void {
  enforce(messageRules, subject);
  if (isEmpty(whole, attachments)) throw refused.emptyMessage();
}

export const requiredData: Rule<Json> = {
  name: "callback: data where its type needs some",
  check(body, report) {
    if (absent(body.data)) report(["data"], ...REQUIRED);
  },
};
