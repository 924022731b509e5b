/** Platforms that post to us get their bytes through as they sent them; everything else stays refused. */
import { describe, expect, it } from "vitest";
import { MAX_WEBHOOK_BODY } from "../../../../../src/adapters/http/server/webhooks.js";
import type { WebhookHandler } from "../../../../../src/surface/network/webhook.js";
import { bot } from "../../../../support/fakes.js";
import { fakeSurface, hostOf } from "../../../../support/http-host.js";

interface Delivery {
  readonly body: Buffer;
  readonly signature: unknown;
}

async function appWith(deliveries: Delivery[]) {
  const handle: WebhookHandler = async (rawBody, headers) => {
    deliveries.push({ body: Buffer.from(rawBody), signature: headers["x-signature"] });
    return { status: 202, headers: { "content-type": "text/plain" }, body: "taken" };
  };
  const discord = fakeSurface("discord", { webhook: { path: "/discord/interactions", handle } });
  const { app } = await hostOf(bot, { surfaces: () => [discord, fakeSurface("telegram")] });
  return app;
}

describe("a webhook", () => {
  it("gets the bytes and headers as they came, whatever the content type says", async () => {
    const deliveries: Delivery[] = [];
    const app = await appWith(deliveries);
    const body = Buffer.from('{ "broken": \u00e9, \r\n', "latin1");
    for (const type of ["application/json", "text/plain", "application/x-unheard-of"]) {
      const answer = await app.inject({
        method: "POST",
        url: "/discord/interactions",
        headers: { "content-type": type, "x-signature": "abc" },
        body,
      });
      expect([answer.statusCode, answer.body, answer.headers["content-type"]]).toEqual([
        202,
        "taken",
        "text/plain",
      ]);
    }
    expect(deliveries).toEqual(Array(3).fill({ body, signature: "abc" }));
    await app.close();
  });

  it("is not flooded: a body has a limit", async () => {
    const deliveries: Delivery[] = [];
    const app = await appWith(deliveries);
    const answer = await app.inject({
      method: "POST",
      url: "/discord/interactions",
      headers: { "content-type": "application/json" },
      body: Buffer.alloc(MAX_WEBHOOK_BODY + 1),
    });
    expect(answer.statusCode).toBe(413);
    expect(deliveries).toEqual([]);
    await app.close();
  });

  it("opens no other address to POST, and is no question itself", async () => {
    const app = await appWith([]);
    for (const url of [
      "/api/votos/titanic",
      "/discord",
      "/discord/interactions/x",
      "/discord/interactions?x=1",
    ]) {
      expect((await app.inject({ method: "POST", url, body: "x" })).statusCode, url).toBe(405);
    }
    expect((await app.inject({ method: "GET", url: "/discord/interactions" })).statusCode).toBe(404);
    await app.close();
  });
});
