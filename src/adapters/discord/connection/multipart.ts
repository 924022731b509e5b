/** Bodies with files, as Discord reads them: multipart/form-data with the JSON in `payload_json`. */
import { randomBytes } from "node:crypto";
import type { FileUpload } from "../protocol.js";

export interface Multipart {
  /** With the boundary. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** @param files whose names are ours, and hold nothing that a header would have to escape */
export function multipart(json: unknown, files: readonly FileUpload[]): Multipart {
  const boundary = `claqueta-${randomBytes(16).toString("hex")}`;
  const part = (headers: string, content: Uint8Array | string) => [
    Buffer.from(`--${boundary}\r\n${headers}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from("\r\n"),
  ];
  const parts = [
    ...part(
      'Content-Disposition: form-data; name="payload_json"\r\nContent-Type: application/json',
      JSON.stringify(json),
    ),
    ...files.flatMap(({ name, type, bytes }, at) =>
      part(
        `Content-Disposition: form-data; name="files[${at}]"; filename="${name}"\r\nContent-Type: ${type}`,
        bytes,
      ),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(parts) };
}
