/** A file that somebody picked for a command: it lies with Discord, and is fetched only from there. */
import type { SentFile } from "../../../chat/asking.js";
import { harmlessLine } from "../../../chat/text.js";
import { download, notHad, tooLarge } from "../../../surface/network/download.js";
import { type Json, object, text } from "../json.js";

/** Letterboxd's and IMDb's longest lists have a few megabytes. */
const MOST_BYTES = 16_000_000;
const PATIENCE = 20_000;
/** Where Discord keeps what people send. */
const HOSTS: ReadonlySet<string> = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

export interface Attached {
  readonly name: string;
  readonly url: string;
  readonly size: number;
}

/** The attachment that an option names; undefined where Discord describes none. */
export function readAttachment(resolved: Json, id: string): Attached | undefined {
  const attachments = object(resolved.attachments);
  if (!Object.hasOwn(attachments, id)) return undefined;
  const { filename, url, size } = object(attachments[id]);
  return { name: harmlessLine(text(filename)), url: text(url), size: Number(size) || 0 };
}

/** Fetches what lies at an address of Discord's. */
export type Fetching = (url: URL) => Promise<Uint8Array>;

const fetched: Fetching = (url) =>
  download({ url, mostBytes: MOST_BYTES, patience: PATIENCE, environment: process.env });

export function sentFile({ name, url, size }: Attached, fetching: Fetching = fetched): SentFile {
  return {
    name,
    async read() {
      if (size > MOST_BYTES) throw tooLarge(MOST_BYTES);
      const address = URL.canParse(url) ? new URL(url) : undefined;
      const isDiscords = address?.protocol === "https:" && HOSTS.has(address.hostname) && address.port === "";
      if (!address || !isDiscords) throw notHad();
      return fetching(address);
    },
  };
}
