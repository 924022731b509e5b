/** How a typed line is read, and answered. */
import { describe, expect, it } from "vitest";
import { answerLine, ask, readLine } from "../../../src/chat/ask.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { answerText } from "../../support/answer-text.js";
import { asking, createBot, OPERATOR, PLACE, program, SOMEBODY } from "../../support/fakes.js";

describe("a line", () => {
  it("is read as the command it names, before anything is answered", async () => {
    const bot = createBot();
    const read = await readLine(bot, "/votos titanic", asking());
    expect(read).toMatchObject({
      command: { name: "votos" },
      options: { titulo: "titanic" },
      understood: false,
    });
    expect(await readLine(bot, "/votos", asking())).toMatchObject({
      command: { name: "votos" },
      options: {},
    });
  });

  it("in other words says how it was read", async () => {
    const bot = createBot();
    const read = await readLine(bot, "how many votes has titanic", asking());
    expect(read).toMatchObject({ command: { name: "votos" }, understood: true });
    const outcome = "unread" in read ? read.unread : await answerLine(bot, read, asking());
    expect(answerText(outcome.answer)).toContain("Lo leí como: /votos titanic");
    expect(await ask(bot, "how many votes has titanic", asking())).toEqual(outcome);
  });

  it("that asks nothing is told, by a code", async () => {
    const read = await readLine(createBot(), "/nada de esto", asking());
    expect(read).toMatchObject({ unread: { status: "error", error: { code: "unknown_command" } } });
  });

  it("picks from the last answer of its own conversation", async () => {
    const [votos] = program.commands;
    if (!votos) throw new Error("no command");
    const choice = { label: "Otra", command: "votos", options: { titulo: "tmdb:862" }, said: ["otra"] };
    const bot = createBot({
      program: {
        commands: [
          {
            ...votos,
            run: async () => ({ status: "ok", result: null, answer: { kind: "list", choices: [choice] } }),
          },
        ],
      },
    });
    const here = asking("es", { place: PLACE, asker: SOMEBODY });
    await dispatch(bot, bot.program.commands[0] ?? votos, { titulo: "titanic" }, here);
    expect(await readLine(bot, "¡Otra!", here)).toMatchObject({ options: { titulo: "tmdb:862" } });
    expect(await readLine(bot, "otra", { ...here, asker: OPERATOR })).toHaveProperty("unread");
    expect(await readLine(bot, "otra", asking())).toHaveProperty("unread");
  });

  it("offers what it is only near, and who says yes picks that", async () => {
    const bot = createBot();
    const here = asking("es", { place: PLACE, asker: SOMEBODY });
    const offered = await ask(bot, "titanik", here);
    expect(offered).toMatchObject({ status: "choices", command: "votos" });
    expect(answerText(offered.answer)).not.toContain("Lo leí como");
    expect(await ask(bot, "¡Sí!", here)).toMatchObject({ status: "ok", result: { value: "tmdb:597" } });
    // Called by its command it is answered.
    expect(await ask(bot, "/votos titanik", here)).toMatchObject({ status: "ok" });
  });

  it("knows an operator's command only by its name with the slash", async () => {
    expect(await readLine(createBot(), "/refrescar", asking())).toMatchObject({
      command: { name: "refrescar" },
    });
    expect(await readLine(createBot(), "refrescar", asking())).toHaveProperty("unread");
  });
});
