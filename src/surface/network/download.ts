/** A file that somebody sent, fetched from the platform's own host and from nowhere else. No error holds its address. */
import { Agent as HttpAgent, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { UserError } from "../../chat/errors/errors.js";
import { createHttpsAgent, type ProxyEnvironment } from "./proxy-agent.js";

export interface Download {
  readonly url: URL;
  readonly mostBytes: number;
  /** Milliseconds, for all of it. */
  readonly patience: number;
  readonly environment: ProxyEnvironment;
}

/**
 * The bytes of a file. What leads elsewhere is not followed.
 * @throws UserError where it is too large or cannot be had
 */
export function download({ url, mostBytes, patience, environment }: Download): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const request = secure
      ? requestHttps(url, { agent: createHttpsAgent(environment, {}) })
      : requestHttp(url, { agent: new HttpAgent() });
    const fail = (error: UserError) => {
      clearTimeout(timer);
      request.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(notHad()), patience);
    request.once("error", () => fail(notHad()));
    request.once("response", (response) => {
      const announced = Number(response.headers["content-length"] ?? 0);
      if (response.statusCode !== 200) return fail(notHad());
      if (announced > mostBytes) return fail(tooLarge(mostBytes));
      const pieces: Buffer[] = [];
      let size = 0;
      response.on("data", (piece: Buffer) => {
        size += piece.length;
        if (size > mostBytes) fail(tooLarge(mostBytes));
        else pieces.push(piece);
      });
      response.once("error", () => fail(notHad()));
      response.once("close", () => {
        if (!response.complete) return fail(notHad());
        clearTimeout(timer);
        resolve(Buffer.concat(pieces));
      });
    });
    request.end();
  });
}

/** The error of a file that is larger than is read. */
export function tooLarge(mostBytes: number): UserError {
  const megabytes = Math.floor(mostBytes / 1_000_000);
  return new UserError("too_large", {
    es: `El archivo es demasiado grande: se leen hasta ${megabytes} MB.`,
    en: `The file is too large: up to ${megabytes} MB are read.`,
  });
}

/** The error of a file that the platform does not hand out. */
export function notHad(): UserError {
  return new UserError("unavailable", {
    es: "No pude descargar el archivo. Vuelve a enviarlo.",
    en: "I could not download the file. Please send it again.",
  });
}
