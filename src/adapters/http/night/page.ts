/** A night's page: one file of HTML without a script, in paper and ink as the web chat. */
import { createHash } from "node:crypto";
import { plainText } from "../../../chat/answer/rich-text.js";
import type { Answer, Line } from "../../../chat/answer/schema.js";
import { type Locale, say } from "../../../chat/locale.js";
import type { Words } from "../../../words.js";

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
  const films = list?.lines ?? [];
  const tag = list?.numbered ? "ol" : "ul";
  return document(plainText(title), locale, [
    glance.length === 0
      ? ""
      : `<ul class="glance">${glance.map((line) => `<li>${escaped(plainText(line))}</li>`).join("")}</ul>`,
    text === undefined ? "" : `<p class="said">${escaped(plainText(text))}</p>`,
    films.length === 0
      ? `<p>${escaped(say(locale, NO_FILMS))}</p>`
      : `<${tag} class="films">\n${films.map(film).join("\n")}\n</${tag}>`,
    footer === undefined ? "" : `<footer>${escaped(plainText(footer))}</footer>`,
  ]);
}

/** What is told where there is no night to show. */
export function noNightHtml(words: Words, locale: Locale): string {
  const said = say(locale, words);
  return document(say(locale, NIGHT), locale, [`<p class="said">${escaped(said)}</p>`]);
}

const NIGHT: Words = { es: "Noche de cine", en: "Film night" };
const NO_FILMS: Words = { es: "Todavía nadie ha propuesto nada.", en: "Nobody has proposed anything yet." };

function film({ head, details = [] }: Line): string {
  const figures = details.length === 0 ? "" : `<span class="figures">${escaped(details.join(" · "))}</span>`;
  return `<li><span class="film">${escaped(plainText(head))}</span>${figures}</li>`;
}

function document(title: string, { language }: Locale, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)} · Claqueta</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${parts.filter((part) => part !== "").join("\n")}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
