/** An answer's picture as Telegram takes it. */
import type { Media, OwnMedia } from "../../../chat/answer/schema.js";
import type { Picture } from "./content.js";

/** Telegram shows no vector graphics. */
const FILE_NAMES: Readonly<Record<OwnMedia["type"], string | undefined>> = {
  "image/png": "claqueta.png",
  "image/jpeg": "claqueta.jpg",
  "image/svg+xml": undefined,
};
/** Of a photo, bytes. */
const LARGEST = 10_000_000;

/** Undefined for what Telegram would refuse. */
export function pictureOf(media: Media | undefined): Picture | undefined {
  if (media === undefined) return undefined;
  if (media.kind === "link") {
    const url = fetchable(media.url);
    return url === undefined ? undefined : { kind: "link", url };
  }
  const fileName = FILE_NAMES[media.type];
  const { bytes } = media;
  return fileName === undefined || bytes.length > LARGEST ? undefined : { kind: "bytes", bytes, fileName };
}

/** An address as Telegram fetches or opens it; undefined for what it would refuse. */
export function fetchable(url: string): string | undefined {
  if (url.length > 2048 || /\s/u.test(url) || !URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(url);
  // A machine without a domain is nobody's but ours.
  const isPublic = /^[^.]+(?:\.[^.]+)+$/u.test(hostname) && username === "" && password === "";
  return isPublic && (protocol === "https:" || protocol === "http:") ? href : undefined;
}
