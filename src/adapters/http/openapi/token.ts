/** What the OpenAPI document says of the token, and of what its holder vouches for. */
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { HOLDER, KEY_HEADER, PERSON_HEADER, PLACE_HEADER } from "../api/vouching.js";
import { reference } from "./schemas.js";

export function tokenScheme(locale: Locale): object {
  return {
    type: "http",
    scheme: "bearer",
    description: say(locale, {
      es: "Lo que quien lleva el bot puso en HTTP_TOKEN. Sin él no se cambia nada.",
      en: "What whoever runs the bot put into HTTP_TOKEN. Without it nothing is changed.",
    }),
  };
}

/** Headers by which the holder says for whom, where, and which time. */
export function vouchingParameters(locale: Locale): Readonly<Record<string, object>> {
  const header = (name: string, description: Words, example: string) => ({
    name,
    in: "header",
    required: false,
    description: say(locale, description),
    schema: { type: "string" },
    example,
  });
  return {
    person: header(
      PERSON_HEADER,
      {
        es: `Por quién se pide, con el id de su plataforma; sin ella, ${HOLDER}. Lo personal (valorar, pendientes…) es suyo.`,
        en: `On whose behalf, by their platform's id; without it ${HOLDER}. What is personal (ratings, lists…) is theirs.`,
      },
      "discord:123456789",
    ),
    place: header(
      PLACE_HEADER,
      {
        es: "Dónde: la plataforma y los ids de servidor, canal o chat, y tema. Hace falta para ajustes y noches de cine.",
        en: "Where: the platform, and the ids of server, channel or chat, and topic. Needed for settings and film nights.",
      },
      "discord; server=10; chat=100",
    ),
    key: header(
      KEY_HEADER,
      {
        es: "Con la misma clave no ocurre dos veces, donde el comando lo sabe (noches de cine).",
        en: "Under the same key it does not happen twice, where the command knows of that (film nights).",
      },
      "b2a4-0001",
    ),
  };
}

/** What an operation that takes the token has beside its own parameters and responses. */
export const TOKEN_OPERATION = {
  security: [{ token: [] }],
  parameters: ["person", "place", "key"].map((name) => reference("parameters", name)),
  responses: { 401: reference("responses", "Unauthorized"), 403: reference("responses", "Forbidden") },
} as const;
