/** An Answer as a Discord message: one embed, with what can be pressed below it. */
import type { APIEmbed, APIEmbedField } from "discord.js";
import type { Answer, AnswerKind } from "../../../chat/answer/answer.js";
import { number } from "../../../chat/format.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { harmless, harmlessLine } from "../../../chat/text.js";
import { choiceRows, type Owner, type Pickable, type Place, pageRows, pickable } from "./components.js";
import type { Question } from "../interaction/custom-id.js";
import { cutTo } from "./cut-to.js";
import { LIMITS, sizeOf } from "./limits.js";
import { escapeMarkdown } from "./markdown.js";
import { EPHEMERAL, type Message } from "../protocol.js";
import { SAID } from "../words.js";

/** Lines of a list on a page; help is read at a glance. */
const LINES_ON_A_PAGE = 10;
const HELP_LINES_ON_A_PAGE = 25;
/** Units of all the lines of a page, of the text above them, and of the footer: together they leave room for fields. */
const ROOM = { lines: 2600, text: 900, longText: 2400, prompt: 120, footer: 500, fieldLeast: 40 } as const;
/** Choices that cannot be pressed and are at least named. */
const NAMED_CHOICES = 3;
/** Fields that short stand beside each other. */
const SHORT_FIELD = 40;

const COLOURS: Readonly<Record<AnswerKind, number>> = {
  film: 0xe0_a0_30,
  person: 0xe0_a0_30,
  figure: 0x3a_7c_a5,
  list: 0x3a_7c_a5,
  choices: 0x6c_5c_a8,
  empty: 0x80_80_80,
  help: 0x4a_9d_6b,
  error: 0xb8_3b_3b,
};

export interface Paper extends Owner {
  readonly locale: Locale;
  /** The question as its pages ask it again; without one there are no pages to turn to. */
  readonly question?: () => Question;
  /** From 0; one that does not exist is the last. */
  readonly page?: number;
  /** Only the asker sees it. */
  readonly ephemeral?: boolean;
}

/** The answer as a message within every limit. Never throws, whatever the answer holds. */
export function render(answer: Answer, paper: Paper): Message {
  const { locale, asker, question, ephemeral = false } = paper;
  const choices = pickable(answer.choices ?? [], paper);
  const place = placeOf(answer, paper.page ?? 0);
  const buttons = question && place.pages > 1 ? pageRows(place, question(), asker) : [];
  return {
    embeds: [embedOf(answer, { place, choices, locale })],
    components: [...buttons, ...choiceRows(choices, answer.prompt, locale)],
    // Nothing in an embed notifies anybody, and this makes sure of it.
    allowed_mentions: { parse: [] },
    ...(ephemeral ? { flags: EPHEMERAL } : {}),
  };
}

function linesOnAPage({ kind }: Answer): number {
  return kind === "help" ? HELP_LINES_ON_A_PAGE : LINES_ON_A_PAGE;
}

function placeOf(answer: Answer, page: number): Place {
  const pages = Math.max(1, Math.ceil((answer.list?.length ?? 0) / linesOnAPage(answer)));
  return { page: Math.min(Math.max(0, page), pages - 1), pages };
}

interface Shown {
  readonly place: Place;
  readonly choices: Pickable;
  readonly locale: Locale;
}

function embedOf(answer: Answer, shown: Shown): APIEmbed {
  const title = escaped(harmlessLine(answer.title ?? ""), LIMITS.embedTitle);
  const embed: APIEmbed = {
    color: COLOURS[answer.kind],
    ...(title === "" ? {} : { title }),
    ...footerOf(answer),
    ...thumbnailOf(answer.image),
  };
  const description = descriptionOf(answer, shown);
  if (description !== "") embed.description = description;
  const fields = fieldsOf(answer, LIMITS.embedsTotal - sizeOf(embed));
  if (fields.length > 0) embed.fields = fields;
  if (title === "" && description === "" && fields.length === 0) {
    embed.description = say(shown.locale, SAID.nothing);
  }
  return embed;
}

function escaped(text: string, max: number): string {
  return text === "" ? "" : cutTo(text, max, escapeMarkdown);
}

/** Text, this page of the list, how much of it that is, choices that cannot be pressed, and what to press. */
function descriptionOf(answer: Answer, { place, choices, locale }: Shown): string {
  const { list = [], prompt } = answer;
  const text = harmless(answer.text ?? "").trim();
  const size = linesOnAPage(answer);
  const first = place.page * size;
  const lines = listed(list.slice(first, first + size), Math.floor(ROOM.lines / size));
  const range = `${number(locale, first + 1)}–${number(locale, Math.min(first + size, list.length))}`;
  const total = number(locale, list.length);
  const where = say(locale, { es: `${range} de ${total}`, en: `${range} of ${total}` });
  const unpressed = choices.rest.map(({ label }) => label);
  // A menu says it itself.
  const question = choices.picks.length > LIMITS.buttonsInRow ? "" : harmlessLine(prompt ?? "");
  return [
    escaped(text, list.length > 0 ? ROOM.text : ROOM.longText),
    lines,
    place.pages > 1 ? `*${where}*` : "",
    listed(unpressed.slice(0, NAMED_CHOICES), LIMITS.buttonLabel),
    choices.picks.length + unpressed.length > 0 ? escaped(question, ROOM.prompt) : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** @param max units a line may take, with its mark and its end */
function listed(lines: readonly string[], max: number): string {
  return lines
    .map((line) => harmlessLine(line))
    .filter((line) => line !== "")
    .map((line) => `• ${cutTo(line, max - 3, escapeMarkdown)}`)
    .join("\n");
}

/** As many as have room, each cut to its share of it. */
function fieldsOf({ fields = [] }: Answer, room: number): APIEmbedField[] {
  const shown: APIEmbedField[] = [];
  let left = room;
  for (const { name, value } of fields.slice(0, LIMITS.embedFields)) {
    if (left < 2 * ROOM.fieldLeast) break;
    const shownName = escaped(harmlessLine(name), Math.min(LIMITS.fieldName, left - ROOM.fieldLeast)) || "—";
    const valueRoom = Math.min(LIMITS.fieldValue, left - shownName.length);
    const shownValue = escaped(harmless(value).trim(), valueRoom) || "—";
    shown.push({ name: shownName, value: shownValue, inline: shownValue.length <= SHORT_FIELD });
    left -= shownName.length + shownValue.length;
  }
  return shown;
}

/** The required notice stands below everything but errors. Footers are plain text: nothing to escape. */
function footerOf({ footer, kind }: Answer): Pick<APIEmbed, "footer"> {
  const own = harmlessLine(footer ?? "");
  const lines = [own === TMDB_NOTICE ? "" : cutTo(own, ROOM.footer), kind === "error" ? "" : TMDB_NOTICE];
  const text = lines.filter((line) => line !== "").join("\n");
  return text === "" ? {} : { footer: { text } };
}

/** Only a web address; Discord fetches it, we do not. */
function thumbnailOf(image: string | undefined): Pick<APIEmbed, "thumbnail"> {
  const address = harmlessLine(image ?? "");
  if (!URL.canParse(address)) return {};
  const { protocol, host, pathname, search } = new URL(address);
  const url = `${protocol}//${host}${strictly(pathname + search)}`;
  return /^https?:$/u.test(protocol) && url.length <= LIMITS.url ? { thumbnail: { url } } : {};
}

/** What browsers let pass in an address but RFC 3986, to which Discord holds us, does not. */
function strictly(path: string): string {
  return path
    .replace(/%(?![\da-f]{2})/giu, "%25")
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (mark) => encodeURIComponent(mark));
}
