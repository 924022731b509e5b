/** Films to be read field by field: drawn by a seed that is told before anybody has seen them. */
import { createHash } from "node:crypto";
import type { StarterFilm } from "../read/sources/starter/schema.js";

/**
 * So many films of all, each as likely as any other, in the order drawn.
 * @param seed the same one draws the same films, as long as no film comes or goes
 */
export function sampleOf(films: readonly StarterFilm[], count: number, seed: string): StarterFilm[] {
  const lot = ({ id }: StarterFilm): string => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  return films
    .map((film) => ({ film, lot: lot(film) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count)
    .map(({ film }) => film);
}
