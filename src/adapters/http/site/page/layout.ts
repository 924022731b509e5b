/** A page as a whole: what stands around it. */
import { say } from "../../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../../chat/notice.js";
import { type Html, html } from "../../html.js";
import { type Card, cardTags } from "./card.js";
import type { Standing } from "./standing.js";
import { SAID } from "./words.js";

export interface Page extends Card {
  readonly body: Html;
  /** What stands in the field one asks with. */
  readonly asked?: string;
  /** Whether it tells what is of the data's source. */
  readonly notice?: boolean;
  /** Whether nobody should find it who was not given its address: then it has no card either. */
  readonly hidden?: boolean;
}

export function documentOf(page: Page, standing: Standing): string {
  const { title, asked = "", body, notice = true, hidden = false } = page;
  const { locale, root } = standing;
  const home = root === "" ? "./" : root;
  const head = html`${page.image?.address.startsWith(POSTERS) && html`<link rel="preconnect" href="${POSTERS}">`}
${hidden ? HIDDEN : cardTags(page, standing)}
<link rel="icon" href="${root}favicon.ico" sizes="32x32">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="${root}icons/apple-touch-icon.png">
<link rel="manifest" href="${root}manifest.webmanifest">
<script src="${root}early.js" data-language="${locale.language}"></script>
<script type="module" src="${root}site.js"></script>`;
  const content = html`<a class="skip" href="#main">${say(locale, SAID.skip)}</a>
<header class="bar"><div class="bar-inner">
<p class="brand"><a href="${home}">${CLAPPER} Claqueta</a></p>
<a class="quiet" href="${root}descubrir">${say(locale, SAID.discover)}</a>
${otherLanguage(page, standing)}
<button type="button" class="quiet" id="theme" hidden data-to-dark="${say(locale, SAID.toDark)}" data-to-light="${say(locale, SAID.toLight)}">${MOON}${SUN}</button>
</div></header>
<main class="site" id="main">
<form class="find" action="${home}" method="get" role="search"><label class="unseen" for="find">${say(locale, SAID.ask)}</label><input id="find" name="q" type="search" value="${asked}" placeholder="${say(locale, SAID.ask)}" maxlength="200" autocapitalize="none" enterkeyhint="search"><button type="submit">${say(locale, SAID.search)}</button></form>
${body}
</main>
<footer class="site small-print"><p><a href="${home}">${say(locale, SAID.home)}</a></p>${notice && html`<p lang="en">${TMDB_NOTICE}</p>`}</footer>`;
  return written({ title, head, content }, standing);
}

/** The same page in the other language; a script remembers the choice. */
function otherLanguage({ address, hidden = false }: Page, { locale, root }: Standing): Html {
  const other = locale.language === "es" ? "en" : "es";
  // What is nowhere is nowhere in any language, at the same address.
  const page = hidden ? "" : `${root}${address}`;
  const href = `${page}${page.includes("?") ? "&" : "?"}lang=${other}`;
  return html`<a class="quiet" id="language" href="${href}" lang="${other}" hreflang="${other}">${LANGUAGES[other]}</a>`;
}

/** A page that leads nowhere and runs nothing, for whoever was given its address: it looks like the others, and no more. */
export function loneDocument(title: string, body: Html, standing: Standing): string {
  const content = html`<header class="bar"><div class="bar-inner"><p class="brand"><span>${CLAPPER} Claqueta</span></p></div></header>
<main class="site" id="main">
<h1>${title}</h1>
${body}
</main>`;
  const head = html`<link rel="stylesheet" href="${standing.root}styles/night.css">
${HIDDEN}`;
  return written({ title, head, content }, standing);
}

interface Parts {
  readonly title: string;
  readonly head: Html;
  readonly content: Html;
}

function written({ title, head, content }: Parts, { locale, root }: Standing): string {
  return html`<!doctype html>
<html lang="${locale.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title} · Claqueta</title>
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#1b1712">
<link rel="stylesheet" href="${root}styles/base.css">
<link rel="stylesheet" href="${root}styles/site.css">
${head}
</head>
<body>
${content}
</body>
</html>
`.text;
}

/** Where posters come from: to be found while the page is still on its way. */
const POSTERS = "https://image.tmdb.org";

/** The mark of the chat, as its page has it. */
const CLAPPER = html`<svg class="clapper" viewBox="0 0 32 32" aria-hidden="true"><g class="arm"><rect class="board" x="3" y="5" width="26" height="6" rx="1.2"/><path class="stripe" d="m5 11 3.5-6h4.5L9.5 11zM14 11l3.5-6H22l-3.5 6zM23 11l3.5-6H29v3.5L27.5 11z"/></g><rect class="board" x="3" y="12.5" width="26" height="15.5" rx="2"/><path class="stripe" d="m13 17 6.5 3.5L13 24z"/></svg>`;

const MOON = html`<svg class="icon to-dark" viewBox="0 0 24 24" aria-hidden="true"><path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/></svg>`;
const SUN = html`<svg class="icon to-light" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="4"/><path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M18.7 5.3 17 7M7 17l-1.7 1.7"/></svg>`;

const LANGUAGES = { es: "Español", en: "English" } as const;

const HIDDEN = html`<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">`;
