/** What is told to a client that does not speak HTTP, sends endless headers, or is too slow: there is no request yet. */
import type { Socket } from "node:net";
import type { ErrorCode } from "../../../../chat/errors/codes.js";
import { say } from "../../../../chat/locale.js";
import type { Words } from "../../../../words.js";
import { PROBLEM_TYPE, problemOf } from "../../api/errors/problem.js";
import type { Presenting } from "../../api/present.js";

interface Told {
  readonly status: number;
  readonly reason: string;
  readonly code: ErrorCode;
  readonly words: Words;
}

const TOLD: Readonly<Record<string, Told>> = {
  HPE_HEADER_OVERFLOW: {
    // Headers have a status of their own.
    status: 431,
    reason: "Request Header Fields Too Large",
    code: "too_large",
    words: { es: "Las cabeceras son demasiado largas.", en: "The headers are too long." },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: "Request Timeout",
    code: "too_slow",
    words: { es: "La petición tardó demasiado en llegar.", en: "The request took too long to arrive." },
  },
};

const NOT_HTTP: Told = {
  status: 400,
  reason: "Bad Request",
  code: "invalid_request",
  words: { es: "Eso no es una petición HTTP.", en: "That is no HTTP request." },
};

/** @param presenting for whoever asks, who has not said which language they read */
export function tellClientError(error: NodeJS.ErrnoException, socket: Socket, presenting: Presenting): void {
  // Who has gone is told nothing.
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, reason, code, words } = TOLD[error.code ?? ""] ?? NOT_HTTP;
  const answer = { kind: "error", text: say(presenting.locale, words) } as const;
  const body = JSON.stringify({ ...problemOf(code, {}, answer, presenting), status });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Connection: close",
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
