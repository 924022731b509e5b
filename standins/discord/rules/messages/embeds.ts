/** What Discord refuses in embeds. */
import { absent, isObject, length, list, object, objects, text } from "../../json.js";
import type { Path } from "../../refused.js";
import type { Json } from "../../types.js";
import { countRule, type Found, numberRule, type Rule, textRule, urlRule } from "../rule.js";

/** A body with embeds, and where it stands in the request. */
export interface EmbedsSubject {
  readonly body: Json;
  readonly base: Path;
}

const TOTAL = 6_000;

type Embed = readonly [path: Path, embed: Json];

/** A dozen rules look at the same embeds: they are found once. */
const found = new WeakMap<EmbedsSubject, readonly Embed[]>();

function embedsOf(subject: EmbedsSubject): readonly Embed[] {
  let embeds = found.get(subject);
  if (!embeds) {
    const path = (index: number): Path => [...subject.base, "embeds", index];
    embeds = list(subject.body.embeds).flatMap((embed, index): Embed[] =>
      isObject(embed) ? [[path(index), embed]] : [],
    );
    found.set(subject, embeds);
  }
  return embeds;
}

/** A member of every embed: `title`, or `author.name` within an author that is there. */
function member(...names: readonly string[]): (subject: EmbedsSubject) => readonly Found[] {
  const [outer, inner] = names as [string, string | undefined];
  return (subject) =>
    embedsOf(subject).flatMap(([path, embed]): Found[] => {
      if (inner === undefined) return [[[...path, outer], embed[outer]]];
      const holder = embed[outer];
      return isObject(holder) ? [[[...path, outer, inner], holder[inner]]] : [];
    });
}

function fieldMember(name: string): (subject: EmbedsSubject) => readonly Found[] {
  return (subject) =>
    embedsOf(subject).flatMap(([path, embed]) =>
      list(embed.fields).map(
        (field, index): Found => [[...path, "fields", index, name], object(field)[name]],
      ),
    );
}

/** All that several finders find. */
function several(...finders: readonly ((subject: EmbedsSubject) => readonly Found[])[]) {
  return (subject: EmbedsSubject) => finders.flatMap((find) => find(subject));
}

/** What counts towards the 6,000: title, description, names and values of fields, footer, author. */
function sizeOf(embed: Json): number {
  const texts = [embed.title, embed.description, object(embed.footer).text, object(embed.author).name];
  for (const field of objects(embed.fields)) texts.push(field.name, field.value);
  return texts.reduce<number>((sum, each) => sum + length(text(each)), 0);
}

/** An embed with nothing to show does not make a message. */
export function isEmptyEmbed(embed: Json): boolean {
  const shown = [
    "title",
    "description",
    "author",
    "footer",
    "image",
    "thumbnail",
    "video",
    "url",
    "timestamp",
  ];
  return shown.every((name) => absent(embed[name]) || embed[name] === "") && list(embed.fields).length === 0;
}

export const embedRules: readonly Rule<EmbedsSubject>[] = [
  countRule("embeds: at most 10", { max: 10 }, ({ body, base }) => [[[...base, "embeds"], body.embeds]]),
  {
    name: "embeds: each an object",
    check({ body, base }, report) {
      for (const [index, embed] of list(body.embeds).entries()) {
        const message = "Only dictionaries may be used in a ModelType";
        if (!isObject(embed)) report([...base, "embeds", index], "MODEL_TYPE_CONVERT", message);
      }
    },
  },
  textRule("embed title: 256", { max: 256 }, member("title")),
  textRule("embed description: 4,096", { max: 4_096 }, member("description")),
  textRule("embed author: 256", { max: 256, required: true }, member("author", "name")),
  textRule("embed footer: 2,048", { max: 2_048, required: true }, member("footer", "text")),
  countRule("embed fields: at most 25", { max: 25 }, member("fields")),
  textRule("embed field name: 256", { max: 256, required: true }, fieldMember("name")),
  textRule("embed field value: 1,024", { max: 1_024, required: true }, fieldMember("value")),
  numberRule("embed colour: 24 bits", { min: 0, max: 0xff_ff_ff }, member("color")),
  textRule(
    "embed addresses: 2,048",
    { max: 2_048 },
    several(member("url"), member("image", "url"), member("thumbnail", "url"), member("author", "url")),
  ),
  urlRule("embed link: http or https", ["http", "https"], several(member("url"), member("author", "url"))),
  urlRule(
    "embed picture: http, https or attachment",
    ["http", "https", "attachment"],
    several(
      member("image", "url"),
      member("thumbnail", "url"),
      member("author", "icon_url"),
      member("footer", "icon_url"),
    ),
  ),
  {
    name: "embed timestamp: ISO 8601",
    check(subject, report) {
      for (const [path, value] of member("timestamp")(subject)) {
        if (absent(value)) continue;
        const valid =
          typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));
        if (!valid)
          report(path, "DATE_TIME_TYPE_PARSE", `Could not parse ${String(value)}. Should be ISO8601.`);
      }
    },
  },
  {
    name: "embeds: 6,000 in all",
    check({ body, base }, report) {
      const total = objects(body.embeds).reduce((sum, embed) => sum + sizeOf(embed), 0);
      if (total <= TOTAL) return;
      report([...base, "embeds"], "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${TOTAL}`);
    },
  },
];
