/**
 * Content → messages: a photo with its caption, a text, several texts; new ones, or in place of an old one.
 */
import { type Api, InputFile } from "grammy";
import type { InlineKeyboardMarkup, InputMediaPhoto, LinkPreviewOptions, Message } from "grammy/types";
import type { MessageContent, Picture } from "../render/content.js";
import { LIMITS } from "../render/limits.js";
import { htmlOf, type Line, sizeOf } from "../render/markup.js";
import type { Prompt } from "../render/prompt.js";
import { split } from "../render/split.js";
import { isRefusal, isTopicGone } from "../transport/failures.js";
import { type Address, parametersOf } from "./address.js";

const HTML = { parse_mode: "HTML" } as const;
const NO_PREVIEW: LinkPreviewOptions = { is_disabled: true };
/** Telegram refuses an empty message. */
const NOTHING: readonly Line[] = [[{ text: "—" }]];

/** A message of ours, as far as whoever edits it has to know it. */
export interface Shown {
  readonly chat: number;
  readonly id: number;
  readonly isPhoto: boolean;
}

/** A message of ours that a button stood under. */
export function shownIn({ chat, message_id: id, photo }: Message): Shown {
  return { chat: chat.id, id, isPhoto: photo !== undefined };
}

/**
 * Sends content as new messages; to the chat itself where its topic is gone. Gives the message, where it is a single
 * one: that one can be replaced as a whole.
 */
export async function send(api: Api, address: Address, content: MessageContent): Promise<Shown | undefined> {
  const shown = await inTopic(address, (to) => sendThere(api, to, content));
  await sendFiles(api, address, content);
  return shown;
}

async function sendFiles(api: Api, address: Address, { files = [] }: MessageContent): Promise<void> {
  for (const { name, bytes } of files)
    await inTopic(address, (to) => api.sendDocument(to.chat, new InputFile(bytes, name), parametersOf(to)));
}

/** Sends content as new messages to that very topic, or not at all. */
export async function sendThere(
  api: Api,
  address: Address,
  content: MessageContent,
): Promise<Shown | undefined> {
  const { picture, lines } = content;
  const caption = captionOf(lines);
  if (picture !== undefined && caption !== undefined) {
    const shown = await sendPhoto(api, address, picture, { caption, ...markup(content) });
    if (shown) return shown;
  }
  // Bytes have no preview: they stand above a text that no caption holds.
  const above =
    picture?.kind === "bytes" && caption === undefined
      ? await sendPhoto(api, address, picture, {})
      : undefined;
  const shown = await sendTexts(api, address, content);
  return above === undefined ? shown : undefined;
}

async function inTopic<Result>(
  address: Address,
  work: (address: Address) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(address);
  } catch (error) {
    const { topic, ...chat } = address;
    if (topic === undefined || !isTopicGone(error)) throw error;
    return work(chat);
  }
}

async function sendTexts(api: Api, address: Address, content: MessageContent): Promise<Shown | undefined> {
  const parts = partsOf(content.lines);
  let shown: Shown | undefined;
  for (const [at, part] of parts.entries()) {
    const sent = await api.sendMessage(address.chat, htmlOf(part), {
      ...parametersOf(address),
      ...HTML,
      link_preview_options: at === 0 ? previewOf(content.picture) : NO_PREVIEW,
      ...(at === parts.length - 1 ? markup(content) : {}),
    });
    shown = { chat: sent.chat.id, id: sent.message_id, isPhoto: false };
  }
  return parts.length === 1 ? shown : undefined;
}

/** Undefined where Telegram cannot fetch the picture, or cannot read it. */
async function sendPhoto(
  api: Api,
  address: Address,
  picture: Picture,
  rest: { readonly caption?: string; readonly reply_markup?: InlineKeyboardMarkup },
): Promise<Shown | undefined> {
  try {
    const parameters = { ...parametersOf(address), ...HTML, ...rest };
    const sent = await api.sendPhoto(address.chat, fileOf(picture), parameters);
    return { chat: sent.chat.id, id: sent.message_id, isPhoto: true };
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

export async function sendPrompt(api: Api, address: Address, { lines, placeholder }: Prompt): Promise<void> {
  await inTopic(address, (to) =>
    api.sendMessage(to.chat, htmlOf(lines), {
      ...parametersOf(to),
      ...HTML,
      link_preview_options: NO_PREVIEW,
      // Only whoever asked is prompted: the message replies to theirs.
      reply_markup: { force_reply: true, selective: true, input_field_placeholder: placeholder },
    }),
  );
}

/**
 * Puts content in place of an old message; below it where that cannot be. Gives the message that shows it, as
 * `send` does.
 */
export async function replace(
  api: Api,
  address: Address,
  old: Shown,
  content: MessageContent,
): Promise<Shown | undefined> {
  try {
    const shown = await edit(api, old, content);
    if (shown) {
      await sendFiles(api, address, content);
      return shown;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Somebody pressed twice.
    if (isSameAlready(error)) return old;
  }
  return send(api, address, content);
}

/** Whether a refusal of an edit says that the message says so already. */
export function isSameAlready(error: unknown): boolean {
  return isRefusal(error) && /message is not modified/iu.test(error.description);
}

/** Undefined where the form of the old message has no room for the new content. */
export async function edit(api: Api, old: Shown, content: MessageContent): Promise<Shown | undefined> {
  const { chat, id, isPhoto } = old;
  const { picture } = content;
  const caption = captionOf(content.lines);
  if (picture !== undefined && caption !== undefined && (isPhoto || picture.kind === "bytes")) {
    const media: InputMediaPhoto = { type: "photo", media: fileOf(picture), caption, ...HTML };
    await api.editMessageMedia(chat, id, media, markup(content));
    return { chat, id, isPhoto: true };
  }
  // A photo stays one.
  if (isPhoto) return undefined;
  const [part = NOTHING] = partsOf(content.lines, 1);
  await api.editMessageText(chat, id, htmlOf(part), {
    ...HTML,
    link_preview_options: previewOf(picture),
    ...markup(content),
  });
  return old;
}

function fileOf(picture: Picture): string | InputFile {
  return picture.kind === "link" ? picture.url : new InputFile(picture.bytes, picture.fileName);
}

function partsOf(lines: readonly Line[], most?: number): readonly (readonly Line[])[] {
  const parts = split(lines, LIMITS.text, most);
  return parts.length > 0 ? parts : [NOTHING];
}

/** Undefined where a caption has no room for them. */
function captionOf(lines: readonly Line[]): string | undefined {
  const size = lines.reduce((sum, line) => sum + sizeOf(line) + 1, 0);
  return size <= LIMITS.caption ? htmlOf(lines) : undefined;
}

/** Links in texts are shown as links; only a picture of the answer's own is worth a preview. */
function previewOf(picture: Picture | undefined): LinkPreviewOptions {
  return picture?.kind === "link"
    ? { url: picture.url, prefer_large_media: true, show_above_text: true }
    : NO_PREVIEW;
}

function markup({ keyboard }: MessageContent): { reply_markup?: InlineKeyboardMarkup } {
  return keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {};
}
