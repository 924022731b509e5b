/** Whether bytes are a text that may hold data, and what else they are where they are not. */
import type { RefusalReason } from "../broken-input.js";
import { encodingOf } from "./encoding.js";

/** A text has next to no control characters; one that is read as UTF-16 may have any byte. */
export function looksLikeText(head: Buffer): boolean {
  if (encodingOf(head) !== "utf-8") return true;
  // Hive parts cells with ones; where there are zeros too, it is none of Hive's.
  const between = head.includes(0) ? -1 : 1;
  let controls = 0;
  for (const byte of head)
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b && byte !== between) controls += 1;
  return controls * 50 <= head.length;
}

/** What a store says of a file that is not there. Any other page may hold a table. */
const PAGE = /^\s*<\?xml[^>]*>\s*<Error[\s>]/iu;
const LFS_POINTER = /^version https:\/\/git-lfs/u;

/** What stands in place of a file where its download went wrong. */
export function troubleOfText(head: Buffer): RefusalReason | undefined {
  const start = head.toString("utf8", 0, 1024).replace(/^\uFEFF/u, "");
  if (PAGE.test(start)) return "web-page";
  return LFS_POINTER.test(start) ? "lfs-pointer" : undefined;
}
