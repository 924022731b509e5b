/** What speaks for a film being about something, and how much: 0–1, from where it stands. */
import type { FilmRow, Rows } from "../../catalog/rows.js";
import { MOST_KEYWORDS, type Places, placesOfByte } from "../encode/text/weights.js";

/**
 * So many films of a word, a genre, a time, a country or a theme are looked at, best known first: more than have anything in
 * common among fifty thousand films, so that among a million a common word takes no longer.
 */
export const MOST_LOOKED_AT = 25_000;

/** Films, ascending, each with a byte that a scale reads. */
export interface Evidence {
  readonly films: Rows<FilmRow>;
  readonly bytes: ArrayLike<number>;
  /** What a byte says of a film, 0–1. */
  readonly scale: Float32Array;
  /** What it is worth where it could not say more of a film. */
  readonly worth: number;
}

/** How likely a film with so many keywords of a thing is about it. */
const BY_KEYWORDS = [0, 0.5, 0.6, 0.65];
/** What the longest and most insistent plot says, and the weight of which half of that is reached. */
const BY_PLOT = 0.8;
const HALF_PLOT = 1.5;
/** A word in a title is often another thing's name; as what was typed it counts more. */
const THEME_IN_TITLE = 0.25;
const WORD_IN_TITLE = 0.6;
/** The more places agree the surer: what one alone says is not much. */
const AGREEMENT = 1.7;

function scale(value: (places: Places) => number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => value(placesOfByte(byte)));
}

function told(places: Places, inTitle: number): number {
  const keywords = BY_KEYWORDS[Math.min(MOST_KEYWORDS, places.keywords)] ?? 0;
  const plot = (BY_PLOT * places.plot) / (places.plot + HALF_PLOT);
  const doubt = (1 - keywords) * (1 - plot) * (1 - (places.title ? inTitle : 0));
  return (1 - doubt) ** AGREEMENT;
}

/** Of a word or phrase. */
export const WORD_SCALE = scale((places) => told(places, WORD_IN_TITLE));
/** Of a theme, whose names stand in for each other. */
export const THEME_SCALE = scale((places) => told(places, THEME_IN_TITLE));
/** Of a name: its place in the plot holds what the part is worth. */
export const NAME_SCALE = scale(({ plot }) => plot / 4);
/** Of what is known otherwise than by terms: see `factByte`. */
export const FACT_SCALE = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

/** @param value 0–1 */
export function factByte(value: number): number {
  return Math.round(value * 255);
}
