/** Smaller bodies for those who ask for them. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { weightedList } from "../reading/weighted-list.js";

export type Encoding = "br" | "gzip";

/** Below this a packet holds the body as it is, and compressing it only costs time. */
export const WORTH_COMPRESSING = 1500;

/** Both, the smaller first, under every name that clients have for them. */
const NAMES: readonly (readonly [Encoding, readonly string[]])[] = [
  ["br", ["br"]],
  ["gzip", ["gzip", "x-gzip"]],
];

/**
 * What an Accept-Encoding header wants most of both, the smaller of equals; none where it names neither, or refuses them
 * ("q=0"); "*" names none.
 */
export function wantedEncoding(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined;
  const listed = weightedList(header);
  const [best] = NAMES.map(([encoding, names]) => ({
    encoding,
    weight: listed.find(({ name }) => names.includes(name))?.weight ?? 0,
  })).toSorted((a, b) => b.weight - a.weight);
  return best !== undefined && best.weight > 0 ? best.encoding : undefined;
}

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

/** Compresses in a thread of its own, at levels that cost little. */
export function compressed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "gzip") return gunzippable(body, { level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotli(body, { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: body.length } });
}
