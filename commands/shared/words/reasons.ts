/** Reasons for a recommendation in words. */
import type { Context } from "../../../src/chat/contract.js";
import { list, plural } from "../../../src/chat/format.js";
import { type Locale, say } from "../../../src/chat/locale.js";
import { quoted } from "../../../src/chat/text.js";
import type { NamedReason, Recommendation } from "../../../src/queries/discover/recommendations.js";
import { type FilmRef, isOfGenre, shownTitle } from "../../../src/queries/refs/film.js";
import type { Words } from "../../../src/words.js";
import { ofGenres, oneOfGenres } from "./genres.js";
import { fromCountry } from "./places.js";

/** More than these names or themes tire. */
const MOST_NAMES = 3;
/** And so do more reasons than these, where films were asked for together. */
const MOST_TOGETHER = 2;

const THEMES = { es: { one: "tema", other: "temas" }, en: { one: "theme", other: "themes" } };

type Reasons = Pick<Recommendation, "film" | "reasons" | "near">;

/**
 * Why a film is recommended, in few words. Where it is for several films, each reason names those it holds for.
 * @param asked the films that were asked for, or liked
 */
export function why(context: Context, recommendation: Reasons, asked: readonly FilmRef[]): string {
  const reasons = told(context, recommendation);
  if (asked.length !== 1) return whyTogether(context, reasons, recommendation.near, asked);
  const first = reasons.find(isAlso);
  return reasons.map((reason) => alone(context, reason, reason === first)).join("; ");
}

/**
 * The reasons worth telling. Whoever directed and wrote both is named once; those who are seen in a documentary are no
 * actors in it.
 */
function told(context: Context, { film, reasons }: Reasons): readonly NamedReason[] {
  const seen = (id: number) => isOfGenre(context.catalog, id, DOCUMENTARY);
  const withoutFilmed = reasons.filter(
    (reason) => reason.kind !== "cast" || !(seen(film.id) || seen(reason.with)),
  );
  return withoutFilmed.flatMap((reason) => {
    const by = (kind: NamedReason["kind"]) =>
      withoutFilmed.find((other) => other.kind === kind && other.with === reason.with);
    const directed = by("director");
    if (reason.kind === "writer" && directed !== undefined) return [];
    if (reason !== directed) return [reason];
    const names = new Map([...reason.shared, ...(by("writer")?.shared ?? [])].map((one) => [one.name, one]));
    return [{ ...reason, shared: [...names.values()] }];
  });
}

const DOCUMENTARY = "Documentary";

/** "comedia dramática, como «Todo sobre mi madre»; gustó al mismo público que «Volver»". */
function whyTogether(
  context: Context,
  reasons: readonly NamedReason[],
  near: Recommendation["near"],
  asked: readonly FilmRef[],
): string {
  const { locale } = context;
  const titleOf = (id: number) =>
    asked.flatMap((film) => (film.id === id ? quoted(shownTitle(film, locale.tag)) : []));
  const films = new Map<string, { readonly kind: NamedReason["kind"]; readonly with: number[] }>();
  for (const reason of reasons) {
    const words = plainWords(context, reason);
    const same = films.get(words);
    if (same === undefined) films.set(words, { kind: reason.kind, with: [reason.with] });
    else same.with.push(reason.with);
  }
  if (films.size === 0) {
    const [title] = near === null ? [] : titleOf(near);
    return title ? say(locale, { es: `en la línea de ${title.es}`, en: `in the vein of ${title.en}` }) : "";
  }
  return groupedByFilms(films)
    .map(({ words, ...reason }) => {
      const titles = reason.with.flatMap(titleOf);
      const es = list(
        { language: "es", tag: "es" },
        titles.map((title) => title.es),
      );
      const en = list(
        { language: "en", tag: "en" },
        titles.map((title) => title.en),
      );
      return reason.kind === "liked"
        ? say(locale, { es: `${words} que ${es}`, en: `${words} as ${en}` })
        : say(locale, { es: `${words}, como ${es}`, en: `${words}, like ${en}` });
    })
    .join("; ");
}

