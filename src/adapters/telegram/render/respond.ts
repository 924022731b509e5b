/** Sheets → messages: a photo with its caption, a text, several texts; new ones, or in place of an old one. */
import { type Api, GrammyError } from "grammy";
import type { InlineKeyboardMarkup, LinkPreviewOptions, Message } from "grammy/types";
import type { Sheet } from "./compose.js";
import { LIMITS } from "./limits.js";
import { htmlOf, type Line, sizeOf } from "./markup.js";
import { addressOf, type Place } from "../updates/place.js";
import type { Prompt } from "./prompt.js";
import { split } from "./split.js";

const HTML = { parse_mode: "HTML" } as const;
const NO_PREVIEW: LinkPreviewOptions = { is_disabled: true };
/** Telegram refuses an empty message. */
const NOTHING: readonly Line[] = [[{ text: "—" }]];

/** An old message of ours that a button stood under. */
export type Old = Pick<Message, "message_id" | "photo" | "text"> & { readonly chat: { readonly id: number } };

/** Sends an answer as new messages. */
export async function send(api: Api, place: Place, sheet: Sheet): Promise<void> {
  if (sheet.image !== undefined && (await sendAsPhoto(api, place, sheet, sheet.image))) return;
  const parts = partsOf(sheet.lines);
  for (const [at, part] of parts.entries()) {
    const last = at === parts.length - 1;
    await api.sendMessage(place.chat, htmlOf(part), {
      ...rest(place),
      ...HTML,
      link_preview_options: at === 0 ? previewOf(sheet.image) : NO_PREVIEW,
      ...(last ? markup(sheet) : {}),
    });
  }
}

/** False where the caption has no room for it, or Telegram cannot fetch the picture. */
async function sendAsPhoto(api: Api, place: Place, sheet: Sheet, image: string): Promise<boolean> {
  const caption = captionOf(sheet.lines);
  if (caption === undefined) return false;
  try {
    await api.sendPhoto(place.chat, image, { ...rest(place), ...HTML, caption, ...markup(sheet) });
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

export async function sendPrompt(api: Api, place: Place, { lines, placeholder }: Prompt): Promise<void> {
  await api.sendMessage(place.chat, htmlOf(lines), {
    ...rest(place),
    ...HTML,
    link_preview_options: NO_PREVIEW,
    // Only whoever asked is prompted: the message replies to theirs.
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: placeholder },
  });
}

/** Puts an answer in place of an old message; below it where that cannot be. */
export async function replace(api: Api, place: Place, old: Old, sheet: Sheet): Promise<void> {
  try {
    await edit(api, old, sheet);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Somebody pressed twice: it already says so.
    if (/message is not modified/iu.test(error.description)) return;
    await send(api, place, sheet);
  }
}

async function edit(api: Api, { chat, message_id: id, photo }: Old, sheet: Sheet): Promise<void> {
  const [part = NOTHING] = partsOf(sheet.lines, 1);
  if (photo === undefined) {
    const preview = previewOf(sheet.image);
    await api.editMessageText(chat.id, id, htmlOf(part), {
      ...HTML,
      link_preview_options: preview,
      ...markup(sheet),
    });
    return;
  }
  // A photo stays one: where the new answer has none, or a longer text, it goes below.
  const caption = captionOf(sheet.lines);
  if (sheet.image === undefined || caption === undefined) throw new NotInPlace();
  await api.editMessageMedia(
    chat.id,
    id,
    { type: "photo", media: sheet.image, caption, ...HTML },
    markup(sheet),
  );
}

/** Told like a refusal of Telegram's, which has the same consequence. */
class NotInPlace extends GrammyError {
  constructor() {
    const description = "Bad Request: a photo cannot become a text";
    super(description, { ok: false, error_code: 400, description }, "editMessageMedia", {});
  }
}

/** Telegram understood, and does not want it: another form may do. */
function isRefusal(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 400;
}

function partsOf(lines: readonly Line[], most?: number): readonly (readonly Line[])[] {
  const parts = split(lines, LIMITS.text, most);
  return parts.length > 0 ? parts : [NOTHING];
}

function captionOf(lines: readonly Line[]): string | undefined {
  const size = lines.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
  return size <= LIMITS.caption ? htmlOf(lines) : undefined;
}

/** Links in texts are shown as links; only a picture of the answer's own is worth a preview. */
function previewOf(image: string | undefined): LinkPreviewOptions {
  return image === undefined ? NO_PREVIEW : { url: image, prefer_large_media: true, show_above_text: true };
}

function markup({ keyboard }: Sheet): { reply_markup?: InlineKeyboardMarkup } {
  return keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {};
}

function rest(place: Place) {
  const { chat_id: _, ...others } = addressOf(place);
  return others;
}
