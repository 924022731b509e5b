/** Names and their ids: every person, company and series is spelled one way, and ids.json holds just what is used. */
import { fold } from "../../src/find/encode/fold.js";
import { splitNameAndId } from "../read/sources/starter/reader.js";
import type { StarterFilm } from "../read/sources/starter/schema.js";
import type { Finding } from "./finding.js";
import type { Starter } from "./load.js";

const VOCABULARIES = ["people", "companies", "keywords", "collections"] as const;
type Vocabulary = (typeof VOCABULARIES)[number];

function namesIn(film: StarterFilm, vocabulary: Vocabulary): readonly string[] {
  switch (vocabulary) {
    case "people":
      return [...(film.directors ?? []), ...(film.writers ?? []), ...(film.cast ?? [])];
    case "companies":
      return film.companies ?? [];
    case "keywords":
      return film.keywords ?? [];
    case "collections":
      return film.collection === undefined ? [] : [film.collection];
  }
}

export function checkNames({ films, ids }: Pick<Starter, "films" | "ids">): Finding[] {
  return VOCABULARIES.flatMap((vocabulary) => {
    const used = new Set<string>();
    const findings: Finding[] = [];
    for (const { film } of films) {
      const lists =
        vocabulary === "people" ? [film.directors, film.writers, film.cast] : [namesIn(film, vocabulary)];
      for (const list of lists) {
        for (const name of repeated(list ?? []))
          findings.push({
            rule: "duplicate",
            about: film.id,
            detail: `${name} twice among its ${vocabulary}`,
          });
      }
      for (const name of namesIn(film, vocabulary)) {
        used.add(name);
        // Only the dataset tells popularity, and it tells the ids of its people.
        const isFromDataset = film.popularity !== undefined && !isCreditedFromKnowledge(film);
        const needsId = isFromDataset && vocabulary === "people";
        if (needsId && ids[vocabulary]?.[name] === undefined && splitNameAndId(name).id === undefined)
          findings.push({ rule: "ids", about: name, detail: `no id in ids.json (film ${film.id})` });
      }
    }
    return [...findings, ...unused(ids[vocabulary] ?? {}, used), ...spellings(used, vocabulary)];
  });
}

function isCreditedFromKnowledge({ fromKnowledge = [] }: StarterFilm): boolean {
  return fromKnowledge.includes("cast") || fromKnowledge.includes("directors");
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function unused(ids: Readonly<Record<string, number>>, used: ReadonlySet<string>): Finding[] {
  const nameById = new Map<number, string>();
  return Object.entries(ids).flatMap(([name, id]): Finding[] => {
    const other = nameById.get(id);
    nameById.set(id, name);
    return [
      ...(used.has(name)
        ? []
        : [{ rule: "ids", about: name, detail: "in ids.json, but in no film" } as const]),
      ...(other === undefined
        ? []
        : [{ rule: "ids", about: name, detail: `has the id of ${other}` } as const]),
    ];
  });
}

/** Two spellings that differ in accents, case or punctuation alone are one person, one company, one theme. */
function spellings(used: ReadonlySet<string>, vocabulary: Vocabulary): Finding[] {
  const byFold = new Map<string, string>();
  return [...used].sort().flatMap((written): Finding[] => {
    const name = splitNameAndId(written).name ?? written;
    const folded = fold(name).replaceAll(" ", "");
    const other = byFold.get(folded);
    byFold.set(folded, name);
    if (other === undefined || other === name) return [];
    return [{ rule: "spelling", about: name, detail: `is written “${other}” too, among ${vocabulary}` }];
  });
}
