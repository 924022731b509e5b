/** What others show of a page where its address is pasted, in the Open Graph's terms. */
import { say } from "../../../../chat/locale.js";
import type { Words } from "../../../../words.js";
import { type Html, html } from "../../html.js";
import type { Standing } from "./standing.js";

export interface Card {
  /** Without the program's name. */
  readonly title: string;
  /** One or two sentences, for search engines and whoever shows a card of the address. */
  readonly description: string;
  /** What it is about, in the Open Graph's terms. */
  readonly type: "website" | "video.movie" | "profile";
  readonly image?: CardImage | undefined;
  /** Its own address, below wherever the server is reached. */
  readonly address: string;
}

/** A picture for the card: PNG or JPEG, since nobody who shows cards draws SVG. */
export interface CardImage {
  /** Elsewhere, or of ours from where our addresses begin. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Of pages that are about nothing to be seen. */
const OWN_IMAGE: CardImage = {
  address: "icons/icon-512.png",
  width: 512,
  height: 512,
  alt: "Claqueta",
};

/** The chat's own. */
export const CHAT_TITLE = "Claqueta";
export const CHAT_DESCRIPTION: Words = {
  es: "Un bot de cine: pregunta por votos, directores, estrenos y qué ver después. Sin acentos y con erratas.",
  en: "A film bot: ask for votes, directors, releases and what to watch next. Without accents, with typos.",
};

/** Longer descriptions are cut by all who show them. */
const LONGEST_DESCRIPTION = 300;

/**
 * Addresses in it are whole where the operator has said how the server is reached: whoever shows cards takes no others, and
 * nothing that a request says of itself is believed.
 */
export function cardTags(card: Card, standing: Standing): Html {
  const { title, type, image = OWN_IMAGE, address } = card;
  const { locale, publicUrl, root } = standing;
  const description = shortened(card.description);
  const own = publicUrl === undefined ? undefined : `${publicUrl}/${address}`;
  const isLarge = image !== OWN_IMAGE;
  return html`<meta name="description" content="${description}">
<meta property="og:site_name" content="Claqueta">
<meta property="og:type" content="${type}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${say(locale, { es: "es_ES", en: "en_US" })}">
${own !== undefined && html`<meta property="og:url" content="${own}">`}${imageTags(image, publicUrl)}
<meta name="twitter:card" content="${isLarge ? "summary_large_image" : "summary"}">
<link rel="canonical" href="${own ?? `${root}${address}`}">`;
}

function imageTags({ address, width, height, alt }: CardImage, publicUrl: string | undefined): Html | false {
  const isElsewhere = address.startsWith("https://");
  if (!isElsewhere && publicUrl === undefined) return false;
  const whole = isElsewhere ? address : `${publicUrl}/${address}`;
  return html`
<meta property="og:image" content="${whole}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${alt}">`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= LONGEST_DESCRIPTION) return line;
  return `${line.slice(0, line.lastIndexOf(" ", LONGEST_DESCRIPTION))}…`;
}
