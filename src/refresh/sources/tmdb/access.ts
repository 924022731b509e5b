/** Whether TMDB accepts our token. */
import { z } from "zod";
import type { Words } from "../../../words.js";
import { DeniedError } from "../../failure.js";
import { GONE, type Timing } from "../../http/client.js";
import { createClient, DENIED } from "./client.js";
import type { TmdbSettings } from "./source.js";

const answerSchema = z.object({ success: z.literal(true) });

export async function tmdbAccess(
  { token, apiUrl }: Pick<TmdbSettings, "token" | "apiUrl">,
  timing: Timing,
): Promise<Words> {
  const { signal } = new AbortController();
  const read = (body: string) => answerSchema.parse(JSON.parse(body));
  const told = await createClient(token, { timing }).ask(`${apiUrl}/3/authentication`, { signal }, read);
  if (told === GONE) throw new DeniedError(DENIED);
  return { es: "TMDB: el token vale", en: "TMDB: the token is valid" };
}
