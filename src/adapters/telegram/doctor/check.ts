/** Looks at Telegram as it is set up: the token, what @BotFather was told, how updates come. Changes nothing. */
import { z } from "zod";
import { bad, type CheckHost, type Finding, warning } from "../../../surface/finding.js";
import { OperatorError, type Words } from "../../../words.js";
import type { TelegramSettings } from "../settings.js";
import { CallFailure } from "../transport/transport.js";
import { type Caller, createCaller, Refusal } from "./call.js";
import { commandFinding } from "./commands.js";
import { meFindings, meSchema } from "./me.js";
import { webhookFindings, webhookSchema } from "./webhook.js";

/**
 * Never rejects but for bugs: what does not work is what it is for to tell. Whether another program fetches this bot's
 * messages cannot be asked without taking them from it: the bot says so itself (409).
 */
export async function checkTelegram(
  settings: TelegramSettings,
  host: CheckHost,
): Promise<readonly Finding[]> {
  const { apiRoot, token } = settings;
  if (!/^\d+:[\w-]+$/u.test(token)) return [wrongToken(MISSHAPEN)];
  let caller: Caller | undefined;
  try {
    caller = createCaller(apiRoot, token, host.patience);
    const me = await caller.call("getMe", meSchema);
    const [webhook, commands] = await Promise.all([
      caller.call("getWebhookInfo", webhookSchema),
      commandFinding(caller, host),
    ]);
    return [...meFindings(me), ...webhookFindings(webhook, settings, host), commands];
  } catch (error) {
    return [failureFinding(error, apiRoot)];
  } finally {
    caller?.close();
  }
}

const MISSHAPEN: Words = {
  es: "no tiene la forma de un token (cifras, dos puntos y letras)",
  en: "it has not the form of a token (digits, a colon and letters)",
};

function wrongToken(why: Words): Finding {
  return bad(
    {
      es: `Telegram: TELEGRAM_TOKEN no vale: ${why.es}`,
      en: `Telegram: TELEGRAM_TOKEN is not valid: ${why.en}`,
    },
    {
      es: "a @BotFather, /mybots → tu bot → API Token; cópialo entero en TELEGRAM_TOKEN",
      en: "to @BotFather, /mybots → your bot → API Token; copy the whole of it into TELEGRAM_TOKEN",
    },
  );
}

function failureFinding(error: unknown, apiRoot: string): Finding {
  const { host } = new URL(apiRoot);
  // A setting that both ways to a platform need: HTTPS_PROXY.
  if (error instanceof OperatorError) return bad(error.words);
  if (error instanceof CallFailure) return unreachable(host, error);
  if (error instanceof z.ZodError) return strange(host);
  if (!(error instanceof Refusal)) throw error;
  const { code } = error;
  // A token that is none at all is answered 404.
  if (code === 401 || code === 404) {
    return wrongToken({ es: `Telegram no lo acepta (${code})`, en: `Telegram does not accept it (${code})` });
  }
  if (code === 429) {
    return warning(
      { es: "Telegram: pide esperar (429)", en: "Telegram: asks to wait (429)" },
      { es: "prueba otra vez dentro de un minuto", en: "try again in a minute" },
    );
  }
  return strange(host);
}

function unreachable(host: string, { message }: CallFailure): Finding {
  return bad(
    {
      es: `Telegram: no se llega a ${host} (${message})`,
      en: `Telegram: ${host} cannot be reached (${message})`,
    },
    {
      es: "mira la conexión, el cortafuegos y, si hay proxy, HTTPS_PROXY",
      en: "look at the connection, the firewall and, where there is a proxy, HTTPS_PROXY",
    },
  );
}

function strange(host: string): Finding {
  return bad(
    {
      es: `Telegram: ${host} no responde como Telegram`,
      en: `Telegram: ${host} does not answer as Telegram does`,
    },
    {
      es: "revisa TELEGRAM_API_ROOT (sin ella se usa la de Telegram) y lo que haya en medio; o prueba más tarde",
      en: "check TELEGRAM_API_ROOT (without it Telegram's own is used) and whatever stands between; or try later",
    },
  );
}
