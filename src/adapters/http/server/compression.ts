/** Smaller bodies for those who ask for them. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Below this a packet holds the body as it is, and compressing it only costs time. */
export const WORTH_COMPRESSING = 1500;

/** The best of both that an Accept-Encoding header takes; "q=0" refuses one. */
export function wantedEncoding(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined;
  if (takes(header, /(?:^|[\s,])br\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/iu)) return "br";
  if (takes(header, /(?:^|[\s,])(?:x-)?gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/iu)) return "gzip";
  return undefined;
}

function takes(header: string, encoding: RegExp): boolean {
  const match = encoding.exec(header);
  return match !== null && (match[1] === undefined || Number(match[1]) > 0);
}

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

/** Compresses in a thread of its own, at levels that cost little. */
export function compressed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return gunzippable(body, { level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotli(body, { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: body.length } });
}
