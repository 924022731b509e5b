/** The file of Spanish names that Wikidata has for films without a Spanish title: `labels.jsonl`. */
import { z } from "zod";
import { tmdbId } from "./tmdb-id.js";

export const LABELS_FORMAT = "claqueta-labels/1";
export const LABELS_FILE = "labels.jsonl";

/** One line: what Wikidata calls a film. */
export const labelLine = z.object({
  id: tmdbId,
  /** When Wikidata was asked, ISO 8601. The index build does without, so a line without it is still a label. */
  at: z.string().nullish().catch(undefined),
  /** The name; null where Wikidata has none, so that it is not asked again soon. */
  es: z.string().nullable(),
  /** Whether the name is that of all languages ("mul"), for want of a Spanish one: it is asked for again. */
  mul: z.boolean().nullish().catch(undefined),
});
