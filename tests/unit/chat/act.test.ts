/** Buttons that do something: found by their name, given the state that they carry. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineAction } from "../../../src/chat/command/action.js";
import { text } from "../../../src/chat/command/options.js";
import type { Access } from "../../../src/chat/contract.js";
import { act } from "../../../src/chat/run.js";
import {
  asking,
  bot,
  contar,
  createBot,
  MODERATOR,
  OPERATOR,
  PLACE,
  SECRET,
  SOMEBODY,
} from "../../support/fakes.js";

describe("a pressed button", () => {
  it("does what its handler says, with the state it carries as text or as numbers", async () => {
    const [button] = (await act(bot, contar, { hasta: 1 }, asking())).answer.actions ?? [];
    expect(button).toEqual({ label: "+1", action: "contar", state: { hasta: 2 } });
    const pressed = await act(bot, contar, { hasta: " 2\u200b" }, asking("en", { asker: SOMEBODY }));
    expect(pressed).toMatchObject({
      status: "ok",
      command: "contar",
      result: { hasta: 2, by: SOMEBODY.id },
      answer: { title: "2 so far", actions: [{ state: { hasta: 3 } }] },
    });
  });

  it("may be marked as what holds now", () => {
    expect(contar.button("+1", { hasta: 1 }, true)).toMatchObject({ active: true });
    expect(contar.button("+1", { hasta: 1 })).not.toHaveProperty("active");
  });

  it("is never kept, and knows the question that it stood under", async () => {
    const under = { command: "votos", options: { titulo: "titanic" } };
    const seen = defineAction({
      name: "mirar",
      state: z.strictObject({}),
      run: ({ asked }) => ({ status: "ok", result: asked, answer: { kind: "figure" } }),
    });
    expect(await act(bot, seen, {}, asking(), under)).toMatchObject({
      command: "votos",
      asked: under,
      result: under,
      cacheable: false,
    });
    expect((await act(bot, seen, {}, asking())).asked).toEqual({ command: "mirar", options: {} });
  });

  it.each([
    ["a value that is none", { hasta: "muchos" }],
    ["one out of bounds", { hasta: 100 }],
    ["nothing", {}],
    ["more than it takes", { hasta: 1, admin: "true" }],
    ["something else altogether", JSON.parse('{ "hasta": { "$gt": 0 }, "__proto__": {} }')],
  ])("with %s is none of ours", async (_, state) => {
    const own = createBot();
    const { status, error, answer } = await act(own, contar, state, asking());
    expect([status, error]).toEqual(["error", { code: "unknown_action" }]);
    expect(answer.text).toBe("Ese botón ya no vale. Pregunta otra vez.");
    expect(own.ports.logged).toEqual([]);
  });

  it("of moderators is refused to others, and nothing is done", async () => {
    let runs = 0;
    const guarded = (access: Access) =>
      defineAction({
        name: "borrar",
        access,
        state: z.strictObject({ que: text() }),
        run: () => {
          runs++;
          return { status: "ok", result: null, answer: { kind: "figure" } };
        },
      });
    const pressed = async (access: Access, asker?: typeof SOMEBODY) =>
      (await act(bot, guarded(access), { que: "todo" }, asking("es", { asker }))).error?.code;
    expect(await pressed("moderator")).toBe("not_allowed");
    expect(await pressed("moderator", SOMEBODY)).toBe("not_allowed");
    expect(await pressed("operator", MODERATOR)).toBe("not_allowed");
    expect(runs).toBe(0);
    expect(await pressed("moderator", MODERATOR)).toBeUndefined();
    expect(await pressed("operator", OPERATOR)).toBeUndefined();
    expect(runs).toBe(2);
  });

  it("that fails is told under an id, like a command", async () => {
    const own = createBot();
    const broken = defineAction({
      name: "roto",
      state: z.strictObject({}),
      run: () => {
        throw new Error(SECRET);
      },
    });
    const outcome = await act(own, broken, {}, asking());
    expect(outcome.error).toMatchObject({ code: "internal", id: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(JSON.stringify(outcome)).not.toContain(SECRET);
    expect(own.ports.logged).toHaveLength(1);
  });

  it("changes what may be said next in its conversation", async () => {
    const own = createBot();
    const choice = { label: "Otra", command: "votos", options: {}, said: ["otra"] };
    const more = defineAction({
      name: "mas",
      state: z.strictObject({}),
      run: () => ({ status: "ok", result: null, answer: { kind: "list", choices: [choice] } }),
    });
    const here = asking("es", { place: PLACE, asker: SOMEBODY });
    await act(own, more, {}, here);
    expect(await own.ports.lastAnswers.get({ place: PLACE, asker: SOMEBODY }, here.now)).toMatchObject({
      choices: [choice],
    });
  });
});
