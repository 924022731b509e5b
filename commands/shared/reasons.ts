/** Reasons for a recommendation in words. */
import type { Context } from "../../src/chat/contract.js";
import { list, plural } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import { quoted } from "../../src/chat/text.js";
import type { NamedReason, Recommendation } from "../../src/queries/discover/recommendations.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import type { Words } from "../../src/words.js";
import { ofGenres } from "./genre-words.js";

/** More than these names or themes tire. */
const MOST_NAMES = 3;

const THEMES = { es: { one: "tema", other: "temas" }, en: { one: "theme", other: "themes" } };

/**
 * Why a film is recommended. Where it is for several films, each reason names the one it holds for.
 * @param asked the films that were asked for, or liked
 */
export function why(
  context: Context,
  { reasons, near }: Pick<Recommendation, "reasons" | "near">,
  asked: readonly FilmRef[],
): string {
  const { locale } = context;
  const said = (own: readonly NamedReason[]) =>
    own.map((reason) => reasonWords(context, reason, reason === own.find(isAlso))).join("; ");
  if (asked.length === 1) return said(reasons);
  return asked
    .flatMap((film) => {
      const own = reasons.filter((reason) => reason.with === film.id);
      const title = quoted(shownTitle(film, locale.tag));
      const words = said(own);
      if (own.length > 0)
        return say(locale, { es: `como ${title.es}, ${words}`, en: `like ${title.en}, ${words}` });
      return reasons.length === 0 && near === film.id
        ? say(locale, { es: `en la línea de ${title.es}`, en: `in the vein of ${title.en}` })
        : [];
    })
    .join("; ");
}

/** Whether a reason is said of this film, as of the other: of both together nobody says "también". */
function isAlso({ kind }: NamedReason): boolean {
  return kind !== "collection" && kind !== "keywords" && kind !== "liked";
}

/** @param isFirst said with "también", once: "también la dirige …; con …" */
function reasonWords(context: Context, { kind, shared }: NamedReason, isFirst: boolean): string {
  const { locale } = context;
  const also = isFirst ? { es: "también ", en: "also " } : { es: "", en: "" };
  const shown = shared.slice(0, MOST_NAMES).map(({ name }) => name);
  const names = list(locale, shown);
  const several = shown.length > 1;
  switch (kind) {
    case "collection":
      return say(locale, { es: "de la misma saga", en: "of the same franchise" });
    case "director":
      return say(locale, {
        es: `${also.es}la ${several ? "dirigen" : "dirige"} ${names}`,
        en: `${also.en}directed by ${names}`,
      });
    case "writer":
      return say(locale, {
        es: `${also.es}la ${several ? "escriben" : "escribe"} ${names}`,
        en: `${also.en}written by ${names}`,
      });
    case "cast":
      return say(locale, { es: `${also.es}con ${names}`, en: `${also.en}with ${names}` });
    case "keywords":
      return themes(locale, shared);
    case "genres": {
      const genres = ofGenres(context, shown);
      return say(locale, { es: `${also.es}es ${genres}`, en: `${also.en}${genres}` });
    }
    case "companies":
      return say(locale, { es: `${also.es}de ${names}`, en: `${also.en}from ${names}` });
    case "country": {
      const from = list(
        locale,
        shown.map((code) => countryName(context, code)),
      );
      return say(locale, { es: `${also.es}de ${from}`, en: `${also.en}from ${from}` });
    }
    case "era": {
      const decade = decadeName(Number(shown[0]));
      return say(locale, { es: `${also.es}de ${decade.es}`, en: `${also.en}from ${decade.en}` });
    }
    case "liked":
      return say(locale, { es: "gusta a la misma gente", en: "liked by the same people" });
  }
}

function themes(locale: Locale, shared: NamedReason["shared"]): string {
  // Two keywords may have one name in Spanish.
  const names = new Set(shared.map(({ name, nameEs }) => say(locale, { es: nameEs ?? name, en: name })));
  const shown = [...names].slice(0, MOST_NAMES);
  return `${plural(locale, shown.length, THEMES)}: ${list(locale, shown)}`;
}

function countryName({ find, locale }: Context, code: string): string {
  const term = find.term("country", code);
  return term.kind === "found" ? say(locale, term.value.label) : code;
}

/** "los años 50", "the 1950s". */
function decadeName(decade: number): Words {
  const short = decade >= 1920 && decade < 2000;
  return { es: short ? `los años ${decade % 100}` : `la década de ${decade}`, en: `the ${decade}s` };
}
