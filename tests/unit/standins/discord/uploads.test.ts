/** Files beside a message, and what is kept and let go of in the end. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Json,
  type StandIn,
  type StandInOptions,
  startDiscord,
} from "../../../../standins/discord/index.js";
import { connected, problemsIn, request } from "./testing/bot.js";

let discord: StandIn;
let sent: Json[];

async function begin(options: StandInOptions): Promise<void> {
  discord = await startDiscord({ rateLimits: false, answerTimeoutMs: 20, ...options });
  sent = [];
  await connected(discord, (interaction) => {
    sent.push(interaction);
    return undefined;
  });
}

beforeEach(async () => await begin({}));
afterEach(async () => await discord.close());

async function upload(
  payload: string,
  files: number,
): Promise<{ status: number; body: Json; result: Awaited<ReturnType<StandIn["slash"]>> }> {
  const result = await discord.slash({ command: "eco" });
  const form = new FormData();
  form.set("payload_json", payload);
  for (let index = 0; index < files; index += 1)
    form.set(`files[${index}]`, new Blob(["png"]), `${index}.png`);
  const url = `${discord.api}/v10/interactions/${result.id}/${result.token}/callback`;
  const response = await fetch(url, { method: "POST", body: form });
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : (JSON.parse(text) as Json), result };
}

describe("uploads", () => {
  it("come with the message's JSON, and are something to show", async () => {
    const { status, result } = await upload(
      '{"type":4,"data":{"embeds":[{"image":{"url":"attachment://0.png"}}]}}',
      1,
    );
    expect(status).toBe(204);
    expect(result.message?.attachments).toEqual([expect.objectContaining({ filename: "0.png", size: 3 })]);
    const path = `/webhooks/${discord.applicationId}/${result.token}/messages/@original`;
    const { body } = await request(discord, "PATCH", path, { content: "sin", attachments: [] }, null);
    expect(body).toMatchObject({ content: "sin", attachments: [] });
  });

  it("take the place of those of before, unless an edit names these, and are described by the number of their file", async () => {
    const { result } = await upload(
      '{"type":4,"data":{"content":"a","attachments":[{"id":0,"filename":"0.png","description":"uno"}]}}',
      1,
    );
    const [first] = result.message?.attachments ?? [];
    expect(first).toMatchObject({ filename: "0.png", description: "uno" });
    const url = `${discord.api}/v10/webhooks/${discord.applicationId}/${result.token}/messages/@original`;
    const edit = async (attachments: unknown[]) => {
      const form = new FormData();
      form.set("payload_json", JSON.stringify({ attachments }));
      form.set("files[0]", new Blob(["otro"]), "otro.png");
      expect((await fetch(url, { method: "PATCH", body: form })).status).toBe(200);
      return result.message?.attachments.map(({ filename, description }) => [filename, description]);
    };
    expect(await edit([{ id: 0, description: "dos" }, { id: first?.id }])).toEqual([
      ["0.png", "uno"],
      ["otro.png", "dos"],
    ]);
    expect(await edit([{ id: 0 }])).toEqual([["otro.png", undefined]]);
  });

  it("are at most ten", async () => {
    const { body } = await upload('{"type":4,"data":{}}', 11);
    expect(problemsIn(body)).toEqual(["files BASE_TYPE_MAX_LENGTH"]);
  });

  it("need JSON that is JSON: 50109", async () => {
    expect((await upload("{", 1)).body.code).toBe(50109);
  });

  it("are at most 25 MiB with all that surrounds them: 40005", async () => {
    const big = JSON.stringify({ type: 4, data: { content: "x".repeat(26 * 1024 * 1024) } });
    const { status, body } = await request(discord, "POST", "/interactions/1/x/callback", big, null);
    expect([status, body.code]).toEqual([413, 40005]);
  });
});

describe("what is kept", () => {
  it("are the last interactions only", async () => {
    await discord.close();
    await begin({ keep: { interactions: 2 } });
    for (const command of ["uno", "dos", "tres"]) await discord.slash({ command });
    const codes: unknown[] = [];
    for (const { id, token } of sent) {
      const path = `/interactions/${String(id)}/${String(token)}/callback`;
      codes.push((await request(discord, "POST", path, { type: 5 }, null)).body.code);
    }
    expect(codes).toEqual([10062, undefined, undefined]);
  });

  it("is nobody waiting, once it is closed", async () => {
    await discord.close();
    await begin({ answerTimeoutMs: 60_000 });
    const waiting = discord.slash({ command: "eco" });
    await expect.poll(() => sent).toHaveLength(1);
    await discord.close();
    expect((await waiting).status).toBe("unanswered");
    await expect(fetch(discord.api)).rejects.toThrow();
  });
});
