/** The picture of an answer: one on the web that Discord fetches, or one of our own that is sent along. */
import type { APIThumbnailComponent } from "discord.js";
import type { AnswerFile, LinkedMedia, Media, OwnMedia } from "../../../chat/answer/schema.js";
import { harmlessLine } from "../../../chat/text.js";
import { type Attachment, COMPONENT, type FileUpload, type Part } from "../protocol.js";
import { cutTo } from "./cut-to.js";
import { LIMITS } from "./limits.js";

export interface ShownMedia {
  /** Beside the head of the answer. */
  readonly thumbnail?: APIThumbnailComponent;
  /** Below its text. */
  readonly parts: readonly Part[];
  readonly files: readonly FileUpload[];
  readonly attachments: readonly Attachment[];
  /** What it shows, where it cannot be shown itself. */
  readonly instead: string;
}

const NOTHING: ShownMedia = { parts: [], files: [], attachments: [], instead: "" };

const EXTENSIONS: Readonly<Record<OwnMedia["type"], string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/svg+xml": "svg",
};

export function shownMedia(media: Media | undefined, kept: readonly AnswerFile[] = []): ShownMedia {
  const picture = media === undefined ? NOTHING : media.kind === "link" ? linked(media) : own(media);
  return kept.length === 0 ? picture : withFiles(picture, kept);
}

/** Files to keep, below a picture. */
function withFiles(shown: ShownMedia, kept: readonly AnswerFile[]): ShownMedia {
  const files = kept.filter(({ bytes }) => bytes.byteLength <= LIMITS.file);
  const first = shown.files.length;
  return {
    ...shown,
    parts: [
      ...shown.parts,
      ...files.map(({ name }): Part => ({ type: COMPONENT.file, file: { url: `attachment://${name}` } })),
    ],
    files: [...shown.files, ...files],
    attachments: [...shown.attachments, ...files.map(({ name }, at) => ({ id: first + at, filename: name }))],
  };
}

/** Discord fetches it, we do not. */
function linked({ url, alt }: LinkedMedia): ShownMedia {
  const address = webAddress(url, LIMITS.url);
  if (address === undefined) return NOTHING;
  return {
    ...NOTHING,
    thumbnail: { type: COMPONENT.thumbnail, media: { url: address }, ...described(alt) },
  };
}

function own({ bytes, type, alt }: OwnMedia): ShownMedia {
  if (bytes.byteLength > LIMITS.file) return { ...NOTHING, instead: alt };
  const name = `claqueta.${EXTENSIONS[type]}`;
  const url = `attachment://${name}`;
  // Discord draws no SVG: it is a file to be opened.
  const part: Part =
    type === "image/svg+xml"
      ? { type: COMPONENT.file, file: { url } }
      : { type: COMPONENT.gallery, items: [{ media: { url }, ...described(alt) }] };
  return {
    parts: [part],
    files: [{ name, type, bytes }],
    attachments: [{ id: 0, filename: name, ...described(alt) }],
    instead: "",
  };
}

function described(alt: string): { readonly description?: string } {
  const text = harmlessLine(alt);
  return text === "" ? {} : { description: cutTo(text, LIMITS.alternativeText) };
}

/** An address as Discord takes it, https only; undefined for what is none, or is longer than `max`. */
export function webAddress(text: string, max: number): string | undefined {
  const address = harmlessLine(text);
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname, search } = new URL(address);
  const url = `${protocol}//${host}${strictly(pathname + search)}`;
  return protocol === "https:" && url.length <= max ? url : undefined;
}

/** What browsers let pass in an address but RFC 3986, to which Discord holds us, does not. */
function strictly(path: string): string {
  return path
    .replace(/%(?![\da-f]{2})/giu, "%25")
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (mark) => encodeURIComponent(mark));
}
