/** What a run leaves for the next to remember. */
import { z } from "zod";

export const memorySchema = z.object({
  /** Last day whose changes are known; null before the first run. */
  watermark: z.string().nullable(),
  /** Films that were to be asked for and are not there yet. */
  owed: z.array(z.int()),
  /** Ids in the last list that was believed. */
  listed: z.int(),
  /** A list that was too short to be believed: its day, and how many ids it had. */
  shrunken: z.object({ day: z.string(), ids: z.int() }).nullish().catch(null),
});

export type Memory = z.infer<typeof memorySchema>;
