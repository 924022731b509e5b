/** Every way in which Telegram lets a bot down, and how long it takes until people are answered again. */
import { afterAll, describe, expect, it } from "vitest";
import type { UpdateTurns } from "../../../../src/chat/ports.js";
import type { Fault } from "../../../../standins/telegram/faults.js";
import {
  answersTo,
  answerTo,
  BOT,
  flooded,
  group,
  INTERNAL,
  messagesIn,
  Person,
  type StandIn,
  startTelegram,
  TOKEN,
  until,
} from "../../../../standins/telegram/index.js";
import { commonBot as bot } from "../../../support/surface.case.js";
import { QUICK, runTelegram, runWebhook, startStandIn } from "../../../support/telegram-running.js";

const recoveries: string[] = [];

afterAll(() => {
  process.stdout.write(
    `\nrecovery times (calls time out after ${QUICK.call} ms here, 10 s in earnest)\n${recoveries.join("\n")}\n`,
  );
});

/** From asking to the one answer. */
async function recovery(what: string, standIn: StandIn, line = "/votos titanic"): Promise<void> {
  const ana = new Person(standIn);
  const since = performance.now();
  const asked = ana.says(line);
  await answerTo(standIn, asked);
  note(what, since);
  await quiet();
  expect(answers(standIn, ana), what).toHaveLength(1);
}

function note(what: string, since: number): void {
  recoveries.push(`  ${what.padEnd(62)} ${(performance.now() - since).toFixed(0).padStart(6)} ms`);
}

