/** Interactions over HTTP: signatures, the probes Discord makes, and answers in the response. */
import { createPublicKey, verify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type EndpointResponse,
  type Json,
  type SignedRequest,
  type StandIn,
  startDiscord,
} from "../../../../standins/discord/index.js";

let discord: StandIn;

beforeEach(async () => {
  discord = await startDiscord({ answerTimeoutMs: 50 });
});
afterEach(async () => await discord.close());

function isSigned({ headers, rawBody }: SignedRequest): boolean {
  const prefix = Buffer.from("302a300506032b6570032100", "hex");
  const raw = Buffer.concat([prefix, Buffer.from(discord.publicKey, "hex")]);
  const key = createPublicKey({ key: raw, format: "der", type: "spki" });
  const signature = Buffer.from(headers["x-signature-ed25519"] ?? "", "hex");
  const timestamp = headers["x-signature-timestamp"] ?? "";
  return (
    signature.length === 64 && verify(null, Buffer.concat([Buffer.from(timestamp), rawBody]), key, signature)
  );
}

/** A correct endpoint, whose answers to all but PING are `answer`'s. */
function endpoint(answer: (interaction: Json) => unknown) {
  return async (request: SignedRequest): Promise<EndpointResponse> => {
    if (!isSigned(request)) return { status: 401, body: "" };
    const interaction = JSON.parse(request.rawBody.toString()) as Json;
    const body = interaction.type === 1 ? { type: 1 } : answer(interaction);
    return body === undefined ? { status: 202, body: "" } : { status: 200, body: JSON.stringify(body) };
  };
}

describe("signatures", () => {
  it("hold over the timestamp and the raw body", () => {
    const request = discord.signed({ type: 1 });
    expect(isSigned(request)).toBe(true);
    expect(request.rawBody.toString()).toBe('{"type":1}');
  });

  it.each(["signature", "key", "body", "missing-signature", "missing-timestamp", "garbage"] as const)(
    "can be deliberately wrong: %s",
    (wrong) => expect(isSigned(discord.signed({ type: 1 }, { wrong }))).toBe(false),
  );

  it("can be of another time: a replay", () => {
    const request = discord.signed({ type: 1 }, { at: new Date("2020-01-01T00:00:00Z") });
    expect(isSigned(request)).toBe(true);
    expect(request.headers["x-signature-timestamp"]).toBe("1577836800");
  });
});

describe("an endpoint", () => {
  it("is probed, then gets interactions instead of the gateway", async () => {
    await discord.useEndpoint(endpoint(({ data }) => ({ type: 4, data: { content: (data as Json).name } })));
    const result = await discord.slash({ command: "eco" });
    expect(result).toMatchObject({ status: "answered", message: { content: "eco" } });
    await discord.useEndpoint(undefined);
    expect((await discord.slash({ command: "eco" })).status).toBe("undelivered");
  });

  it.each<[string, (request: SignedRequest) => Promise<EndpointResponse>, RegExp]>([
    ["takes bad signatures", async () => ({ status: 200, body: '{"type":1}' }), /bad signature .* with 200/],
    [
      "does not answer PING with PONG",
      async (request) => ({ status: isSigned(request) ? 200 : 401, body: '{"type":4}' }),
      /Invalid Form Body/,
    ],
    [
      "fails on PING",
      async (request) => ({ status: isSigned(request) ? 500 : 401, body: "" }),
      /PING with 500/,
    ],
    [
      "answers no JSON",
      async (request) => ({ status: isSigned(request) ? 200 : 401, body: "{" }),
      /invalid JSON/,
    ],
  ])("is not accepted if it %s", async (_, wrong, why) => {
    await expect(discord.useEndpoint(wrong)).rejects.toThrow(why);
  });

  it("is held to the same rules", async () => {
    await discord.useEndpoint(endpoint(() => ({ type: 4, data: { content: "x".repeat(2_001) } })));
    const result = await discord.slash({ command: "eco" });
    expect(result.status).toBe("unanswered");
    expect(result.refusals[0]?.problems).toEqual([
      "data.content BASE_TYPE_MAX_LENGTH Must be 2000 or fewer in length.",
    ]);
  });

  it("may promise (202) and answer over REST", async () => {
    await discord.close();
    // What comes over REST takes as long as the machine is busy.
    discord = await startDiscord({ answerTimeoutMs: 5_000 });
    await discord.useEndpoint(
      endpoint(({ id, token }) => {
        const url = `${discord.api}/v10/interactions/${String(id)}/${String(token)}/callback`;
        const body = JSON.stringify({ type: 4, data: { content: "luego" } });
        fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body }).catch(
          () => undefined,
        );
        return undefined;
      }),
    );
    expect((await discord.slash({ command: "eco" })).message?.content).toBe("luego");
  });

  it("may fail, which is told", async () => {
    const works = endpoint(() => ({}));
    await discord.useEndpoint(async (request) => {
      const response = await works(request);
      return response.body === "{}" ? { status: 500, body: "" } : response;
    });
    expect((await discord.slash({ command: "eco" })).refusals).toMatchObject([{ status: 500 }]);
  });
});
