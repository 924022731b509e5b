/** The first minute: what whoever runs the bot is told, and how patient a start is. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { introduction } from "../../../../src/adapters/telegram/introduction.js";
import { TelegramSurface } from "../../../../src/adapters/telegram/surface.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { OperatorError } from "../../../../src/words.js";
import { flooded, TOKEN, until } from "../../../../standins/telegram/index.js";
import { commonBot } from "../../../support/surface.case.js";
import { closeLater, QUICK, runTelegram, startStandIn } from "../../../support/telegram-running.js";

const silent = () => undefined;

describe("a start", () => {
  it("says who it is, where to find it, and what is on", async () => {
    const { told, logged } = await runTelegram(commonBot);
    expect(told).toEqual([
      "Telegram: soy @claqueta_bot, https://t.me/claqueta_bot · para un grupo: https://t.me/claqueta_bot?startgroup · la privacidad de grupos está activada: oigo comandos, menciones y respuestas · el modo en línea está activado · el modo invitado está activado.",
    ]);
    expect(JSON.stringify([told, logged])).not.toContain(TOKEN);
  });

  it("says what is off, and where to turn it on", () => {
    const me = {
      ...{ id: 1, is_bot: true, first_name: "Claqueta", username: "claqueta_bot" },
      ...{ can_join_groups: false, can_read_all_group_messages: true, supports_inline_queries: false },
    } as const;
    const { es, en } = introduction(me as unknown as Parameters<typeof introduction>[0]);
    expect(es).toMatch(/\/setjoingroups[\s\S]*privacidad de grupos está desactivada[\s\S]*\/setinline/);
    expect(en).toMatch(/\/setjoingroups[\s\S]*group privacy is off[\s\S]*\/setinline/);
    expect(`${es}${en}`).not.toMatch(/startgroup|invitado|guest/);
  });

  it("waits as long as Telegram asks before it asks again who it is", async () => {
    const telegram = await startStandIn();
    telegram.standIn.faults.add({ fault: flooded(1), method: "getMe" });
    const { standIn, surface } = await runTelegram(commonBot, { telegram });
    const [first, second] = standIn.calls.all.filter(({ method }) => method === "getMe");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(surface.health.state).toBe("up");
  });
});

describe("a proxy", () => {
  const settings = { token: TOKEN, apiRoot: "https://api.example.test", mode: "polling" } as const;
  const options = {
    settings,
    bot: () => commonBot,
    locale: SPANISH,
    log: { info: silent, warn: silent, error: silent },
    now: () => new Date(),
    timing: QUICK,
  };

  it("is the way to Telegram where HTTPS_PROXY names one, and what it refuses is told", async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on("connect", ({ url }, socket) => {
      asked.push(url);
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    closeLater(() => new Promise((resolve) => proxy.close(() => resolve())));
    const { port } = proxy.address() as AddressInfo;
    const told: string[] = [];
    const environment = { HTTPS_PROXY: `http://ana:hunter2@127.0.0.1:${port}` };
    const surface = new TelegramSurface({ ...options, environment, tell: ({ es }) => told.push(es) });
    void surface.start();
    closeLater(() => surface.stop());
    await until(() => told.length > 0, "nothing told");
    expect(told).toEqual(["Telegram no responde como debe (getMe: PROXY_407). Sigo intentándolo."]);
    expect(asked[0]).toBe("api.example.test:443");
  });

  it("that is none keeps the program from starting, in one sentence", () => {
    const environment = { HTTPS_PROXY: "socks5://127.0.0.1:1" };
    expect(() => new TelegramSurface({ ...options, environment, tell: silent })).toThrow(OperatorError);
  });
});
