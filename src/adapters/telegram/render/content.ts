/** What a message of ours holds, before it is one message or several. */
import type { InlineKeyboardButton } from "grammy/types";
import type { AnswerFile } from "../../../chat/answer/schema.js";
import type { Line } from "./markup.js";

export type Keyboard = InlineKeyboardButton[][];

/** A picture that Telegram shows: a link that it fetches, or bytes that we send. */
export type Picture =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly fileName: string };

export interface MessageContent {
  readonly lines: readonly Line[];
  readonly keyboard: Keyboard;
  readonly picture?: Picture;
  /** Sent below it, a message each. */
  readonly files?: readonly AnswerFile[];
}
