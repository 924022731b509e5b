/** Using what a message shows: buttons, menus and modals. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Json, type StandIn, startDiscord } from "../../../../standins/discord/index.js";
import { connected, problemsIn, request } from "./testing/bot.js";

let discord: StandIn;
let sent: Json[];
let answer: unknown;

beforeEach(async () => {
  discord = await startDiscord({ answerTimeoutMs: 500, rateLimits: false });
  sent = [];
  answer = { type: 4, data: { content: "hola" } };
  await connected(discord, (interaction) => {
    sent.push(interaction);
    return answer;
  });
});

afterEach(async () => await discord.close());

describe("components and modals", () => {
  const button = { type: 2, style: 1, label: "Más", custom_id: "mas" };
  const menu = { type: 3, custom_id: "menu", options: [{ label: "Alien", value: "a" }] };
  const rows = [
    { type: 1, components: [button, { ...button, custom_id: "no", disabled: true }] },
    { type: 1, components: [menu] },
  ];

  async function shown(): Promise<string> {
    answer = { type: 4, data: { content: "elige", components: rows } };
    const { message } = await discord.slash({ command: "eco", guild: "77" });
    return message?.id ?? "";
  }

  it("carry the message and where it is, and can update it", async () => {
    const id = await shown();
    answer = { type: 7, data: { content: "elegido" } };
    const result = await discord.component(id, "menu", ["a"], { id: "12" });
    expect(sent[1]).toMatchObject({
      type: 3,
      guild_id: "77",
      member: { user: { id: "12" } },
      message: { id, content: "elige" },
      data: { custom_id: "menu", component_type: 3, values: ["a"] },
    });
    expect(result.message).toMatchObject({ id, content: "elegido" });
    expect(result.message?.components).toHaveLength(2);
  });

  it("let a deferred update be edited later", async () => {
    const id = await shown();
    answer = { type: 6 };
    const { token } = await discord.component(id, "mas");
    const path = `/webhooks/${discord.applicationId}/${token}/messages/@original`;
    expect((await request(discord, "PATCH", path, { content: "luego" }, null)).body).toMatchObject({
      id,
      content: "luego",
    });
  });

  it("are not used as Discord's client never would", async () => {
    const id = await shown();
    await expect(discord.component("1", "mas")).rejects.toThrow(/no message 1/);
    await expect(discord.component(id, "otra")).rejects.toThrow(/no component "otra", but mas, no, menu/);
    await expect(discord.component(id, "no")).rejects.toThrow(/disabled/);
    await expect(discord.component(id, "menu", ["b"])).rejects.toThrow(/does not offer "b"/);
    await expect(discord.component(id, "menu", [])).rejects.toThrow(/takes 1 to 1 values/);
  });

  it("open modals, which are filled in", async () => {
    const input = { type: 4, custom_id: "texto", style: 1, label: "Texto" };
    answer = {
      type: 9,
      data: { custom_id: "m", title: "Di", components: [{ type: 1, components: [input] }] },
    };
    const opened = await discord.slash({ command: "eco" });
    answer = { type: 4, data: { content: "gracias" } };
    const result = await discord.modal(opened, { texto: "hola" });
    expect(sent[1]).toMatchObject({
      type: 5,
      data: { custom_id: "m", components: [{ components: [{ value: "hola" }] }] },
    });
    expect(result.message?.content).toBe("gracias");
    await expect(discord.modal(opened, {})).rejects.toThrow(/"texto" is required/);
    answer = opened.callback;
    const path = `/interactions/${result.id}/${result.token}/callback`;
    expect((await request(discord, "POST", path, answer, null)).body.code).toBe(40060);
  });

  it("do not let a modal answer a modal", async () => {
    const modal = { type: 9, data: { custom_id: "m", title: "Di", components: [] } };
    answer = undefined;
    await discord.interaction(5, { custom_id: "m", components: [] });
    const { id, token } = sent[0] as { id: string; token: string };
    const { body } = await request(discord, "POST", `/interactions/${id}/${token}/callback`, modal, null);
    expect(problemsIn(body)).toEqual(["type BASE_TYPE_CHOICES"]);
  });
});
