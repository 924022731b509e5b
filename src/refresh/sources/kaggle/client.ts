/** Asking Kaggle about a dataset. */
import { z } from "zod";
import { SourceError } from "../../failure.js";
import { GONE, HttpClient, type Timing } from "../../http/client.js";

export interface KaggleSettings {
  readonly url: string;
  readonly username: string | undefined;
  readonly key: string | undefined;
}

const viewSchema = z.object({ lastUpdated: z.string().refine((text) => !Number.isNaN(Date.parse(text))) });

export function createClient(settings: KaggleSettings, timing?: Timing): HttpClient {
  const denied = {
    es: "Kaggle no acepta KAGGLE_USERNAME y KAGGLE_KEY, o el conjunto pide permiso",
    en: "Kaggle does not accept KAGGLE_USERNAME and KAGGLE_KEY, or the dataset asks for consent",
  };
  return new HttpClient({ name: "Kaggle", headers: headersOf(settings), denied, timing });
}

/**
 * When a dataset was last updated, as an ISO time.
 * @param path "owner/slug"
 * @throws SourceError
 */
export async function lastUpdated(
  client: HttpClient,
  url: string,
  path: string,
  signal: AbortSignal,
): Promise<string> {
  const read = (body: string) => viewSchema.parse(JSON.parse(body));
  const told = await client.ask(`${url}/datasets/view/${path}`, { signal }, read);
  if (told === GONE) throw missing(path);
  return new Date(told.lastUpdated).toISOString();
}

export function missing(path: string): SourceError {
  return new SourceError("missing", { es: `Kaggle no tiene ${path}`, en: `Kaggle does not have ${path}` });
}

/** Public datasets are for everybody; with a user name the key is a password, without one a token. */
function headersOf({ username, key }: KaggleSettings): Record<string, string> {
  if (key === undefined) return {};
  if (username === undefined) return { authorization: `Bearer ${key}` };
  return { authorization: `Basic ${Buffer.from(`${username}:${key}`).toString("base64")}` };
}
