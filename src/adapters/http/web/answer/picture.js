// @ts-check
/** The picture of an answer, wherever the content policy lets it come from. */
import { h, icon } from "../dom.js";

/** Where posters come from; the content policy allows no other place. */
const POSTERS = "https://image.tmdb.org";

/**
 * Whether an answer holds its picture itself.
 * @param {{ url: string }} media
 */
export function isDrawn({ url }) {
  return url.startsWith("data:image/");
}

/**
 * A poster, a picture that the answer holds itself, or the words that stand for a picture which cannot be shown.
 * @param {NonNullable<import("../../api/bodies.js").SentAnswer["media"]>} media
 */
export function picture({ url, alt }) {
  if (isDrawn({ url })) return h("img", { class: "picture", src: url, alt, decoding: "async" });
  if (URL.canParse(url) && new URL(url).origin === POSTERS) return poster(url, alt);
  return h("p", { class: "text" }, alt);
}

/**
 * Its room is kept whether the picture comes or not, so that nothing moves.
 * @param {string} url
 * @param {string} alt
 */
function poster(url, alt) {
  const image = h("img", {
    src: url,
    alt,
    width: "92",
    height: "138",
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  image.addEventListener("error", () => image.remove());
  return h("div", { class: "poster" }, icon("clapper", "clapper"), image);
}

/** TMDB's widths in its posters' addresses. */
const WIDTH = /\/t\/p\/w\d+\//u;

/**
 * A film's poster beside the words that name it; where none is known or comes the drawn one, or its place alone.
 * @param {string | undefined} url
 * @param {{ name: string, width: number, height: number, wide: number }} [look] its class, its size, and TMDB's width
 * @param {string} [drawn] address of the one that is drawn here
 */
export function thumbnail(url, { name, width, height, wide } = THUMB, drawn) {
  const place = h("span", { class: name }, icon("clapper", "clapper"));
  const isKnown = url !== undefined && URL.canParse(url) && new URL(url).origin === POSTERS;
  const src = isKnown ? url.replace(WIDTH, `/t/p/w${wide}/`) : drawn;
  if (src === undefined) return place;
  const image = h("img", {
    src,
    alt: "",
    width: String(width),
    height: String(height),
    loading: "lazy",
    decoding: "async",
    referrerpolicy: "no-referrer",
  });
  image.addEventListener("error", () => {
    if (drawn === undefined || image.getAttribute("src") === drawn) image.remove();
    else image.src = drawn;
  });
  place.append(image);
  return place;
}

const THUMB = { name: "thumb", width: 40, height: 60, wide: 92 };
