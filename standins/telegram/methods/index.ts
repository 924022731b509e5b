/** Every method the stand-in knows: what it is held against, and what it does. */

import { commandRules, pollingRules, webhookRules } from "../rules/bot.js";
import { alertIsShort, guestRules, inlineRules } from "../rules/inline.js";
import {
  captionRules,
  editsHaveInlineKeyboards,
  keyboardRules,
  mediaIsShown,
  photoIsShown,
  textRules,
} from "../rules/text.js";
import type { StandIn } from "../stand-in.js";
import type { Payload, Rule } from "../types.js";
import * as bot from "./bot.js";
import { getChatAdministrators } from "./chats.js";
import * as messages from "./messages.js";
import * as queries from "./queries.js";

export interface Method {
  readonly rules: readonly Rule[];
  /** Throws a Refused where Telegram would refuse. `gone` is aborted when the caller hangs up. */
  run(standIn: StandIn, payload: Payload, gone: AbortSignal): unknown;
}

export const METHODS: Readonly<Record<string, Method>> = {
  getMe: { rules: [], run: bot.getMe },
  getUpdates: { rules: pollingRules, run: ({ updates }, payload, gone) => updates.poll(payload, gone) },
  setWebhook: { rules: webhookRules, run: bot.setWebhook },
  deleteWebhook: { rules: [], run: bot.deleteWebhook },
  getWebhookInfo: { rules: [], run: bot.getWebhookInfo },
  setMyCommands: { rules: commandRules, run: bot.setMyCommands },
  getMyCommands: { rules: [], run: bot.getMyCommands },
  deleteMyCommands: { rules: [], run: bot.deleteMyCommands },
  getChatAdministrators: { rules: [], run: getChatAdministrators },
  sendMessage: { rules: textRules, run: messages.sendMessage },
  sendPhoto: { rules: [photoIsShown, ...captionRules], run: messages.sendPhoto },
  sendDocument: { rules: captionRules, run: messages.sendDocument },
  getFile: { rules: [], run: messages.getFile },
  sendChatAction: { rules: [], run: ({ world }, { chat_id }) => Boolean(world.writable(chat_id)) },
  editMessageText: { rules: [editsHaveInlineKeyboards, ...textRules], run: messages.editMessageText },
  editMessageCaption: {
    rules: [editsHaveInlineKeyboards, ...captionRules],
    run: messages.editMessageCaption,
  },
  editMessageMedia: {
    rules: [mediaIsShown, editsHaveInlineKeyboards, ...keyboardRules],
    run: messages.editMessageMedia,
  },
  editMessageReplyMarkup: {
    rules: [editsHaveInlineKeyboards, ...keyboardRules],
    run: messages.editMessageReplyMarkup,
  },
  deleteMessage: { rules: [], run: messages.deleteMessage },
  answerCallbackQuery: { rules: [alertIsShort], run: queries.answerCallbackQuery },
  answerGuestQuery: { rules: guestRules, run: queries.answerGuestQuery },
  answerInlineQuery: { rules: inlineRules, run: queries.answerInlineQuery },
};
