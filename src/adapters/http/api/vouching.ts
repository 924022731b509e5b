/**
 * Who may change something over HTTP: whoever shows the operator's token. They say by ids on whose behalf and where, since
 * no platform vouches for anybody here.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Asking, Place } from "../../../chat/asking.js";
import { quoted } from "../../../chat/text.js";
import { HttpError } from "./errors/http-error.js";

export const PERSON_HEADER = "claqueta-person";
export const PLACE_HEADER = "claqueta-place";
export const KEY_HEADER = "idempotency-key";

/** Who it is where they name nobody. */
export const HOLDER = "http:token";

export type Vouched = Required<Pick<Asking, "asker">> & Pick<Asking, "place" | "key">;

type Headers = Readonly<IncomingHttpHeaders>;

export class Vouching {
  readonly #expected: Buffer | undefined;

  /** @param token undefined where nothing is changed over HTTP */
  constructor(token: string | undefined) {
    this.#expected = token === undefined ? undefined : digest(token);
  }

  /**
   * What the token's holder vouches for; undefined where none is shown.
   * @throws HttpError for a wrong token, and for an id that is none
   */
  of(headers: Headers): Vouched | undefined {
    return headers.authorization === undefined ? undefined : this.required(headers);
  }

  /** The same where a token is needed. @throws HttpError where none is shown, too */
  required(headers: Headers): Vouched {
    if (this.#expected === undefined) throw nothingIsChanged();
    const [, shown] = /^Bearer +(\S+) *$/iu.exec(headers.authorization ?? "") ?? [];
    // Of their digests, which are of one length: how long it takes tells nothing of the token.
    if (shown === undefined || !timingSafeEqual(digest(shown), this.#expected)) throw tokenNeeded();
    const { [PERSON_HEADER]: person, [PLACE_HEADER]: place, [KEY_HEADER]: key } = headers;
    return {
      asker: { id: personOf(person), moderates: true },
      ...(place === undefined ? {} : { place: placeOf(place) }),
      ...(key === undefined ? {} : { key: keyOf(key) }),
    };
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function nothingIsChanged(): HttpError {
  return new HttpError("not_allowed", {
    es: "Por HTTP aquí no se cambia nada: para permitirlo, quien lleva el bot define HTTP_TOKEN (24 caracteres o más).",
    en: "Nothing is changed over HTTP here: to allow it, whoever runs the bot sets HTTP_TOKEN (24 characters or more).",
  });
}

function tokenNeeded(): HttpError {
  const words = {
    es: "Eso pide el token de quien lleva el bot: «Authorization: Bearer …», con lo que dice HTTP_TOKEN.",
    en: "That takes the token of whoever runs the bot: “Authorization: Bearer …”, with what HTTP_TOKEN says.",
  };
  return new HttpError("unauthorized", words, { headers: { "www-authenticate": 'Bearer realm="claqueta"' } });
}

type Header = string | readonly string[];

function personOf(header: Header | undefined): string {
  if (header === undefined) return HOLDER;
  const text = String(header);
  if (/^[a-z]{1,20}:[\w-]{1,40}$/u.test(text)) return text;
  throw wrongHeader(PERSON_HEADER, text, { es: "como discord:123", en: "like discord:123" });
}

/** "discord; server=10; chat=100; topic=7". */
function placeOf(header: Header): Place {
  const text = String(header);
  const [platform = "", ...parts] = text.split(";").map((part) => part.trim());
  const ids = new Map(
    parts.map((part) => {
      const read = /^(server|chat|topic)=([\w-]{1,40})$/u.exec(part);
      return [read?.[1], read?.[2]];
    }),
  );
  const [server, chat, topic] = ["server", "chat", "topic"].map((name) => ids.get(name));
  if (
    /^[a-z]{1,20}$/u.test(platform) &&
    chat !== undefined &&
    ids.size === parts.length &&
    !ids.has(undefined)
  ) {
    return { platform, chat, ...(server ? { server } : {}), ...(topic ? { topic } : {}) };
  }
  throw wrongHeader(PLACE_HEADER, text, {
    es: "como «discord; server=10; chat=100» o «telegram; chat=-100; topic=7»",
    en: "like “discord; server=10; chat=100” or “telegram; chat=-100; topic=7”",
  });
}

function keyOf(header: Header): string {
  const text = String(header);
  if (/^[\w.:-]{8,64}$/u.test(text)) return `http/${text}`;
  throw wrongHeader(KEY_HEADER, text, {
    es: "de 8 a 64 letras, cifras, y «.», «:», «_» o «-»",
    en: "8 to 64 letters, digits, and “.”, “:”, “_” or “-”",
  });
}

function wrongHeader(parameter: string, held: string, wanted: { es: string; en: string }): HttpError {
  const shown = quoted(held);
  const words = {
    es: `La cabecera ${parameter} ha de ser ${wanted.es}, y recibí ${shown.es}.`,
    en: `The header ${parameter} has to be ${wanted.en}; I got ${shown.en}.`,
  };
  return new HttpError("invalid_parameter", words, { parameter });
}
