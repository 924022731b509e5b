/** Why the surface does not get its updates, in words for whoever runs it. */
import { GrammyError } from "grammy";
import type { Words } from "../../../words.js";
import { logged } from "./failures.js";

/** What is the matter, so that it is told once and not at every attempt. */
export type Trouble = "token" | "conflict" | "webhook" | "network";

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof GrammyError)) return "network";
  const { error_code: code, description } = error;
  // A token that is none at all is answered 404.
  if (code === 401 || code === 404) return "token";
  if (code === 409) return /webhook/iu.test(description) ? "webhook" : "conflict";
  return "network";
}

export function wordsOf(trouble: Trouble, error: unknown): Words {
  switch (trouble) {
    case "token":
      return {
        es: "Telegram no acepta TELEGRAM_TOKEN (401): pide otro a @BotFather. Sigo sin Telegram.",
        en: "Telegram does not accept TELEGRAM_TOKEN (401): ask @BotFather for another. I go on without Telegram.",
      };
    case "conflict":
      return {
        es: "Otro programa recoge los mensajes de este bot de Telegram (409): deja solo uno en marcha. Sigo intentándolo.",
        en: "Another program fetches this Telegram bot's messages (409): run only one of them. I keep trying.",
      };
    case "webhook":
      return {
        es: "Este bot de Telegram tiene un webhook (409) y no entrega mensajes a quien los pide: lo quito y sigo.",
        en: "This Telegram bot has a webhook (409) and gives no messages to whoever asks: I remove it and go on.",
      };
    case "network": {
      const why = logged(error).why ?? "?";
      return {
        es: `Telegram no responde como debe (${why}). Sigo intentándolo.`,
        en: `Telegram does not answer as it should (${why}). I keep trying.`,
      };
    }
  }
}
