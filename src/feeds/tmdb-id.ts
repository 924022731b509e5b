/** How films are identified in every feed: by their number at TMDB. */
import { z } from "zod";

/** Ids are kept in columns of 32-bit integers. */
export const MAX_ID = 0x7fff_ffff;

export const tmdbId = z.int().positive().max(MAX_ID);
