/** Files that people send and are sent, on both platforms. */
import { describe, expect, it } from "vitest";
import { Responder } from "../../../src/adapters/discord/interaction/responder.js";
import { SPANISH } from "../../../src/chat/locale.js";
import { answersTo, answerTo, group, Person, readable } from "../../../standins/telegram/index.js";
import { ASKER, slash } from "../../support/discord-payloads.js";
import { keptBot } from "../../support/kept-bot.js";
import { runTelegram } from "../../support/telegram-running.js";

const kept = keptBot();
const CSV = new TextEncoder().encode("Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Alien,1979,x,4.5\n");

describe("on Telegram", () => {
  it("a list comes as a file with the command below it, or as what the command replies to", async () => {
    const { standIn, logged } = await runTelegram(kept.bot);
    const [ana, ben] = [new Person(standIn), new Person(standIn)];
    const told = await answerTo(standIn, ana.sendsFile("ratings.csv", CSV, "/importar"));
    expect(readable(told)).toMatch(/1 película guardada/);
    const place = group(standIn);
    const file = ben.sendsFile("ratings.csv", CSV, undefined, place);
    expect(readable(await answerTo(standIn, ben.says("/importar", place, file)))).toMatch(
      /1 película guardada/,
    );
    for (const { user } of [ana, ben])
      expect(await kept.store.ratings.all(`telegram:${user.id}`)).toHaveLength(1);
    expect(readable(await answerTo(standIn, ana.says("/importar")))).toMatch(/Envíame tus notas/);
    expect(logged).toEqual([]);
  });

  it("what is taken away comes as files", async () => {
    const { standIn } = await runTelegram(kept.bot);
    const ana = new Person(standIn);
    await answerTo(standIn, ana.says("/valorar alien 9"));
    const sent = await answersTo(standIn, ana.says("/perfil exportar=sí"), 2);
    expect(sent.filter(({ document }) => document !== undefined)).toHaveLength(1);
    const privacy = await answerTo(standIn, ana.says("/privacidad"));
    await ana.presses(privacy, "Llevarme mis datos");
    const files = await answersTo(standIn, privacy, 1);
    expect(files.some(({ document }) => document !== undefined)).toBe(true);
  });
});

describe("on Discord", () => {
  const asked: string[] = [];
  const responder = new Responder({
    bot: () => kept.bot,
    locale: SPANISH,
    now: () => new Date(),
    fetching: async (url) => {
      asked.push(url.href);
      return CSV;
    },
  });
  const sent = (url: string, size = CSV.length) => {
    const payload = slash("importar");
    const options = [{ name: "archivo", type: 11, value: "1300000000000000001" }];
    const resolved = {
      attachments: {
        "1300000000000000001": { id: "1300000000000000001", filename: "ratings.csv", url, size },
      },
    };
    return { ...payload, data: { ...(payload.data as object), options, resolved } };
  };

  it("a list is picked as the command's file, and fetched from Discord alone", async () => {
    const own = "https://cdn.discordapp.com/attachments/1/2/ratings.csv?ex=1";
    expect(JSON.stringify(await responder.respond(sent(own)))).toMatch(/1 película guardada/);
    expect(await kept.store.ratings.all(`discord:${ASKER}`)).toHaveLength(1);
    for (const url of [
      "http://cdn.discordapp.com/x.csv",
      "https://cdn.discordapp.com.example.org/x.csv",
      "https://cdn.discordapp.com:8443/x.csv",
      "https://127.0.0.1/x.csv",
      "no address",
    ]) {
      expect(JSON.stringify(await responder.respond(sent(url)))).toMatch(/No pude descargar/);
    }
    expect(JSON.stringify(await responder.respond(sent(own, 99_000_000)))).toMatch(/demasiado grande/);
    expect(asked).toEqual([own]);
  });

  it("what is taken away is a file of the answer, for whoever asked", async () => {
    const told = await responder.respond(slash("perfil", { exportar: true }));
    expect(told?.files?.map(({ name }) => name)).toEqual(["claqueta-ratings.csv"]);
  });
});
