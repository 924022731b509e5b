/** A night's page: read without a script, in the paper and ink of the other pages. */
import { plainText } from "../../../chat/answer/rich-text.js";
import type { Answer, Line } from "../../../chat/answer/schema.js";
import { say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { type Html, html } from "../html.js";
import { loneDocument } from "../site/page/layout.js";
import type { Standing } from "../site/page/standing.js";

export function nightHtml(
  { title = "", glance = [], text, list, footer }: Answer,
  standing: Standing,
): string {
  return loneDocument(
    plainText(title),
    html`${glance.length > 0 && html`<ul class="glance">${glance.map((line) => html`<li>${plainText(line)}</li>`)}</ul>`}
${text !== undefined && html`<p class="said">${plainText(text)}</p>`}
${listed(list, standing)}
${footer !== undefined && html`<p class="faint">${plainText(footer)}</p>`}`,
    standing,
  );
}

/** What is told where there is no night to show. */
export function noNightHtml(words: Words, standing: Standing): string {
  const { locale } = standing;
  return loneDocument(say(locale, NIGHT), html`<p class="said">${say(locale, words)}</p>`, standing);
}

const NIGHT: Words = { es: "Noche de cine", en: "Film night" };
const NO_FILMS: Words = { es: "Todavía nadie ha propuesto nada.", en: "Nobody has proposed anything yet." };

function listed(list: Answer["list"], { locale }: Standing): Html {
  const films = (list?.lines ?? []).map(film);
  if (films.length === 0) return html`<p>${say(locale, NO_FILMS)}</p>`;
  return list?.numbered
    ? html`<ol class="proposals">${films}</ol>`
    : html`<ul class="proposals">${films}</ul>`;
}

function film({ head, details = [] }: Line): Html {
  const figures = details.length > 0 && html`<span class="figures">${details.join(" · ")}</span>`;
  return html`<li><span class="proposal">${plainText(head)}</span>${figures}</li>`;
}