interface GroupedReason {
  readonly words: string;
  readonly kind: NamedReason["kind"];
  readonly with: readonly number[];
}

/** The first reasons; those of the same films in one. */
function groupedByFilms(reasons: ReadonlyMap<string, Omit<GroupedReason, "words">>): GroupedReason[] {
  const groups = new Map<string, GroupedReason>();
  for (const [words, reason] of [...reasons].slice(0, MOST_TOGETHER)) {
    // What the same people liked is told in a sentence of its own.
    const key = reason.kind === "liked" ? words : reason.with.toSorted((a, b) => a - b).join(" ");
    const same = groups.get(key);
    groups.set(
      key,
      same === undefined ? { words, ...reason } : { ...same, words: `${same.words}, ${words}` },
    );
  }
  return [...groups.values()];
}

/** Whether a reason is said of this film, as of the other: of both together nobody says "también". */
function isAlso({ kind }: NamedReason): boolean {
  return kind !== "collection" && kind !== "keywords" && kind !== "liked";
}

/** @param isFirst said with "también", once: "también de …; con …" */
function alone(context: Context, reason: NamedReason, isFirst: boolean): string {
  const { locale } = context;
  const also = isFirst ? say(locale, { es: "también ", en: "also " }) : "";
  if (reason.kind !== "genres") return `${also}${plainWords(context, reason)}`;
  const genres = ofGenres(context, namesOf(reason));
  return say(locale, { es: `${also}es ${genres}`, en: `${also}${genres}` });
}

function namesOf({ shared }: NamedReason): string[] {
  return shared.slice(0, MOST_NAMES).map(({ name }) => name);
}

/** A reason as it is worded wherever it stands; genres where several films share it. */
function plainWords(context: Context, reason: NamedReason): string {
  const { locale } = context;
  const shown = namesOf(reason);
  const names = list(locale, shown);
  switch (reason.kind) {
    case "liked":
      return say(locale, { es: "gustó al mismo público", en: "liked by the same people" });
    case "genres":
      return oneOfGenres(context, shown);
    case "collection":
      return say(locale, { es: "de la misma saga", en: "of the same franchise" });
    case "director":
      return say(locale, { es: `de ${names}`, en: `by ${names}` });
    case "writer":
      return say(locale, { es: `escrita por ${names}`, en: `written by ${names}` });
    case "cast":
      return say(locale, { es: `con ${names}`, en: `with ${names}` });
    case "keywords":
      return themes(locale, reason.shared);
    case "companies":
      return say(locale, { es: `producida por ${names}`, en: `produced by ${names}` });
    case "country":
      return say(locale, countriesOf(context, shown));
    case "era": {
      const decade = decadeName(Number(shown[0]));
      return say(locale, { es: `de ${decade.es}`, en: `from ${decade.en}` });
    }
  }
}

function themes(locale: Locale, shared: NamedReason["shared"]): string {
  // Two keywords may have one name in Spanish.
  const names = new Set(shared.map(({ name, nameEs }) => say(locale, { es: nameEs ?? name, en: name })));
  const shown = [...names].slice(0, MOST_NAMES);
  return `${plural(locale, shown.length, THEMES)}: ${list(locale, shown)}`;
}

/** "de México", "de la Unión Soviética y Polonia". */
function countriesOf({ find, locale }: Context, codes: readonly string[]): Words {
  const names = codes.map((code) => {
    const term = find.term("country", code);
    return term.kind === "found" ? say(locale, term.value.label) : code;
  });
  const all = list(locale, names);
  return fromCountry({ es: all, en: all });
}

/** "los años 50", "the 1950s". */
function decadeName(decade: number): Words {
  const short = decade >= 1920 && decade < 2000;
  return { es: short ? `los años ${decade % 100}` : `la década de ${decade}`, en: `the ${decade}s` };
}
