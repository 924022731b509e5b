/** A page as a whole: what stands around it, and what others show of it where its address is pasted. */
import { type Locale, say } from "../../../chat/locale.js";
import { TMDB_NOTICE } from "../../../chat/notice.js";
import { type Html, html } from "../html.js";
import { SAID } from "./words.js";

export interface Page {
  /** Without the program's name. */
  readonly title: string;
  /** One or two sentences, for search engines and whoever shows a card of the address. */
  readonly description: string;
  /** What it is about, in the Open Graph's terms. */
  readonly type: "website" | "video.movie" | "profile";
  /** Address of a picture for that card. */
  readonly image?: string | undefined;
  /** Its own address, below wherever the server is reached. */
  readonly address: string;
  readonly body: Html;
  /** Whether it tells what is of the data's source. */
  readonly notice?: boolean;
}

/** Longer descriptions are cut by all who show them. */
const LONGEST_DESCRIPTION = 300;

/** @param root from where the page stands to where the server's addresses begin: "../" */
export function documentOf(page: Page, locale: Locale, root: string): string {
  const { title, type, image, address, body, notice = true } = page;
  const description = shortened(page.description);
  const card = image === undefined ? "summary" : "summary_large_image";
  return html`<!doctype html>
<html lang="${locale.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title} · Claqueta</title>
<meta name="description" content="${description}">
<meta property="og:site_name" content="Claqueta">
<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${locale.language === "es" ? "es_ES" : "en_US"}">
${
  image !== undefined &&
  html`<meta property="og:image" content="${image}">
`
}<meta name="twitter:card" content="${card}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#1b1712">
<link rel="canonical" href="${root}${address}">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="manifest" href="${root}manifest.webmanifest">
<link rel="stylesheet" href="${root}style.css">
<link rel="stylesheet" href="${root}site.css">
<script src="${root}early.js"></script>
</head>
<body>
<header class="bar"><div class="bar-inner">
<p class="brand"><a href="${root === "" ? "./" : root}">Claqueta</a></p>
<a class="quiet" href="${root}descubrir">${say(locale, SAID.discover)}</a>
</div></header>
<main class="site" id="main">
<form class="find" action="${root === "" ? "./" : root}" method="get" role="search"><label class="unseen" for="find">${say(locale, SAID.ask)}</label><input id="find" name="q" type="search" placeholder="${say(locale, SAID.ask)}" maxlength="200" autocapitalize="none" enterkeyhint="search"><button type="submit">${say(locale, SAID.search)}</button></form>
${body}
</main>
<footer class="site small-print"><p><a href="${root === "" ? "./" : root}">${say(locale, SAID.home)}</a></p>${notice && html`<p lang="en">${TMDB_NOTICE}</p>`}</footer>
</body>
</html>
`.text;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= LONGEST_DESCRIPTION) return line;
  return `${line.slice(0, line.lastIndexOf(" ", LONGEST_DESCRIPTION))}…`;
}
