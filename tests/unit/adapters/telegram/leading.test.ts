/** Answers that lead on: quotes that open, buttons under cards, numbers under lists. */
import { describe, expect, it } from "vitest";
import { compose, composeFold } from "../../../../src/adapters/telegram/render/compose.js";
import { htmlOf } from "../../../../src/adapters/telegram/render/markup.js";
import { mention, rich } from "../../../../src/chat/answer/rich-text.js";
import type { Answer } from "../../../../src/chat/answer/schema.js";
import { parseLocale, SPANISH } from "../../../../src/chat/locale.js";
import {
  answersTo,
  answerTo,
  buttonsOf,
  messagesIn,
  now,
  Person,
  readable,
  until,
} from "../../../../standins/telegram/index.js";
import { runTelegram } from "../../../support/telegram-running.js";
import { GUIDE, leading, SYNOPSIS } from "./leading-bot.js";

const asked = { command: "guia", options: {} };

const composed = (answer: Answer, tag = "es") =>
  compose(answer, { bot: leading, locale: parseLocale(tag), owner: "7", asked });
const rows = (answer: Answer, tag = "es") =>
  composed(answer, tag).keyboard.map((row) => row.map(({ text }) => text));

describe("a card", () => {
  it("tells at a glance what matters, and hides the rest in quotes that open", () => {
    expect(htmlOf(composed(GUIDE).lines)).toBe(
      [
        "<b>Todo sobre Titanic (1997)</b>",
        "⭐ 7,5 (7.770) · 3 h 14 min · Drama",
        "Dirección: James Cameron",
        "",
        `<blockquote expandable>${SYNOPSIS.trim()}</blockquote>`,
        "",
        "<blockquote expandable><b>Dinero</b>",
        "<b>Presupuesto:</b> 200 millones</blockquote>",
        "<blockquote expandable><b>Más</b>",
        "Ganó once premios.",
        "",
        "1. Uno",
        "2. Dos</blockquote>",
        "",
        "<i>This product uses the TMDB API but is not endorsed or certified by TMDB.</i>",
      ].join("\n"),
    );
  });

  it("quotes long paragraphs of a card alone, with no code in them", () => {
    const told = (kind: Answer["kind"], text: Answer["text"] = "") => htmlOf(composed({ kind, text }).lines);
    expect(told("film", "Corta.")).toBe("Corta.");
    expect(told("help", SYNOPSIS)).toBe(SYNOPSIS.trim());
    const read = rich`Lo leí como: ${mention("votos", "titanic")}\n\n${SYNOPSIS}\n\n${SYNOPSIS}`;
    expect(told("film", read)).toBe(
      `Lo leí como: <code>/votos titanic</code>\n\n<blockquote expandable>${SYNOPSIS}\n\n${SYNOPSIS}</blockquote>`,
    );
    const fold = { label: "Cómo", text: rich`Con ${mention("votos", "@somebody")}` };
    expect(htmlOf(composed({ kind: "help", folds: [fold] }).lines)).toBe(
      "<blockquote expandable><b>Cómo</b>\nCon /votos @\u2060somebody</blockquote>",
    );
  });

  it("leads on by short words side by side, and to pages elsewhere", () => {
    expect(rows(GUIDE)).toEqual([["Votos", "Versiones"], ["TMDB"]]);
    const wrong = [
      "http://x/",
      "https://.a.example/",
      "https://a..example/",
      "https://a@b.example/",
      "tg://x",
    ];
    const links = [...wrong, "https://a.example"].map((url) => ({ label: url, url }));
    expect(rows({ kind: "film", links })).toEqual([["https://a.example"]]);
    const follow = ["Parecidas", "Saga", "Dirección", "Reparto", "Una que es bastante más larga"].map(
      (label) => ({ label, command: "votos", options: {} }),
    );
    expect(rows({ kind: "film", follow })).toEqual([
      ["Parecidas", "Saga", "Dirección"],
      ["Reparto"],
      ["Una que es bastante más larga"],
    ]);
  });

  it("has no notice unless it has to", () => {
    expect(htmlOf(composed({ ...GUIDE, notice: false }).lines)).not.toContain("TMDB API");
  });

  it("opens what has no room below it, for anybody, and further answers below too", async () => {
    const { standIn, logged } = await runTelegram(leading);
    const ana = new Person(standIn);
    const card = await answerTo(standIn, ana.says("/gorda"));
    expect(card.caption).toContain("Presupuesto");
    expect(card.caption).not.toContain("palabra");
    expect(card.photo).toBeDefined();
    expect(buttonsOf(card).map(({ text }) => text)).toEqual(["Votos", "Versiones", "Guion", "TMDB"]);
    await ana.presses(card, "Guion");
    const [, fold, more] = await answersTo(standIn, { ...card, message_id: card.message_id - 1 }, 3);
    expect(fold?.text).toMatch(/^Todo sobre Titanic \(1997\)\nGuion\n\npalabra/);
    expect(more?.text).toMatch(/palabra$/);
    await ana.presses(card, "Votos");
    const votes = await until(
      () => messagesIn(standIn, ana.home).find(({ text }) => text?.includes("7770")),
      "no answer",
    );
    expect(votes.message_id).toBeGreaterThan(card.message_id);
    expect(now(standIn, card).caption).toBe(card.caption);
    expect(logged).toEqual([]);
  });

  it("whose question is not known shows all it has", () => {
    const folds = [{ label: "Guion", text: "palabra ".repeat(600) }];
    const { lines, keyboard } = compose({ ...GUIDE, folds }, { bot: leading, locale: SPANISH, owner: "0" });
    expect(htmlOf(lines)).toContain("palabra");
    expect(keyboard.flat().map(({ text }) => text)).toEqual(["Votos", "Versiones", "TMDB"]);
    expect(composeFold(GUIDE, 7, SPANISH)).toBeUndefined();
  });
});

