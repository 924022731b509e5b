/** Asking TMDB's API. */
import type { Words } from "../../../words.js";
import { type ClientOptions, HttpClient } from "../../http/client.js";

export const DENIED: Words = {
  es: "TMDB no acepta el token de TMDB_TOKEN",
  en: "TMDB does not accept the token in TMDB_TOKEN",
};

/** @param token undefined where TMDB is no source */
export function createClient(
  token: string | undefined,
  options: Pick<ClientOptions, "timing" | "rateLimiter">,
): HttpClient {
  const headers = { authorization: `Bearer ${token ?? ""}`, accept: "application/json" };
  return new HttpClient({ name: "TMDB", denied: DENIED, headers, ...options });
}
