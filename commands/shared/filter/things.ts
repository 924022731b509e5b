/** What somebody does not want: a film by its title, or anything by its exact value. */
import type { Context } from "../../../src/chat/contract.js";
import { namedFilm, shownTitle } from "../../../src/queries/refs/film.js";
import type { Trait } from "../../../src/select/filter.js";
import { filmList } from "../film-list.js";
import type { GivenValue } from "./given-value.js";
import type { Meaning } from "./meaning.js";
import { companyOf, franchiseOf, personOf, termReader } from "./names.js";
import { themeOf } from "./theme.js";

type Reader = (context: Context, given: GivenValue) => Meaning<Trait> | Promise<Meaning<Trait>>;

/** By what stands before the colon of an exact value. Those whose prefix is no part of the value lose it. */
const PREFIXES: Readonly<Record<string, { readonly read: Reader; readonly isBare?: true }>> = {
  person: { read: (context, given) => personOf(context, given) },
  collection: { read: franchiseOf },
  company: { read: companyOf },
  country: { read: termReader("country"), isBare: true },
  tema: { read: themeOf, isBare: true },
};

/** @throws UserError for a title that no film has, or a value that is none */
export async function excludedThing(context: Context, given: GivenValue): Promise<Meaning<Trait>> {
  const [, prefix = "", rest = ""] = /^([a-z]+):\s*(.*)$/u.exec(given.text) ?? [];
  const kind = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  if (kind === undefined) return filmOf(context, given);
  if (!kind.isBare) return kind.read(context, given);
  const meaning = await kind.read(context, { ...given, text: rest });
  return { ...meaning, exact: `${prefix}:${meaning.exact}` };
}

function filmOf(context: Context, given: GivenValue): Meaning<Trait> {
  const { catalog, locale } = context;
  const [row] = filmList(context, given.option, [given.text]);
  if (row === undefined) throw new RangeError("a title is a film or an error");
  const label = shownTitle(namedFilm(catalog, row), locale.tag);
  return { constraint: { kind: "film", row }, exact: `tmdb:${catalog.films.id[row]}`, label };
}