describe("a list whose lines open", () => {
  it("counts them, with a number for each of the page that opens, and turns pages in words", async () => {
    const { standIn } = await runTelegram(leading);
    const ana = new Person(standIn);
    const list = await answerTo(standIn, ana.says("/lista"));
    const labels = buttonsOf(list).map(({ text }) => text);
    const numbers = Array.from({ length: 15 }, (_, at) => String(at + 1)).filter((text) => text !== "2");
    expect(labels).toEqual([...numbers, "1 / 3", "Siguiente ▶", "Ver otras"]);
    expect(list.reply_markup?.inline_keyboard?.map((row) => row.length)).toEqual([7, 7, 2, 1]);
    expect(list.text).toMatch(/1\. Película 1\n2\. Película 2\n/);
    await ana.presses(list, "Siguiente ▶");
    const second = await until(
      () => now(standIn, list).text?.includes("16. Película 16") && now(standIn, list),
      "no page",
    );
    expect(buttonsOf(second).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["16", "30", "◀ Anterior", "2 / 3", "Siguiente ▶"]),
    );
    await ana.presses(second, "18");
    const opened = await until(
      () => messagesIn(standIn, ana.home).find(({ text }) => text?.includes("Toy Story (1995)")),
      "not opened",
    );
    expect(opened.message_id).toBeGreaterThan(list.message_id);
    await ana.presses(second, "Ver otras");
    await until(() => now(standIn, list).text?.includes("1–15 de 31"), "not in its place");
  });

  it("reads in English", () => {
    const lines = Array.from({ length: 31 }, (_, at) => ({ head: `Film ${at + 1}` }));
    expect(rows({ kind: "list", list: { lines, numbered: true } }, "en")).toEqual([["1 / 3", "Next ▶"]]);
    expect(htmlOf(composed({ kind: "list", list: { lines, numbered: true } }, "en").lines)).toContain(
      "15. Film 15\n<i>1–15 of 31</i>",
    );
    expect(htmlOf(composed({ kind: "list", list: { lines: lines.slice(0, 2) } }).lines)).toBe(
      "• Film 1\n• Film 2",
    );
  });

  it("counts lines that are opened by their number, whatever their order says", () => {
    const asks = { command: "votos", options: { titulo: "tmdb:603" } };
    for (const numbered of [true, false, undefined]) {
      const answer = { kind: "list" as const, list: { numbered, lines: [{ head: "Matrix", asks }] } };
      expect(htmlOf(composed(answer).lines)).toBe("1. Matrix");
      expect(rows(answer)).toEqual([["1"]]);
    }
  });

  it("offers nothing twice: by number what is told, by name what is asked back", () => {
    const films = ["tmdb:597", "tmdb:862"].map((titulo) => ({ command: "votos", options: { titulo } }));
    const lines = films.map((asks, at) => ({ head: `Película ${at + 1}`, asks }));
    const choices = [...films, { command: "votos", options: { titulo: "tmdb:863" } }].map((asks, at) => ({
      ...asks,
      label: `Película ${at + 1}`,
    }));
    const prompt = "¿Cuál?";
    expect(rows({ kind: "list", list: { lines }, choices, prompt })).toEqual([["1", "2"], ["Película 3"]]);
    expect(rows({ kind: "choices", list: { lines }, choices, prompt })).toEqual([
      ["Película 1"],
      ["Película 2"],
      ["Película 3"],
    ]);
    const twice = composed({ kind: "list", list: { lines }, choices: choices.slice(0, 2), prompt });
    expect(htmlOf(twice.lines)).toBe("1. Película 1\n2. Película 2");
  });

  it("keeps an answer that tells something when a choice below it is pressed", async () => {
    const { standIn } = await runTelegram(leading);
    const ana = new Person(standIn);
    const told = await answerTo(standIn, ana.says("/guia2"));
    await ana.presses(told, "Titanic (1997)");
    const votes = await until(
      () => messagesIn(standIn, ana.home).find(({ text }) => text?.includes("7770")),
      "no answer",
    );
    expect(votes.message_id).toBeGreaterThan(told.message_id);
    expect(now(standIn, told).text).toBe(told.text);
  });

  it("has no more buttons than Telegram takes", () => {
    const choice = { label: "Una que es larga, y mucho más que eso", command: "votos", options: {} };
    const many = Array.from({ length: 60 }, () => choice);
    const lines = many.slice(0, 22).map(() => ({ head: "x", asks: choice }));
    const { keyboard } = composed({
      kind: "list",
      list: { lines },
      choices: many,
      follow: many,
      links: many.map(() => ({ label: "TMDB", url: "https://www.themoviedb.org" })),
    });
    expect(keyboard.flat().length).toBeLessThanOrEqual(100);
    expect(keyboard.flat().length).toBeGreaterThan(80);
  });

  it("says kindly that a key is kept no more", async () => {
    const { standIn } = await runTelegram(leading);
    const ana = new Person(standIn);
    const list = await answerTo(standIn, ana.says("/lista"));
    const { text } = await ana.sendsData(list, "2k;abcdefghijklmnop");
    expect(text).toBe("Ha pasado mucho tiempo y ese botón ya no vale. Pregunta otra vez.");
    expect(readable(now(standIn, list))).toBe(readable(list));
  });
});
