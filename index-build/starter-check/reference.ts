/** Our titles in Spain against a reference. */
import { fold } from "../../src/find/encode/fold.js";
import type { Finding } from "./finding.js";

export interface Agreement {
  /** Films of which both have a title. */
  readonly both: number;
  readonly same: number;
  readonly findings: readonly Finding[];
}

/**
 * @param byFilm our titles in Spain, by TMDB id
 * @param reference rows of TMDB id and title; of a film there may be several
 */
export function compareTitles(
  byFilm: ReadonlyMap<number, { readonly es: string }>,
  reference: readonly { readonly id: number; readonly title: string }[],
): Agreement {
  const theirs = new Map<number, string[]>();
  for (const { id, title } of reference) {
    if (byFilm.has(id)) theirs.set(id, [...(theirs.get(id) ?? []), title]);
  }
  const findings = [...theirs].flatMap(([id, titles]): Finding[] => {
    const ours = byFilm.get(id)?.es ?? "";
    if (titles.some((title) => fold(title) === fold(ours))) return [];
    return [{ rule: "reference", about: id, detail: `ours “${ours}”, theirs “${titles.join("”, “")}”` }];
  });
  return { both: theirs.size, same: theirs.size - findings.length, findings };
}
