/** What is told to a client that does not speak HTTP, sends endless headers, or is too slow: there is no request yet. */
import type { Socket } from "node:net";
import type { Locale } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { errorBody } from "../api/content.js";
import type { ErrorCode } from "../api/http-error.js";

interface Told {
  readonly status: string;
  readonly code: ErrorCode;
  readonly words: Words;
}

const TOLD: Readonly<Record<string, Told>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    code: "too_large",
    words: { es: "Las cabeceras son demasiado largas.", en: "The headers are too long." },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: "408 Request Timeout",
    code: "too_slow",
    words: { es: "La petición tardó demasiado en llegar.", en: "The request took too long to arrive." },
  },
};

const NOT_HTTP: Told = {
  status: "400 Bad Request",
  code: "invalid_request",
  words: { es: "Eso no es una petición HTTP.", en: "That is no HTTP request." },
};

/** @param locale whoever asks has not said theirs */
export function tellClientError(error: NodeJS.ErrnoException, socket: Socket, locale: Locale): void {
  // Who has gone is told nothing.
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const told = TOLD[error.code ?? ""] ?? NOT_HTTP;
  const body = JSON.stringify(errorBody({ ...told, details: {} }, locale));
  const head = [
    `HTTP/1.1 ${told.status}`,
    "Connection: close",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
