/** Films by what they are: the filters of /descubrir as a form, and as chips that take one away; the films as a grid. */
import type { OptionValues } from "../../../chat/answer/schema.js";
import type { OptionDescriptor } from "../../../chat/command/describe.js";
import { type Locale, say } from "../../../chat/locale.js";
import { foldName } from "../../../chat/text.js";
import type { Words } from "../../../words.js";
import { type Html, html } from "../html.js";
import { queryOf } from "../server/reading/query.js";
import type { Parameter } from "../server/reading/request-url.js";
import { DISCOVER } from "./addresses.js";
import type { Page } from "./page/layout.js";
import { ORDERS, SAID } from "./page/words.js";
import { leadsOf, paragraphsOf } from "./parts/answer.js";
import { chartOf } from "./parts/chart.js";
import { gridOf, tilesOf } from "./parts/grid.js";
import { answered, isMissing, plain, type Reading } from "./reading.js";
import { firstImage } from "./things.js";
import { choicesOf, discoverOptions, meantOf, shownValue } from "./values.js";

/** Films of one page: full rows of two, three and six. */
const PER_PAGE = 18;
const MOST_PAGES = 500;
const FIRST_YEAR = 1870;
const LAST_YEAR = 2100;

/** What the form asks, in order; whatever else /descubrir takes comes by an address alone. */
const MENUS: readonly { readonly option: string; readonly label: Words }[] = [
  { option: "genero", label: SAID.genre },
  { option: "plataforma", label: SAID.platform },
  { option: "orden", label: SAID.order },
];
const YEARS: readonly { readonly option: string; readonly label: Words }[] = [
  { option: "desde", label: SAID.from },
  { option: "hasta", label: SAID.until },
];

/** @param parameters of the address: options of /descubrir by their own names; others are passed over */
export async function discoverPage(parameters: readonly Parameter[], reading: Reading): Promise<Page> {
  const { bot, locale, root } = reading;
  const options = discoverOptions(bot);
  const given: OptionValues = Object.fromEntries(
    parameters.filter(([name, value]) => value.trim() !== "" && options.some((one) => one.name === name)),
  );
  const { pagina = "1", ...filters } = given;
  const page = Math.min(MOST_PAGES, Math.max(1, Number(pagina) || 1));
  const told = await answered(
    { command: DISCOVER, options: { ...filters, cantidad: PER_PAGE, pagina: page } },
    reading,
  );
  const answer = isMissing(told) ? told.missing : told.answer;
  const title = plain(answer.title) || say(locale, SAID.discover);
  const tiles = tilesOf(answer.list?.lines, bot, locale);
  const hasMore = answer.choices?.some(({ options: { pagina: next } }) => Number(next) === page + 1) === true;
  const chart = page === 1 ? await chartOf("estrenos", filters, reading) : undefined;
  return {
    title,
    description: [title, plain(answer.footer)].filter((text) => text !== "").join(". "),
    type: "website",
    image: firstImage(tiles),
    address: `${DISCOVER}${queryOf(given) === "" ? "" : `?${queryOf(given)}`}`,
    body: html`<h1>${title}</h1>${chipsOf(filters, options, reading)}${formOf(filters, options, reading)}${paragraphsOf(answer.text, root)}${gridOf(tiles, root, true)}${tiles.length === 0 && leadsOf(answer.choices, root)}<nav class="pages">${page > 1 && turn(SAID.previous, page - 1, filters, reading)}${hasMore && turn(SAID.next, page + 1, filters, reading)}</nav>${chart}${answer.footer !== undefined && html`<p class="faint">${plain(answer.footer)}</p>`}`,
  };
}

function turn(words: Words, page: number, filters: OptionValues, { locale, root }: Reading): Html {
  const query = queryOf({ ...filters, pagina: page });
  return html`<a class="chip" href="${root}${DISCOVER}?${query}">${say(locale, words)}</a>`;
}

/** Each filter that holds, with what takes it away. */
function chipsOf(
  filters: OptionValues,
  options: readonly OptionDescriptor[],
  { bot, locale, root }: Reading,
): Html | false {
  const chips = Object.entries(filters).map(([name, value]) => {
    const option = options.find((one) => one.name === name);
    const { [name]: _, ...others } = filters;
    const label = option === undefined ? name : say(locale, option.words);
    const shown = option === undefined ? String(value) : shownValue(option, String(value), bot, locale);
    return html`<li><a class="chip" href="${root}${DISCOVER}${Object.keys(others).length > 0 && `?${queryOf(others)}`}"><span class="unseen">${say(locale, SAID.without)} </span>${label}: ${shown} <span aria-hidden="true">×</span></a></li>`;
  });
  return chips.length > 0 && html`<ul class="chips filters">${chips}</ul>`;
}

function formOf(
  filters: OptionValues,
  options: readonly OptionDescriptor[],
  { bot, locale, root }: Reading,
): Html {
  const shown = new Set([...MENUS, ...YEARS].map(({ option }) => option));
  const kept = Object.entries(filters).filter(([name]) => !shown.has(name));
  const menus = MENUS.flatMap(({ option: name, label }) => {
    const option = options.find((one) => one.name === name);
    return option === undefined
      ? []
      : menuOf(option, say(locale, label), String(filters[name] ?? ""), bot, locale);
  });
  const years = YEARS.map(
    ({ option, label }) =>
      html`<label>${say(locale, label)}<input type="number" name="${option}" min="${FIRST_YEAR}" max="${LAST_YEAR}" inputmode="numeric" value="${String(filters[option] ?? "")}"></label>`,
  );
  return html`<details class="filter"><summary>${say(locale, SAID.filters)}</summary><form action="${root}${DISCOVER}" method="get">${menus}${years}${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`)}<button type="submit">${say(locale, SAID.show)}</button></form></details>`;
}

function menuOf(
  option: OptionDescriptor,
  label: string,
  chosen: string,
  bot: Reading["bot"],
  locale: Locale,
): Html {
  const choices = choicesOf(option, "", bot, locale);
  const meant = chosen === "" ? undefined : meantOf(option, chosen, choices, bot);
  return html`<label>${label}<select name="${option.name}"><option value="">${say(locale, SAID.any)}</option>${choices.map(
    ({ value, label: words }) =>
      html`<option value="${value}"${value === meant?.value && html` selected`}>${orderNamed(option, value) ?? words}</option>`,
  )}${chosen !== "" && meant === undefined && html`<option value="${chosen}" selected>${chosen}</option>`}</select></label>`;
}

function orderNamed({ name }: OptionDescriptor, value: string): string | undefined {
  return name === "orden" ? ORDERS[foldName(value)] : undefined;
}
