/** How Telegram hands its updates over, beside how the settings want them. */
import { z } from "zod";
import { bad, type CheckHost, type Finding, good, warning } from "../../../surface/finding.js";
import { TELEGRAM_API, type TelegramSettings } from "../settings.js";

export const webhookSchema = z.object({
  url: z.string(),
  pending_update_count: z.int().default(0),
  last_error_date: z.int().optional(),
  last_error_message: z.string().optional(),
});

export type WebhookInfo = z.output<typeof webhookSchema>;

/** An error that long ago, in seconds, says nothing of now. */
const RECENT = 3_600;
/** So many updates that wait mean that nobody takes them. */
const MANY = 100;
/** Telegram's own servers write to no other ports. */
const PORTS: ReadonlySet<string> = new Set(["", "80", "88", "443", "8443"]);

export function webhookFindings(
  info: WebhookInfo,
  settings: TelegramSettings,
  { now }: Pick<CheckHost, "now">,
): readonly Finding[] {
  const { pending_update_count: pending } = info;
  const waiting = {
    words: {
      es: `Telegram: ${pending} mensajes esperan a que alguien los recoja`,
      en: `Telegram: ${pending} messages wait for somebody to take them`,
    },
    advice: {
      es: "arranca el bot; si ya está en marcha, mira su registro",
      en: "start the bot; if it runs already, read its log",
    },
  };
  return [
    settings.mode === "polling" ? pollingFinding(info) : deliveryFinding(info, settings, now),
    ...(pending > MANY ? [warning(waiting.words, waiting.advice)] : []),
  ];
}

function pollingFinding({ url }: WebhookInfo): Finding {
  if (url === "") {
    return good({
      es: "Telegram: el bot pide los mensajes él mismo (polling), y no hay webhook que lo estorbe",
      en: "Telegram: the bot asks for messages itself (polling), and no webhook is in the way",
    });
  }
  return warning(
    {
      es: `Telegram: hay un webhook en ${hostOf(url)}, y TELEGRAM_MODE es polling`,
      en: `Telegram: there is a webhook at ${hostOf(url)}, and TELEGRAM_MODE is polling`,
    },
    {
      es: "al arrancar lo quito; si es de otro programa con este mismo token, pide otro bot a @BotFather",
      en: "I remove it at start; if it is another program's with this very token, ask @BotFather for another bot",
    },
  );
}

function deliveryFinding(info: WebhookInfo, settings: TelegramSettings, now: Date): Finding {
  const { webhookUrl = "" } = settings;
  const address = hostOf(webhookUrl);
  const unfit = unfitAddress(settings);
  if (unfit) return unfit;
  if (info.url !== webhookUrl) {
    return warning(
      {
        es: `Telegram: el webhook no está puesto en ${address}`,
        en: `Telegram: the webhook is not set to ${address}`,
      },
      { es: "se pone solo al arrancar", en: "it is set by itself at start" },
    );
  }
  const { last_error_date: failed = 0, last_error_message: why = "?" } = info;
  if (now.getTime() / 1000 - failed < RECENT) {
    return bad(
      {
        es: `Telegram: no consigue entregar a ${address}: ${why}`,
        en: `Telegram: it cannot deliver to ${address}: ${why}`,
      },
      {
        es: "mira que el proxy tenga https válido y lleve esa dirección al bot",
        en: "see that the proxy has valid https and takes that address to the bot",
      },
    );
  }
  return good({
    es: `Telegram: los mensajes llegan por webhook a ${address}`,
    en: `Telegram: messages arrive by webhook at ${address}`,
  });
}

/** What Telegram's own servers do not write to; a Bot API server of one's own does. */
function unfitAddress({ webhookUrl = "", apiRoot }: TelegramSettings): Finding | undefined {
  const { protocol, port } = new URL(webhookUrl);
  if (apiRoot !== TELEGRAM_API || (protocol === "https:" && PORTS.has(port))) return undefined;
  return bad(
    {
      es: "Telegram: TELEGRAM_WEBHOOK_URL no es una dirección a la que Telegram escriba",
      en: "Telegram: TELEGRAM_WEBHOOK_URL is no address that Telegram writes to",
    },
    {
      es: "tiene que ser https, en el puerto 443, 80, 88 u 8443",
      en: "it has to be https, on port 443, 80, 88 or 8443",
    },
  );
}

/** Without its path, in which some keep a secret. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "?";
}
