/**
 * A film as it is kept of TMDB's answer: in TMDB's own terms, less what nothing is made of.
 *
 * One schema for both sides. A refresh puts each film through it before it is written (some twenty a second), so what
 * the schema does not name is not kept. The index build puts each line through it again: files are older than the
 * program that reads them. Both are forgiving in the same way: what is missing, null or of another kind is unknown, and
 * one odd cell costs neither the film nor the rest of its list.
 */
import { z } from "zod";
import { tmdbId } from "./tmdb-id.js";

const text = z.string().nullish().catch(undefined);
const number = z.number().nullish().catch(undefined);

/** A list without the items that are not as they should be. */
const listOf = <Item>(item: z.ZodType<Item>) =>
  z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((items) =>
      items.flatMap((one): Item[] => {
        const read = item.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

const named = z.object({ id: tmdbId, name: z.string() });

/** TMDB's names of the terms on which a film is offered: by subscription, free, with advertisements, to rent, to buy. */
export const OFFER_TERMS = ["flatrate", "free", "ads", "rent", "buy"] as const;
export type OfferTerm = (typeof OFFER_TERMS)[number];

const offers = listOf(z.object({ provider_name: z.string() }));

/** Who offers the film in one region. Undefined where no region is told: then nothing is known of it. */
const providers = z
  .object({
    /** ISO 3166-1 alpha-2. */
    region: z.string().regex(/^[A-Z]{2}$/u),
    ...({ flatrate: offers, free: offers, ads: offers, rent: offers, buy: offers } satisfies Record<
      OfferTerm,
      typeof offers
    >),
  })
  .nullish()
  .catch(undefined);

export const tmdbFilm = z.object({
  id: tmdbId,
  imdb_id: text,
  /** In Spanish; the original title where TMDB has no Spanish one. */
  title: text,
  original_title: text,
  /** ISO 639-1. */
  original_language: text,
  /** In Spanish, like `title`. */
  overview: text,
  /** YYYY-MM-DD. */
  release_date: text,
  /** Minutes; 0 stands for unknown. */
  runtime: number,
  /** US dollars; 0 stands for unknown. */
  budget: number,
  revenue: number,
  popularity: number,
  vote_count: number,
  /** 0–10. */
  vote_average: number,
  adult: z.boolean().catch(false).default(false),
  /** "Released", "Planned"… */
  status: text,
  /** Below TMDB's image server: "/abc.jpg". */
  poster_path: text,
  belongs_to_collection: named.nullish().catch(undefined),
  genres: listOf(named),
  production_companies: listOf(named),
  production_countries: listOf(z.object({ iso_3166_1: z.string().regex(/^[A-Z]{2}$/u), name: z.string() })),
  spoken_languages: listOf(
    z.object({ iso_639_1: z.string().regex(/^[a-z]{2,3}$/u), english_name: z.string() }),
  ),
  keywords: listOf(named),
  /** `order` is the place in the billing, from 0. */
  cast: listOf(named.extend({ order: z.number() })),
  crew: listOf(named.extend({ job: z.string() })),
  /** Titles and summaries in the languages that people here read. */
  translations: listOf(
    z.object({ iso_639_1: z.string(), iso_3166_1: z.string(), title: text, overview: text }),
  ),
  /** What the film is called in a country. */
  alternative_titles: listOf(z.object({ iso_3166_1: z.string(), title: z.string() })),
  providers,
});

export type TmdbFilm = z.output<typeof tmdbFilm>;
