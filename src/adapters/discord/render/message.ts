/** An Answer as a Discord message: one embed, with what can be pressed below it. */
import type { Answer, AnswerKind, Line } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { harmless, harmlessLine } from "../../../chat/text.js";
import { type Page, pageOf } from "../../../surface/paging.js";
import { type Embed, type EmbedField, EPHEMERAL, type Rendered } from "../protocol.js";
import { SHOWN } from "../words.js";
import { actionRows, choiceRows, type Owner, type Pressables, pageRows, pressablesOf } from "./components.js";
import { cutTo } from "./cut-to.js";
import { descriptionOf } from "./description.js";
import { LIMITS, sizeOf } from "./limits.js";
import { escapeMarkdown } from "./markdown.js";
import { type ShownMedia, shownMedia } from "./media.js";
import { type Writer, writerFor } from "./mentions.js";

/** Lines of a list on a page; help is read at a glance. */
const LINES_ON_A_PAGE = 10;
const HELP_LINES_ON_A_PAGE = 25;
/** Units of our own part of the footer, and the least that a field's name or value is given. */
const ROOM = { footer: 500, fieldLeast: 40 } as const;
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

export interface RenderOptions extends Owner {
  readonly locale: Locale;
  /** The question as its pages ask it again; without one there are no pages to turn to. */
  readonly asked?: () => Asked;
  /** From 0; one that does not exist is the last. */
  readonly page?: number;
  /** Only the asker sees it. */
  readonly ephemeral?: boolean;
}

/** The answer as a message within every limit. Never throws, whatever the answer holds. */
export function render(answer: Answer, options: RenderOptions): Rendered {
  const { locale, asked, ephemeral = false } = options;
  const pressables = pressablesOf(answer, options);
  const media = shownMedia(answer.media);
  const lines = answer.list?.lines ?? [];
  const page = pageOf(lines, options.page ?? 0, linesOnAPage(answer));
  const write = writerFor(options.program, locale);
  const ofChoices = choiceRows(pressables, write.text(answer.prompt), locale);
  return {
    message: {
      embeds: [embedOf(answer, { page, pressables, media, write, locale })],
      components: [
        ...(asked && page.count > 1 ? pageRows(page, asked(), options) : []),
        ...ofChoices,
        ...actionRows(pressables, ofChoices.length, locale),
      ],
      // Nothing in an embed notifies anybody, and this makes sure of it.
      allowed_mentions: { parse: [] },
      ...(media.attachments.length > 0 ? { attachments: media.attachments } : {}),
      ...(ephemeral ? { flags: EPHEMERAL } : {}),
    },
    files: media.files,
  };
}

function linesOnAPage({ kind }: Answer): number {
  return kind === "help" ? HELP_LINES_ON_A_PAGE : LINES_ON_A_PAGE;
}

/** What of an answer is shown, and how. */
interface Shown {
  readonly page: Page<Line>;
  readonly pressables: Pressables;
  readonly media: ShownMedia;
  readonly write: Writer;
  readonly locale: Locale;
}

function embedOf(answer: Answer, { page, pressables, media, write, locale }: Shown): Embed {
  const title = cutTo(harmlessLine(write.text(answer.title)), LIMITS.embedTitle, escapeMarkdown);
  const embed: Embed = {
    color: COLOURS[answer.kind],
    ...(title === "" ? {} : { title }),
    ...footerOf(answer, write),
    ...media.embed,
  };
  const { choices, rest } = pressables;
  const description = descriptionOf(answer, {
    page,
    pageSize: linesOnAPage(answer),
    rest,
    // A menu asks by itself.
    asks: choices.length > 0 && choices.length <= LIMITS.buttonsInRow,
    instead: media.instead,
    write,
    locale,
  });
  if (description !== "") embed.description = description;
  const fields = fieldsOf(answer, LIMITS.embedsTotal - sizeOf(embed));
  if (fields.length > 0) embed.fields = fields;
  if (title === "" && description === "" && fields.length === 0) {
    embed.description = say(locale, SHOWN.nothing);
  }
  return embed;
}

/** As many as have room, each cut to its share of it. */
function fieldsOf({ fields = [] }: Answer, room: number): EmbedField[] {
  const shown: EmbedField[] = [];
  let left = room;
  for (const { name, value } of fields.slice(0, LIMITS.embedFields)) {
    if (left < 2 * ROOM.fieldLeast) break;
    const nameRoom = Math.min(LIMITS.fieldName, left - ROOM.fieldLeast);
    const shownName = cutTo(harmlessLine(name), nameRoom, escapeMarkdown) || "—";
    const valueRoom = Math.min(LIMITS.fieldValue, left - shownName.length);
    const shownValue = cutTo(harmless(value).trim(), valueRoom, escapeMarkdown) || "—";
    shown.push({ name: shownName, value: shownValue, inline: shownValue.length <= SHORT_FIELD });
    left -= shownName.length + shownValue.length;
  }
  return shown;
}

/** The required notice stands below everything but errors. Footers are plain text: nothing to escape. */
function footerOf({ footer, kind }: Answer, write: Writer): Pick<Embed, "footer"> {
  const own = harmlessLine(write.text(footer));
  const lines = [own === TMDB_NOTICE ? "" : cutTo(own, ROOM.footer), kind === "error" ? "" : TMDB_NOTICE];
  const text = lines.filter((line) => line !== "").join("\n");
  return text === "" ? {} : { footer: { text } };
}
