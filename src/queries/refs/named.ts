/** Things with an id of their source and a name: collections, companies. */
import { z } from "zod";

export const namedRefSchema = z
  .object({ id: z.int().describe("TMDB id; below 0 where the source gave none"), name: z.string() })
  .meta({ id: "Named" });
