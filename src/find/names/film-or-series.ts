/** Whether a title means a film or a series: who is called just that is meant before what is only near. */
import type { Catalog } from "../../catalog/catalog.js";
import type { FilmRow } from "../../catalog/rows.js";
import { KEY_KINDS } from "../encode/keys/keys.js";
import type { Resolution, TitleMeaning } from "../port.js";
import { SAME_FIT } from "./candidates.js";
import { INEXACT } from "./distance/cost.js";
import type { Domains } from "./domain.js";
import { rankFilms } from "./films/titles.js";
import { type SeriesMeaning, seriesMeant } from "./groups/series.js";

/** Who leaves out an article means a film so well known (log10 of votes) before a series without one. */
const KNOWN_WITHOUT_ARTICLE = 2.5;
/** More series below a film are no help. */
const MOST_OFFERED = 3;

/** @param film what the text means as the title of a film */
export function filmOrSeries(
  catalog: Catalog,
  domains: Domains,
  text: string,
  film: Resolution<FilmRow>,
): TitleMeaning {
  // Beside a film of just that name no series counts that is only near.
  const isExact = film.kind === "found" && film.fit === "exact";
  const series = seriesMeant(catalog, domains.series, text, isExact ? SAME_FIT : undefined);
  const { resolution, cost, told } = series;
  if (resolution.kind === "none") return { kind: "film", film, series: [] };
  const filmCost = costOf(catalog, domains, text, film);
  // A series that is itself only offered is so where no film can be.
  const isFirm = resolution.kind === "found" || resolution.reason === undefined || film.kind === "none";
  if (isFirm && (told || outweighs(domains.film, series, film, filmCost)))
    return { kind: "series", series: resolution, films: filmCost < INEXACT ? exactly(film) : [] };
  const isNear = cost < SAME_FIT || (resolution.kind === "found" && cost <= filmCost);
  const values =
    resolution.kind === "found" ? [resolution.value, ...resolution.namesakes] : resolution.values;
  return { kind: "film", film, series: isNear ? values.slice(0, MOST_OFFERED) : [] };
}

/**
 * A film that is found is left only for a series that is called so, and nearer, and not where the film is well known and
 * lacks but its article ("Call of the Wild"); one that is only offered, for a series that lies nearer.
 */
function outweighs(
  { fame, kindCosts }: Domains["film"],
  { cost }: SeriesMeaning,
  film: Resolution<FilmRow>,
  filmCost: number,
): boolean {
  const isSettled = film.kind === "found" || (film.kind === "choices" && film.reason === undefined);
  if (!isSettled) return cost < filmCost;
  const lacksArticle = film.kind === "found" && filmCost <= kindCosts[KEY_KINDS.bare];
  if (lacksArticle && fame.logVotes(film.value) >= KNOWN_WITHOUT_ARTICLE) return false;
  return cost < INEXACT && cost + SAME_FIT < filmCost;
}

/** How far a film lies from the text, in edits: of one that was found by more than its title, as far as what is near. */
function costOf(catalog: Catalog, domains: Domains, text: string, film: Resolution<FilmRow>): number {
  if (film.kind === "none") return Number.POSITIVE_INFINITY;
  const { ranked } = rankFilms(catalog, domains.film, text);
  if (film.kind === "choices") return ranked[0]?.cost ?? INEXACT;
  return ranked.find(({ row }) => row === film.value)?.cost ?? INEXACT;
}

function exactly(film: Resolution<FilmRow>): readonly FilmRow[] {
  if (film.kind === "found") return [film.value];
  return film.kind === "choices" ? film.values.slice(0, MOST_OFFERED) : [];
}
