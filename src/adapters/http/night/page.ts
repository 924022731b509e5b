/** A night's page: one file of HTML without a script, in paper and ink as the web chat. */
import { createHash } from "node:crypto";
import { plainText } from "../../../chat/answer/rich-text.js";
import type { Answer, Line } from "../../../chat/answer/schema.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";
import { Html, html } from "../html.js";

const STYLE = `
:root { color-scheme: light dark; --paper: #f8f3e9; --card: #fffdf8; --ink: #211c15; --faint: #665c4d; --line: #e2d8c5; --accent: #ad3312; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14110d; --card: #1f1a14; --ink: #f4ecdf; --faint: #b3a690; --line: #443a2c; --accent: #ffb35c; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 1rem; font-size: 1.625rem; line-height: 1.2; }
.glance { margin: 0 0 1rem; padding: 0; list-style: none; color: var(--faint); }
.said { margin: 0 0 1rem; padding: 0.75rem 1rem; border-left: 0.25rem solid var(--accent); background: var(--card); white-space: pre-line; }
.films { margin: 0 0 1.5rem; padding: 0; list-style: none; counter-reset: film; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--card); }
.films li { display: flex; gap: 0.75rem; padding: 0.75rem 1rem; }
.films li + li { border-top: 1px solid var(--line); }
ol.films li { counter-increment: film; }
ol.films li::before { content: counter(film); min-width: 1.25rem; color: var(--accent); font-weight: 600; }
.film { flex: 1; }
.figures { color: var(--faint); text-align: right; }
footer { color: var(--faint); font-size: 0.9375rem; }
`;

/** Nothing is loaded, nothing runs, and the style is the one that stands in it. */
export const NIGHT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function nightHtml({ title = "", glance = [], text, list, footer }: Answer, locale: Locale): string {
  const films = html`${(list?.lines ?? []).map(film)}`;
  return document(
    plainText(title),
    locale,
    html`${glance.length > 0 && html`<ul class="glance">${glance.map((line) => html`<li>${plainText(line)}</li>`)}</ul>`}
${text !== undefined && html`<p class="said">${plainText(text)}</p>`}
${listed(films, list, locale)}
${footer !== undefined && html`<footer>${plainText(footer)}</footer>`}`,
  );
}

function listed(films: Html, list: Answer["list"], locale: Locale): Html {
  if (films.text === "") return html`<p>${say(locale, NO_FILMS)}</p>`;
  return list?.numbered ? html`<ol class="films">${films}</ol>` : html`<ul class="films">${films}</ul>`;
}

/** What is told where there is no night to show. */
export function noNightHtml(words: Words, locale: Locale): string {
  return document(say(locale, NIGHT), locale, html`<p class="said">${say(locale, words)}</p>`);
}

const NIGHT: Words = { es: "Noche de cine", en: "Film night" };
const NO_FILMS: Words = { es: "Todavía nadie ha propuesto nada.", en: "Nobody has proposed anything yet." };

function film({ head, details = [] }: Line): Html {
  const figures = details.length > 0 && html`<span class="figures">${details.join(" · ")}</span>`;
  return html`<li><span class="film">${plainText(head)}</span>${figures}</li>`;
}

function document(title: string, { language }: Locale, body: Html): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title} · Claqueta</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
}