/** Long enough for what should not come to come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 350));

function answers(standIn: StandIn, { home }: Person) {
  return messagesIn(standIn, home).filter(({ from }) => from.id === BOT.id);
}

const HTML: Fault = { kind: "html", status: 502 };

describe("a call that goes wrong", () => {
  it.each<[string, Fault, number]>([
    ["the connection is reset before the message is sent", { kind: "reset" }, 1],
    ["three resets in a row", { kind: "reset" }, 3],
    ["the message is sent and the answer lost", { kind: "lost" }, 1],
    ["the message is sent and half of the answer arrives", { kind: "truncated" }, 1],
    ["500 in JSON", INTERNAL, 2],
    ["502 in HTML", HTML, 2],
    ["200 in HTML", { kind: "html", status: 200 }, 1],
    ["403 in HTML, from somebody in between", { kind: "html", status: 403 }, 1],
    ["no answer at all", { kind: "hang" }, 1],
    ["429, one second", flooded(1), 1],
  ])("%s", async (what, fault, times) => {
    const { standIn } = await runTelegram(bot);
    standIn.faults.add({ fault, times, method: "sendMessage" });
    await recovery(what, standIn);
  });

  it("gives up after a bounded number of attempts, and answers the next question", async () => {
    const { standIn, logged } = await runTelegram(bot);
    standIn.faults.add({ fault: HTML, times: 4, method: "sendMessage" });
    const ana = new Person(standIn);
    ana.says("/votos titanic");
    await until(() => logged.find(({ message }) => message.includes("did not take")), "nothing was logged");
    expect(standIn.calls.all.filter(({ method }) => method === "sendMessage")).toHaveLength(4);
    await recovery("the question after one that was given up", standIn);
  });

  it("also where a photo, an edit, an acknowledgement, an inline answer fail", async () => {
    const { standIn } = await runTelegram(bot);
    const ana = new Person(standIn);
    const choices = await answerTo(standIn, ana.says("/votos cinderella"));
    standIn.faults.add({ fault: { kind: "lost" }, method: "editMessageText" });
    standIn.faults.add({ fault: { kind: "reset" }, method: "answerCallbackQuery" });
    const since = performance.now();
    await ana.presses(choices, /2015/);
    await until(() => messagesIn(standIn, ana.home).at(-1)?.text?.includes("2426"), "no edit");
    note("an edit whose answer is lost, an acknowledgement that is reset", since);
    await quiet();
    expect(answers(standIn, ana)).toHaveLength(1);
    standIn.faults.add({ fault: { kind: "reset" }, method: "answerInlineQuery" });
    const asked = performance.now();
    await ana.searches("toy");
    note("an inline answer that is reset", asked);
  });
});

describe("floods", () => {
  it("waits for one chat without holding up others, and loses nothing", async () => {
    const { standIn } = await runTelegram(bot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    standIn.faults.flood(ana.user.id, 2);
    const since = performance.now();
    const first = ana.says("/votos titanic");
    ana.says("/votos toy story 2");
    await answerTo(standIn, ben.says("/votos titanic"));
    expect(answers(standIn, ana)).toEqual([]);
    const both = await answersTo(standIn, first, 2);
    expect(both.map(({ text }) => text)).toEqual([
      expect.stringContaining("Titanic"),
      expect.stringContaining("Toy Story 2"),
    ]);
    note("two answers to a chat that is flooded for 2 s", since);
    expect(standIn.calls.all.filter(({ refusal }) => refusal?.error_code === 429)).toHaveLength(1);
  });

  it("every chat", async () => {
    const { standIn } = await runTelegram(bot);
    standIn.faults.floodAll(1);
    const people = Array.from({ length: 20 }, () => new Person(standIn));
    const since = performance.now();
    await Promise.all(people.map((person) => answerTo(standIn, person.says("/votos titanic"))));
    note("twenty chats, all flooded for 1 s", since);
    for (const person of people) expect(answers(standIn, person)).toHaveLength(1);
  });

  it("does not wait for hours", async () => {
    const { standIn, logged } = await runTelegram(bot);
    const ana = new Person(standIn);
    standIn.faults.flood(ana.user.id, 9_999);
    ana.says("/votos titanic");
    await until(() => logged.some(({ message }) => message.includes("did not take")), "nothing was logged");
    await recovery("somebody else, while one chat is flooded for hours", standIn);
  });
});

describe("chats that changed", () => {
  it("leaves alone whoever blocked the bot, until they write again", async () => {
    const { standIn, logged } = await runTelegram(bot);
    const ana = new Person(standIn);
    const room = standIn.world.find(ana.user.id);
    if (!room) throw new Error("no room");
    room.closed = "bot was blocked by the user";
    for (let at = 0; at < 5; at++) ana.says("/votos titanic");
    await until(() => logged.length === 5, "not all were given up");
    expect(standIn.calls.all.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    room.closed = undefined;
    const since = performance.now();
    await answerTo(standIn, ana.says("/votos titanic"));
    note("a chat that was blocked, once they write again", since);
  });

  it("hears of it from Telegram too", async () => {
    const { standIn } = await runTelegram(bot);
    const { chat } = group(standIn);
    const member = (status: string) => ({
      chat,
      from: BOT,
      date: 0,
      old_chat_member: {},
      new_chat_member: { status },
    });
    standIn.updates.push("my_chat_member", member("kicked"));
    standIn.updates.push("my_chat_member", member("member"));
    await answerTo(standIn, new Person(standIn).says("/votos titanic", { chat }));
  });
});

describe("updates", () => {
  it("that are delivered twice have one effect", async () => {
    const { standIn } = await runTelegram(bot);
    standIn.updates.double(50);
    const people = Array.from({ length: 25 }, () => new Person(standIn));
    const asked = people.map((person) => person.says("/votos titanic"));
    for (const question of asked) await answerTo(standIn, question);
    const { update_id } = standIn.updates.push("message", asked[0]);
    standIn.updates.pushRaw({ update_id: update_id - 30, message: asked[0] });
    await quiet();
    for (const person of people.slice(1)) expect(answers(standIn, person)).toHaveLength(1);
  });

  it("that are malformed harm nobody", async () => {
    const { standIn } = await runTelegram(bot);
    const since = performance.now();
    let id = 1_000_000;
    for (const message of [
      null,
      7,
      "x",
      [],
      {},
      { chat: null },
      { chat: { id: "x" } },
      { text: {} },
      { chat: {}, text: 9 },
    ]) {
      standIn.updates.pushRaw({ update_id: id++, message });
      standIn.updates.pushRaw({ update_id: id++, callback_query: message });
      standIn.updates.pushRaw({ update_id: id++, inline_query: message });
      standIn.updates.pushRaw({ update_id: id++, my_chat_member: message });
    }
    standIn.updates.pushRaw({ update_id: id++ });
    const ana = new Person(standIn);
    const message = { message_id: 1, chat: ana.home.chat, from: ana.user, date: 0, text: "/votos titanic" };
    standIn.updates.pushRaw({ update_id: id++, message });
    await until(() => answers(standIn, ana).length === 1, "not answered");
    note("a question after 37 malformed updates", since);
  });

  it.each<[string, Fault, number]>([
    ["fetching fails with a reset", { kind: "reset" }, 2],
    ["fetching fails with 502 in HTML", HTML, 3],
    ["fetched updates are lost on the way", { kind: "lost" }, 1],
    ["fetched updates arrive truncated", { kind: "truncated" }, 1],
    ["fetching is answered 429", flooded(1), 1],
  ])("%s", async (what, fault, times) => {
    const { standIn } = await runTelegram(bot);
    standIn.faults.add({ fault, times, method: "getUpdates" });
    // The poll that is open already ends with this one's update; the faults meet those that follow.
    await recovery(`${what} (the poll before)`, standIn);
    await recovery(what, standIn);
  });
});

describe("the token and the competition", () => {
  it("401 is explained once, and nothing is tried again", async () => {
    const telegram = await startTelegram();
    const { surface, told } = await runTelegram(bot, { settings: { token: `1${TOKEN}` }, telegram });
    expect(surface.health.state).toBe("stopped");
    expect(told).toEqual([expect.stringContaining("@BotFather")]);
    await surface.stop();
    await telegram.close();
  });

  it("409: another program fetches", async () => {
    const { standIn, root, told, surface } = await runTelegram(bot);
    const ana = new Person(standIn);
    await answerTo(standIn, ana.says("/votos titanic"));
    const since = performance.now();
    for (let at = 0; at < 3; at++) {
      await fetch(`${root}/bot${TOKEN}/getUpdates?timeout=0`).then((response) => response.text());
      await quiet();
    }
    expect(told).toContainEqual(expect.stringContaining("Otro programa"));
    await answerTo(standIn, ana.says("/votos titanic"));
    note("after another program fetched for a second (409)", since);
    expect(surface.health.state).toBe("up");
  });

  it("409: a webhook is in the way", async () => {
    const telegram = await startStandIn();
    telegram.standIn.updates.setWebhook({ url: "http://127.0.0.1:1/x", secret: undefined, connections: 1 });
    const since = performance.now();
    const { standIn, told } = await runTelegram(bot, { telegram });
    await answerTo(standIn, new Person(standIn).says("/votos titanic"));
    note("after a webhook was in the way (409)", since);
    expect(told).toEqual([expect.stringContaining("soy @claqueta_bot"), expect.stringContaining("webhook")]);
  });

  it("Telegram is away when the program starts, and later", async () => {
    const away = await startTelegram();
    const port = Number(new URL(away.root).port);
    await away.close();
    const running = await runTelegram(bot, {
      wait: false,
      telegram: { ...away, close: async () => undefined },
    });
    await until(() => running.told.length > 0, "nothing was told");
    const since = performance.now();
    const back = await startTelegram({ port });
    await answerTo(back.standIn, new Person(back.standIn).says("/votos titanic"));
    note("after Telegram was away at the start", since);
    await back.close();
    await quiet();
    const again = await startTelegram({ port, before: back.standIn });
    const later = performance.now();
    await answerTo(again.standIn, new Person(again.standIn).says("/votos titanic"));
    note("after Telegram was away for a while", later);
    await running.surface.stop();
    await again.close();
  });
});

describe("a webhook", () => {
  it("that somebody deletes is set again", async () => {
    const { standIn, url } = await runWebhook(bot);
    const since = performance.now();
    standIn.updates.setWebhook(undefined);
    await until(() => standIn.updates.webhook?.url === url, "not set again");
    note(
      `after the webhook was deleted (looked after every ${QUICK.watch} ms here, 5 min in earnest)`,
      since,
    );
    await recovery("a question after that", standIn);
  });

  it("delivered twice, malformed, or posted by a stranger", async () => {
    const { standIn, url } = await runWebhook(bot);
    standIn.updates.double(5);
    await recovery("an update that the webhook is given twice", standIn);
    const post = (body: string, secret?: string) =>
      fetch(url, {
        method: "POST",
        body,
        headers: secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret },
      }).then(({ status }) => status);
    expect(await post("{}")).toBe(401);
    expect(await post("{}", "wrong")).toBe(401);
    expect(await post("{", "made-up_secret")).toBe(200);
    expect(await post("null", "made-up_secret")).toBe(200);
    expect(await post(`{"x":"${"x".repeat(1_000_001)}"}`, "made-up_secret")).toBe(413);
  });

  it("given what another process has comes to it again, and answers once that one is gone", async () => {
    const turns: ("held" | "done" | "mine")[] = ["held", "held", "mine"];
    const answered: string[] = [];
    const shared: UpdateTurns = {
      take: async () => turns.shift() ?? "done",
      answered: (_, id) => void answered.push(id),
    };
    const { standIn, surface } = await runWebhook({ ...bot, ports: { ...bot.ports, turns: shared } });
    const ana = new Person(standIn);
    const asked = ana.says("/votos titanic");
    await answerTo(standIn, asked);
    await until(() => answered.length === 1 && standIn.updates.pending === 0, "noted as answered");
    expect(surface.figures).toMatchObject({ answered: 1, repeated: 2 });
    // Another has answered it: Telegram is told that all is well.
    ana.says("/votos hamlet");
    await until(() => standIn.updates.pending === 0, "taken");
    await quiet();
    expect(answers(standIn, ana)).toHaveLength(1);
    expect(surface.figures).toMatchObject({ answered: 1, repeated: 3 });
  });

  it("needs its address and its secret", async () => {
    await expect(
      runTelegram(bot, { settings: { mode: "webhook", webhookUrl: "https://a.example/t" } }),
    ).rejects.toThrow("TELEGRAM_WEBHOOK_SECRET");
    await expect(runTelegram(bot, { settings: { mode: "webhook", webhookSecret: "x" } })).rejects.toThrow(
      "TELEGRAM_WEBHOOK_URL",
    );
  });
});

describe("the end", () => {
  it("comes after what is under way is answered, and nobody is answered twice afterwards", async () => {
    const { standIn, surface, root } = await runTelegram(bot);
    const people = Array.from({ length: 50 }, () => new Person(standIn));
    standIn.faults.flood(people[0]?.user.id ?? 0, 1);
    const asked = people.map((person) => person.says("/votos titanic"));
    for (const last of asked.slice(49)) await answerTo(standIn, last);
    const since = performance.now();
    await surface.stop();
    note("the end, with one of 50 answers waiting for a flood of 1 s", since);
    for (const person of people) expect(answers(standIn, person)).toHaveLength(1);
    await runTelegram(bot, { telegram: { standIn, root, close: async () => undefined } });
    await quiet();
    for (const person of people) expect(answers(standIn, person)).toHaveLength(1);
  });

  it("does not wait for what hangs", async () => {
    const { standIn, surface } = await runTelegram(bot, { timing: { drain: 300, call: 60_000 } });
    standIn.faults.add({ fault: { kind: "hang" }, method: "sendMessage", times: 9 });
    new Person(standIn).says("/votos titanic");
    await until(() => standIn.calls.all.some(({ method }) => method === "sendMessage"), "not asked");
    const since = performance.now();
    await surface.stop();
    // Longer than a test may take, if it did.
    note("the end, with a call that hangs (300 ms allowed here, 8 s in earnest)", since);
    expect(surface.figures).toMatchObject({ lost: 1, inFlight: 0 });
  });
});

describe("the token", () => {
  it("reaches no log, whatever goes wrong", async () => {
    const { standIn, logged, told, surface } = await runTelegram(bot);
    for (const fault of [{ kind: "reset" }, { kind: "hang" }, HTML, INTERNAL] as const) {
      const before = logged.length;
      standIn.faults.add({ fault, times: 4, method: "sendMessage" });
      standIn.faults.add({ fault, times: 1, method: "getUpdates" });
      new Person(standIn).says("/votos titanic");
      await until(() => logged.length > before, "nothing went wrong");
    }
    await surface.stop();
    const everything = JSON.stringify([logged, told], (_, value) =>
      value instanceof Error
        ? { ...value, message: value.message, stack: value.stack, cause: value.cause }
        : value,
    );
    expect(everything).not.toContain(TOKEN);
    expect(everything).not.toContain(TOKEN.split(":")[1]);
  });
});
