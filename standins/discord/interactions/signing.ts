/** Signing interactions for HTTP endpoints: Ed25519 over the timestamp and the body, also deliberately wrong. */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { SignedRequest, SignOptions } from "../types.js";

const RAW_KEY_BYTES = 32;

export class Signer {
  readonly publicKey: string;
  readonly #private: KeyObject;
  readonly #stranger: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    this.#private = privateKey;
    this.#stranger = generateKeyPairSync("ed25519").privateKey;
    // The raw key is what the portal shows: the tail of its DER form.
    const der = publicKey.export({ format: "der", type: "spki" });
    this.publicKey = der.subarray(-RAW_KEY_BYTES).toString("hex");
  }

  signed(body: unknown, now: number, { wrong, at }: SignOptions = {}): SignedRequest {
    const rawBody = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const timestamp = String(Math.floor((at?.getTime() ?? now) / 1_000));
    const key = wrong === "key" ? this.#stranger : this.#private;
    let signature = sign(null, Buffer.concat([Buffer.from(timestamp), rawBody]), key).toString("hex");
    if (wrong === "signature") signature = flipped(signature);
    if (wrong === "garbage") signature = "no es una firma";
    const headers: Record<string, string> = {
      "content-type": "application/json",
      "user-agent": "Discord-Interactions/1.0 (+https://discord.com)",
      "x-signature-ed25519": signature,
      "x-signature-timestamp": timestamp,
    };
    if (wrong === "missing-signature") delete headers["x-signature-ed25519"];
    if (wrong === "missing-timestamp") delete headers["x-signature-timestamp"];
    return { headers, rawBody: wrong === "body" ? Buffer.concat([rawBody, Buffer.from(" ")]) : rawBody };
  }
}

function flipped(hex: string): string {
  const first = Number.parseInt(hex[0] as string, 16);
  return `${((first + 1) % 16).toString(16)}${hex.slice(1)}`;
}
