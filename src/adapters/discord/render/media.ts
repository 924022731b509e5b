/** The picture of an answer: one on the web that Discord fetches, or one of our own that is sent along. */
import type { LinkedMedia, Media, OwnMedia } from "../../../chat/answer/schema.js";
import { harmlessLine } from "../../../chat/text.js";
import type { Attachment, Embed, FileUpload } from "../protocol.js";
import { cutTo } from "./cut-to.js";
import { LIMITS } from "./limits.js";

export interface ShownMedia {
  readonly embed: Pick<Embed, "thumbnail" | "image">;
  readonly files: readonly FileUpload[];
  readonly attachments: readonly Attachment[];
  /** What it shows, where it cannot be shown itself. */
  readonly instead: string;
}

const NOTHING: ShownMedia = { embed: {}, files: [], attachments: [], instead: "" };

const EXTENSIONS: Readonly<Record<OwnMedia["type"], string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
};

export function shownMedia(media: Media | undefined): ShownMedia {
  if (media === undefined) return NOTHING;
  return media.kind === "link" ? linked(media) : own(media);
}

/** Only a web address; Discord fetches it, we do not. */
function linked({ url, alt }: LinkedMedia): ShownMedia {
  const address = webAddress(url);
  return address === undefined
    ? NOTHING
    : { ...NOTHING, embed: { thumbnail: { url: address, ...described(alt) } } };
}

function own({ bytes, type, alt }: OwnMedia): ShownMedia {
  if (bytes.byteLength > LIMITS.file) return { ...NOTHING, instead: alt };
  const name = `claqueta.${EXTENSIONS[type]}`;
  return {
    // Discord draws no SVG: it is a file to be opened.
    embed: type === "image/svg+xml" ? {} : { image: { url: `attachment://${name}`, ...described(alt) } },
    files: [{ name, type, bytes }],
    attachments: [{ id: 0, filename: name, ...described(alt) }],
    instead: "",
  };
}

function described(alt: string): { readonly description?: string } {
  const text = harmlessLine(alt);
  return text === "" ? {} : { description: cutTo(text, LIMITS.alternativeText) };
}

function webAddress(text: string): string | undefined {
  const address = harmlessLine(text);
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname, search } = new URL(address);
  const url = `${protocol}//${host}${strictly(pathname + search)}`;
  return /^https?:$/u.test(protocol) && url.length <= LIMITS.url ? url : undefined;
}

/** What browsers let pass in an address but RFC 3986, to which Discord holds us, does not. */
function strictly(path: string): string {
  return path
    .replace(/%(?![\da-f]{2})/giu, "%25")
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (mark) => encodeURIComponent(mark));
}
