/** An Answer as a Discord message: one container, with what can be pressed at its end. */
import type { APITextDisplayComponent } from "discord.js";
import type { Answer, AnswerKind } from "../../../chat/answer/schema.js";
import type { Asked } from "../../../chat/asking.js";
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { harmlessLine } from "../../../chat/text.js";
import { encodeButton } from "../../../surface/buttons.js";
import { type Page, pageOf } from "../../../surface/paging.js";
import { COMPONENT, COMPONENTS_V2, EPHEMERAL, type Part, type Rendered, type Row } from "../protocol.js";
import { SHOWN } from "../words.js";
import { bodyOf } from "./body.js";
import { type Owner, pressablesOf } from "./controls/pressables.js";
import { controlsOf, pageRows } from "./controls/rows.js";
import { cutTo } from "./cut-to.js";
import { countOf, LIMITS } from "./limits.js";
import { escapeMarkdown } from "./markdown.js";
import { shownMedia } from "./media.js";
import { type CommandIds, NO_IDS, type Writer, writerFor } from "./mentions.js";
import { writtenLine } from "./writing.js";

/** Lines of a list on a page; help and what was closed are read at a glance. */
const LINES_ON_A_PAGE = 10;
const MOST_LINES_ON_A_PAGE = 25;
/** UTF-16 units of each part. */
const ROOM = { title: 256, glance: 600, glanceLine: 200, footer: 300 } as const;
/** Components that are left to texts, pictures and lines between them. */
const PARTS = 12;

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
  /** Ids of commands, by which they can be pressed. */
  readonly commandIds?: CommandIds;
  /** The question as its pages ask it again; without one there are no pages to turn to. */
  readonly asked?: () => Asked;
  /** From 0; one that does not exist is the last. */
  readonly page?: number;
  /** Which fold of what the question is answered with this is. */
  readonly fold?: number;
  /** Only the asker sees it. */
  readonly ephemeral?: boolean;
}

/** The answer as a message within every limit. Never throws, whatever the answer holds. */
export function render(answer: Answer, options: RenderOptions): Rendered {
  const { locale, ephemeral = false, commandIds = NO_IDS, fold } = options;
  const lines = answer.list?.lines ?? [];
  const isShort = answer.kind !== "help" && fold === undefined;
  const page = pageOf(lines, options.page ?? 0, isShort ? LINES_ON_A_PAGE : MOST_LINES_ON_A_PAGE);
  const hasParts = page.count > 1 || (answer.folds ?? []).length > 0;
  const asked = hasParts ? options.asked?.() : undefined;
  const write = writerFor(options.program, locale, commandIds);
  const pressables = pressablesOf(answer, page, asked, options);
  const controls = controlsOf(pressables, {
    pages: asked && page.count > 1 ? pagesOf(page, asked, options) : [],
    prompt: write.plain(answer.prompt),
    room: LIMITS.components - PARTS,
    locale,
  });
  const media = shownMedia(answer.media, answer.files);
  const head = headOf(answer, write);
  const foot = footOf(answer, write);
  const body = bodyOf(answer, {
    ...controls,
    page,
    rest: pressables.rest,
    instead: media.instead,
    room: LIMITS.text - head.length - foot.length,
    write,
    locale,
  });
  // A picture stands beside the head, or beside the text where there is none.
  const [first = say(locale, SHOWN.nothing), ...others] = head === "" ? body : [head, ...body];
  const parts: Part[] = [
    media.thumbnail
      ? { type: COMPONENT.section, components: [textOf(first)], accessory: media.thumbnail }
      : textOf(first),
    ...others.map(textOf),
    ...media.parts,
    ...apart(controls.rows),
    ...(foot === "" ? [] : [textOf(foot)]),
  ];
  return {
    message: {
      components: [{ type: COMPONENT.container, accent_color: COLOURS[answer.kind], components: parts }],
      // Nothing is written that mentions anybody, and this makes sure of it.
      allowed_mentions: { parse: [] },
      ...(media.attachments.length > 0 ? { attachments: media.attachments } : {}),
      flags: COMPONENTS_V2 | (ephemeral ? EPHEMERAL : 0),
    },
    files: media.files,
  };
}

function textOf(content: string): APITextDisplayComponent {
  return { type: COMPONENT.text, content };
}

/** Rows below a line that sets them apart from the text. */
function apart(rows: readonly Row[]): readonly Part[] {
  return countOf(rows) === 0 ? [] : [{ type: COMPONENT.separator, divider: true, spacing: 1 }, ...rows];
}

/** @param asked the question as its pages ask it again */
function pagesOf(page: Page<unknown>, asked: Asked, options: RenderOptions): readonly Row[] {
  const { asker, shortKeys, fold, locale } = options;
  const ofFold = fold === undefined ? {} : { fold };
  const to = (index: number) =>
    encodeButton(
      { kind: "page", asker, page: index, ...ofFold, asked },
      { bytes: LIMITS.customId, shortKeys },
    );
  return pageRows(page, to, locale);
}

/** Title, and below it what one wants to know at once. */
function headOf({ title, glance = [] }: Answer, write: Writer): string {
  const shown = writtenLine(write.pieces(title), ROOM.title);
  let left = ROOM.glance;
  const lines = glance.flatMap((line) => {
    const room = Math.min(left, ROOM.glanceLine);
    const text =
      typeof line === "string"
        ? cutTo(harmlessLine(line), room, escapeMarkdown)
        : writtenLine(write.pieces(line), room);
    left -= text.length + 1;
    return left < 0 || text === "" || text === "…" ? [] : [text];
  });
  return [...(shown === "" ? [] : [`### ${shown}`]), ...lines].join("\n");
}

/** In small print; the notice where the answer says that it has to stand there. */
function footOf({ footer, notice = false }: Answer, write: Writer): string {
  const own = writtenLine(write.pieces(footer), ROOM.footer);
  const lines = [own === TMDB_NOTICE ? "" : own, notice || own === TMDB_NOTICE ? TMDB_NOTICE : ""];
  return lines
    .filter((line) => line !== "")
    .map((line) => `-# ${line}`)
    .join("\n");
}
