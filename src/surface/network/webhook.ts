/** A platform that delivers to our HTTP server: its requests are handed on as they came, bytes and headers. */

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface WebhookResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Checks who asks, and answers. Never rejects. */
export type WebhookHandler = (rawBody: Uint8Array, headers: RequestHeaders) => Promise<WebhookResponse>;

export interface Webhook {
  /** "/discord/interactions". */
  readonly path: string;
  readonly handle: WebhookHandler;
}

/** A response of JSON that nobody keeps. */
export function jsonResponse(status: number, body: unknown): WebhookResponse {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}
