/** Whether Kaggle would give a dataset. */
import type { Words } from "../../../words.js";
import type { Timing } from "../../http/client.js";
import { createClient, type KaggleSettings, lastUpdated } from "./client.js";

/** @param path "owner/slug" */
export async function kaggleAccess(path: string, settings: KaggleSettings, timing: Timing): Promise<Words> {
  const { signal } = new AbortController();
  const updated = await lastUpdated(createClient(settings, timing), settings.url, path, signal);
  const day = updated.slice(0, 10);
  return { es: `Kaggle: da ${path}, del ${day}`, en: `Kaggle: gives ${path}, of ${day}` };
}
