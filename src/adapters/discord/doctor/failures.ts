/** What a request to Discord that came to nothing means for the operator. */
import { z } from "zod";
import { bad, type Finding, warning } from "../../../surface/finding.js";
import { OperatorError, type Words } from "../../../words.js";
import { ApiError } from "../connection/rest.js";

const AGAIN: Words = {
  es: "copia el de tu aplicación (Bot → Reset Token) en DISCORD_TOKEN, en una sola línea y sin comillas dentro",
  en: "copy your application's (Bot → Reset Token) into DISCORD_TOKEN, on one line and without quotes within",
};

export const NO_TOKEN = warning(
  {
    es: "Discord: sin DISCORD_TOKEN no se puede comprobar la aplicación ni registrar comandos",
    en: "Discord: without DISCORD_TOKEN neither can the application be checked nor commands be registered",
  },
  AGAIN,
);

/** @param token for its form alone: nothing of it is told */
export function failureFinding(error: unknown, token: string, apiUrl: string): Finding {
  const where = new URL(apiUrl).host;
  // A setting that both ways to a platform need: HTTPS_PROXY.
  if (error instanceof OperatorError) return bad(error.words);
  if (error instanceof z.ZodError) return strange(where);
  if (!(error instanceof ApiError)) throw error;
  const { status } = error;
  if (status === 401) return refused(token);
  if (status === 0) return unreachable(where, error.cause);
  if (status === 429) {
    return warning(
      { es: "Discord: pide esperar (429)", en: "Discord: asks to wait (429)" },
      { es: "prueba otra vez dentro de unos minutos", en: "try again in a few minutes" },
    );
  }
  if (status >= 500) {
    return warning(
      { es: `Discord: su servidor falla (${status})`, en: `Discord: its server fails (${status})` },
      {
        es: "mira https://discordstatus.com y prueba más tarde",
        en: "look at https://discordstatus.com and try later",
      },
    );
  }
  return strange(where);
}

function refused(token: string): Finding {
  const hasForm = token.split(".").length === 3;
  return bad(
    {
      es: "Discord: DISCORD_TOKEN no vale (401)",
      en: "Discord: DISCORD_TOKEN is not valid (401)",
    },
    hasForm
      ? AGAIN
      : {
          es: `lo que hay no tiene la forma de un token de bot (tres partes con puntos): ¿es el Client Secret o la Public Key? ${AGAIN.es}`,
          en: `what is there has not the form of a bot's token (three parts with dots): is it the Client Secret or the Public Key? ${AGAIN.en}`,
        },
  );
}

function unreachable(where: string, cause: unknown): Finding {
  const { code } = (cause ?? {}) as { code?: unknown };
  const why = typeof code === "string" ? ` (${code})` : "";
  return bad(
    { es: `Discord: no se llega a ${where}${why}`, en: `Discord: ${where} cannot be reached${why}` },
    {
      es: "mira la conexión, el cortafuegos y, si hay proxy, HTTPS_PROXY",
      en: "look at the connection, the firewall and, where there is a proxy, HTTPS_PROXY",
    },
  );
}

function strange(where: string): Finding {
  return bad(
    {
      es: `Discord: ${where} no responde como Discord`,
      en: `Discord: ${where} does not answer as Discord does`,
    },
    {
      es: "revisa DISCORD_API_URL (sin ella se usa la de Discord) y lo que haya en medio",
      en: "check DISCORD_API_URL (without it Discord's own is used) and whatever stands between",
    },
  );
}
