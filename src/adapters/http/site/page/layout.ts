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
  const head = html`${hidden ? HIDDEN : cardTags(page, standing)}
<link rel="icon" href="${root}favicon.ico" sizes="32x32">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="${root}icons/apple-touch-icon.png">
<link rel="manifest" href="${root}manifest.webmanifest">
<script src="${root}early.js"></script>`;
  const content = html`<a class="skip" href="#main">${say(locale, SAID.skip)}</a>
<header class="bar"><div class="bar-inner">
<p class="brand"><a href="${home}">${CLAPPER} Claqueta</a></p>
<a class="quiet" href="${root}descubrir">${say(locale, SAID.discover)}</a>
</div></header>
<main class="site" id="main">
<form class="find" action="${home}" method="get" role="search"><label class="unseen" for="find">${say(locale, SAID.ask)}</label><input id="find" name="q" type="search" value="${asked}" placeholder="${say(locale, SAID.ask)}" maxlength="200" autocapitalize="none" enterkeyhint="search"><button type="submit">${say(locale, SAID.search)}</button></form>
${body}
</main>
<footer class="site small-print"><p><a href="${home}">${say(locale, SAID.home)}</a></p>${notice && html`<p lang="en">${TMDB_NOTICE}</p>`}</footer>`;
  return written({ title, head, content }, standing);
}

/** A page that leads nowhere and runs nothing, for whoever was given its address: it looks like the others, and no more. */
export function loneDocument(title: string, body: Html, standing: Standing): string {
  const content = html`<header class="bar"><div class="bar-inner"><p class="brand">${CLAPPER} Claqueta</p></div></header>
<main class="site" id="main">
<h1>${title}</h1>
${body}
</main>`;
  return written({ title, head: HIDDEN, content }, standing);
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
<link rel="stylesheet" href="${root}base.css">
<link rel="stylesheet" href="${root}site.css">
${head}
</head>
<body>
${content}
</body>
</html>
`.text;
}

/** The mark of the chat, as its page has it. */
const CLAPPER = html`<svg class="clapper" viewBox="0 0 32 32" aria-hidden="true"><g class="arm"><rect class="board" x="3" y="5" width="26" height="6" rx="1.2"/><path class="stripe" d="m5 11 3.5-6h4.5L9.5 11zM14 11l3.5-6H22l-3.5 6zM23 11l3.5-6H29v3.5L27.5 11z"/></g><rect class="board" x="3" y="12.5" width="26" height="15.5" rx="2"/><path class="stripe" d="m13 17 6.5 3.5L13 24z"/></svg>`;

const HIDDEN = html`<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">`;
