/** A night as programs read it. It names nobody, and tells nothing of votes that are hidden. */
import { z } from "zod";

export const nightResultSchema = z.object({
  id: z.string(),
  title: z.string(),
  phase: z.enum(["proposing", "together", "voting", "over", "closed", "cancelled"]),
  deadline: z.string(),
  films: z.array(z.int()).describe("TMDB ids, in order of proposal"),
  voters: z.int(),
  winner: z.int().nullable(),
});

export type NightResult = z.infer<typeof nightResultSchema>;
