/** What is found inline: films, people, series of films, questions and labels, each with an answer to send. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand } from "../../../../src/chat/command/command.js";
import { Person } from "../../../../standins/telegram/index.js";
import type { Payload } from "../../../../standins/telegram/types.js";
import { createBot, find, program } from "../../../support/fakes.js";
import { runTelegram } from "../../../support/telegram-running.js";
import { GUIDE } from "./leading-bot.js";

type Named = "pelicula" | "director" | "actor" | "franquicia";

function command(
  name: Named,
  option: "titulo" | "nombre",
  kind: "film" | "director" | "actor" | "collection",
) {
  return defineCommand({
    names: { es: name, en: `${name}_en` },
    summary: { es: name, en: name },
    options: z.strictObject({ [option]: z.string().meta({ kind, es: option, en: option }) }),
    result: z.unknown(),
    positional: [option],
    examples: [`${name} titanic`],
    run: (_, options) => ({
      status: "ok",
      result: null,
      answer: { ...GUIDE, title: `${name} ${options[option]}` },
    }),
  });
}

const PEOPLE = [
  { value: "person:2710", label: "James Cameron · Titanic", text: "James Cameron" },
  { value: "person:1", label: "James Dean · Gigante", text: "James Dean" },
];

const bot = createBot({
  edition: {
    find: {
      ...find,
      complete(kind, typed, limit, tag) {
        if (kind === "collection") return [{ value: "collection:8", label: "Titanic · 2", text: "Titanic" }];
        if (kind === "director" || kind === "actor") return PEOPLE.slice(0, kind === "actor" ? 2 : 1);
        return find.complete(kind, typed, limit, tag);
      },
    },
  },
  program: {
    commands: [
      ...program.commands,
      command("pelicula", "titulo", "film"),
      command("director", "nombre", "director"),
      command("actor", "nombre", "actor"),
      command("franquicia", "nombre", "collection"),
    ],
  },
});

async function found(query: string) {
  const { standIn } = await runTelegram(bot);
  const { results } = await new Person(standIn).searches(query);
  return results as Payload[];
}

const titles = (results: readonly Payload[]) => results.map(({ title }) => title);

describe("inline", () => {
  it("a name that is typed whole comes before films, others after them, each person once", async () => {
    expect(titles(await found("titanic"))).toEqual([
      "franquicia collection:8",
      "pelicula tmdb:597",
      "pelicula tmdb:11021",
    ]);
    expect(titles(await found("james"))).toEqual(["director person:2710", "actor person:1"]);
  });

  it("a question in words is answered before all", async () => {
    const [answer, ...others] = await found("how many votes has titanic");
    expect(answer).toMatchObject({ title: "Titanic (1997)", description: expect.stringContaining("7770") });
    expect(others).toEqual([]);
    expect(titles(await found("votos titanic"))[0]).toBe("Titanic (1997)");
    expect(titles(await found("/votos titanic"))[0]).toBe("Titanic (1997)");
    // What lacks something, or changes something, is not offered.
    expect(await found("/votos")).toEqual([]);
    expect(await found("gracias")).toEqual([]);
  });

  it("which of several is meant is shown", async () => {
    expect(titles(await found("votos cinderella"))).toEqual([
      "Cinderella (2015) · Kenneth Branagh",
      "Cinderella (1950) · Clyde Geronimi",
    ]);
  });

  it("a label of ours is its film, pasted as it stood in a list", async () => {
    for (const label of [
      "Cinderella (2015) · Kenneth Branagh",
      "• Cinderella (2015) · Kenneth Branagh",
      "12. Cinderella (2015) · Kenneth Branagh",
    ]) {
      expect(titles(await found(label)), label).toEqual(["pelicula tmdb:150689"]);
    }
  });

  it("a result tells who directed it, has a poster, and links alone below its answer", async () => {
    const [result] = await found("toy story 2");
    expect(result).toMatchObject({
      description: "Dirección: James Cameron · ⭐ 7,5 (7.770) · 3 h 14 min · Drama",
      thumbnail_url: "https://image.tmdb.org/t/p/w342/x.jpg",
      input_message_content: {
        message_text: expect.stringMatching(/<blockquote expandable>[\s\S]*TMDB API/),
      },
      reply_markup: {
        inline_keyboard: [
          [{ text: "Ver con el bot", url: "https://t.me/claqueta_bot?start=tmdb_863" }],
          [{ text: "TMDB", url: "https://www.themoviedb.org/movie/597" }],
        ],
      },
    });
  });

  it("one picture that Telegram does not take empties nothing", async () => {
    const { standIn, logged } = await runTelegram(bot);
    const description = "Bad Request: WEBDOCUMENT_URL_INVALID";
    standIn.faults.add({
      fault: { kind: "refuse", error_code: 400, description },
      method: "answerInlineQuery",
    });
    const { results } = await new Person(standIn).searches("titanic");
    const shown = results as Payload[];
    expect(titles(shown)).toHaveLength(3);
    for (const result of shown) expect(result).not.toHaveProperty("thumbnail_url");
    expect(JSON.stringify(shown)).not.toContain("image.tmdb.org");
    expect(logged).toEqual([]);
  });
});
