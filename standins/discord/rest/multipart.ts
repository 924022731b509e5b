/** Request bodies: JSON, or multipart with files and the JSON in `payload_json`. */

import type { Upload } from "../messages/message.js";
import { refused } from "../refused.js";

export interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

const MAX_FILES = 10;

export async function parseBody(raw: Buffer, contentType: string): Promise<Body> {
  if (raw.length === 0) return { json: undefined, uploads: [] };
  if (!contentType.startsWith("multipart/form-data"))
    return { json: parseJson(raw.toString("utf8")), uploads: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw refused.invalidForm([]);
    });
  const uploads: Upload[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string" || !/^files\[\d+\]$/.test(name)) continue;
    uploads.push({ filename: value.name, size: value.size, type: value.type });
  }
  if (uploads.length > MAX_FILES) {
    const message = `Must be ${MAX_FILES} or fewer in length.`;
    throw refused.invalidForm([{ path: ["files"], code: "BASE_TYPE_MAX_LENGTH", message }]);
  }
  const payload = form.get("payload_json");
  return { json: typeof payload === "string" ? parseJson(payload) : {}, uploads };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    throw refused.invalidJson();
  }
}
