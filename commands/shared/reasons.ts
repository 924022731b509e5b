/** Reasons for a recommendation in words. */
import type { Context } from "../../src/chat/contract.js";
import { count, list, plural } from "../../src/chat/format.js";
import { type Locale, say } from "../../src/chat/locale.js";
import type { NamedReason } from "../../src/queries/discover/recommendations.js";
import { type FilmRef, shownTitle } from "../../src/queries/refs/film.js";
import { genreName } from "./wording.js";

/** More than these names or themes tire. */
const MOST_NAMES = 3;

const THEMES = { es: { one: "tema", other: "temas" }, en: { one: "theme", other: "themes" } };
const SHARED_THEMES = {
  es: { one: "tema en común", other: "temas en común" },
  en: { one: "theme in common", other: "themes in common" },
};

/**
 * Why a film is recommended. Where it is for several films, each reason names the one it holds for.
 * @param asked the films that were asked for
 */
export function why(context: Context, reasons: readonly NamedReason[], asked: readonly FilmRef[]): string {
  const [only] = asked;
  if (only && asked.length === 1) {
    return reasons.map((reason) => reasonWords(context, reason, only)).join("; ");
  }
  return asked
    .flatMap((film) => {
      const own = reasons.filter((reason) => reason.with === film.id);
      const title = shownTitle(film, context.locale.tag);
      const words = own.map((reason) => reasonWords(context, reason, film)).join("; ");
      return own.length > 0
        ? say(context.locale, { es: `como ${title}, ${words}`, en: `like ${title}, ${words}` })
        : [];
    })
    .join("; ");
}

/** Themes without a Spanish name are not said to Spanish readers: counted, not mixed in. */
function reasonWords(context: Context, { kind, shared }: NamedReason, asked: FilmRef): string {
  const { locale } = context;
  const names = list(
    locale,
    shared.slice(0, MOST_NAMES).map(({ name }) => name),
  );
  const several = shared.length > 1;
  switch (kind) {
    case "collection":
      return say(locale, { es: "de la misma saga", en: "of the same franchise" });
    case "director":
      return say(locale, {
        es: `también la ${several ? "dirigen" : "dirige"} ${names}`,
        en: `also directed by ${names}`,
      });
    case "writer":
      return say(locale, {
        es: `también la ${several ? "escriben" : "escribe"} ${names}`,
        en: `also written by ${names}`,
      });
    case "cast":
      return say(locale, { es: `con ${names}`, en: `with ${names}` });
    case "keywords":
      return themes(locale, shared);
    case "genres": {
      const labels = shared.slice(0, MOST_NAMES).map(({ name }) => genreName(context, name));
      const genres = list(locale, labels).toLocaleLowerCase(locale.tag);
      return say(locale, { es: `también es de ${genres}`, en: `also ${genres}` });
    }
    case "companies":
      return say(locale, { es: `también de ${names}`, en: `also from ${names}` });
    case "country":
      return countries(context, shared);
    case "language":
      return say(locale, { es: "en el mismo idioma", en: "in the same language" });
    case "era":
      return era(locale, Number(shared[0]?.name));
    case "liked": {
      const title = shownTitle(asked, locale.tag);
      return say(locale, {
        es: `a quien le gustó ${title} también le gustó`,
        en: `people who liked ${title} liked it too`,
      });
    }
  }
}

function themes(locale: Locale, shared: NamedReason["shared"]): string {
  const names = shared.flatMap(({ name, nameEs }) => (locale.language === "en" ? name : (nameEs ?? [])));
  // Two keywords may have one name in Spanish.
  const distinct = [...new Set(names)].slice(0, MOST_NAMES);
  if (distinct.length === 0) return count(locale, shared.length, SHARED_THEMES);
  return `${plural(locale, distinct.length, THEMES)}: ${list(locale, distinct)}`;
}

function countries({ find, locale }: Context, shared: NamedReason["shared"]): string {
  const labels = shared.slice(0, MOST_NAMES).map(({ name }) => {
    const term = find.term("country", name);
    return term.kind === "found" ? say(locale, term.value.label) : name;
  });
  const names = list(locale, labels);
  return say(locale, { es: `también de ${names}`, en: `also from ${names}` });
}

/** "de los años 50", "from the 1950s". */
function era(locale: Locale, decade: number): string {
  const short = decade >= 1920 && decade < 2000;
  const es = short ? `también de los años ${decade % 100}` : `también de la década de ${decade}`;
  return say(locale, { es, en: `also from the ${decade}s` });
}
