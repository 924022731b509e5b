/** What is shown where there is no page: where else one may look. */
import { say } from "../../../chat/locale.js";
import type { SentAnswer } from "../api/bodies.js";
import { filmsCalled } from "../api/completions.js";
import { html } from "../html.js";
import { pathParts } from "../server/reading/request-url.js";
import { addressOf, DISCOVER, idIn, PLACES } from "./addresses.js";
import type { Page } from "./page/layout.js";
import { SAID } from "./page/words.js";
import { leadsOf, paragraphsOf } from "./parts/answer.js";
import type { Reading } from "./reading.js";

/** Films whose titles are near to what an address says. */
const NEAR = 5;

/** @param told what is known of why there is nothing; a word of ours where nobody says */
export function missingPage(told: SentAnswer | undefined, url: string, reading: Reading): Page {
  const { locale, root } = reading;
  const words = wordsIn(url);
  const near = words === "" ? [] : nearTo(words, reading);
  return {
    title: say(locale, NOBODY),
    description: say(locale, NOT_HERE),
    type: "website",
    address: "",
    hidden: true,
    asked: words,
    body: html`<h1>${say(locale, NOBODY)}</h1>${paragraphsOf(told?.text ?? say(locale, NOT_HERE), root)}${leadsOf(told?.choices, root)}${near.length > 0 && html`<h2>${say(locale, DID_YOU_MEAN)}</h2><ul class="chips">${near.map(({ id, label }) => html`<li><a class="chip" href="${root}${addressOf("film", id)}">${label}</a></li>`)}</ul>`}<ul class="chips"><li><a class="chip" href="${root === "" ? "./" : root}">${say(locale, SAID.home)}</a></li><li><a class="chip" href="${root}${DISCOVER}">${say(locale, SAID.discoverFilms)}</a></li></ul>`,
    notice: false,
  };
}

/** What an address says in words: "pelicula/603-la-matrix" → "la matrix". */
function wordsIn(url: string): string {
  const parts = partsOf(url);
  const last = parts.findLast((part) => /\p{L}/u.test(part) && !KINDS.has(part)) ?? "";
  const words = last
    .replace(/\.\w{1,5}$/u, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return (idIn(last) === undefined ? words : words.slice(1)).join(" ").slice(0, 100);
}

const KINDS: ReadonlySet<string> = new Set([...Object.values(PLACES), DISCOVER]);

function partsOf(url: string): readonly string[] {
  try {
    return pathParts(url);
  } catch {
    return [];
  }
}

function nearTo(words: string, { bot, locale }: Reading) {
  return filmsCalled(bot, words, locale, NEAR).flatMap(({ label, value }) => {
    const [, id] = /^tmdb:(-?\d{1,10})$/u.exec(value) ?? [];
    return id === undefined ? [] : [{ id: Number(id), label }];
  });
}

const NOBODY = { es: "Aquí no hay nada", en: "There is nothing here" };
const NOT_HERE = {
  es: "En esa dirección no hay ninguna página. Puede que le falte un trozo; arriba puedes buscar lo que querías.",
  en: "There is no page at that address. A piece of it may be missing; above you can search for what you wanted.",
};
const DID_YOU_MEAN = { es: "¿Quisiste decir…?", en: "Did you mean…?" };
