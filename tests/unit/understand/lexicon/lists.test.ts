/** The lexicon's lists as data: every phrase is one, and none says two things of the same kind. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ERAS } from "../../../../src/understand/lexicon/filters/eras.js";
import { GENRES, WITHOUT_GENRES } from "../../../../src/understand/lexicon/filters/genres.js";
import { LENGTHS } from "../../../../src/understand/lexicon/filters/lengths.js";
import { ORDERS } from "../../../../src/understand/lexicon/filters/orders.js";
import {
  COUNTRY_NICKNAMES,
  LANGUAGES,
  NATIONALITIES,
  PLATFORMS,
} from "../../../../src/understand/lexicon/filters/places.js";
import { FACTS } from "../../../../src/understand/lexicon/questions/facts.js";
import { ACTED, DIRECTED, FILMOGRAPHY } from "../../../../src/understand/lexicon/questions/questions.js";
import {
  FUNNIER,
  LESS_SCARY,
  NEWER,
  OLDER,
  OTHER_FRANCHISE,
  SADDER,
  SAME_DIRECTOR,
  SHORTER,
} from "../../../../src/understand/lexicon/questions/similar.js";
import { UNANSWERED } from "../../../../src/understand/lexicon/talk/beyond.js";
import { ABOUT_THE_BOT, PICKS, TALK } from "../../../../src/understand/lexicon/talk/conversation.js";
import { FILM_NOUNS, SERIES_NOUNS } from "../../../../src/understand/lexicon/talk/plain-words.js";
import { compilePattern } from "../../../../src/understand/patterns/compile.js";
import { PatternSet } from "../../../../src/understand/patterns/pattern-set.js";
import { firstSaying } from "./sayings.js";
import { sharedTexts } from "./shared.js";

const FOLDER = join(import.meta.dirname, "../../../../src/understand/lexicon");

/** Every text that a value holds, however deep. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

describe("every list", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );

  it("stands in a file of the lexicon", () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  it.each(files)("of %s holds nothing but phrases", async (file) => {
    const lists: Readonly<Record<string, unknown>> = await import(join(FOLDER, file));
    const texts = [...textsIn({ ...lists })];
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      // The name of a language or a platform goes into a few.
      const phrase = text.replaceAll(/\{(?:language|platform)\}/gu, "x");
      // A gap parts a phrase in two.
      for (const part of phrase.split(" * ")) expect(() => compilePattern(part)).not.toThrow();
    }
  });
});

type Meant = readonly (readonly [meaning: string, phrases: readonly string[]])[];

/** Texts that two meanings share. */
function saidTwice(lists: Meant): string[] {
  return lists.flatMap(([meaning, phrases], at) =>
    lists
      .slice(at + 1)
      .filter(([other]) => other !== meaning)
      .flatMap(([other, others]) =>
        sharedTexts(phrases, others).map((text) => `${text}: ${meaning}, ${other}`),
      ),
  );
}

const words = (table: Readonly<Record<string, string>>): Meant =>
  Object.entries(table).map(([code, names]) => [code, names.split(" ")]);

const KINDS: Readonly<Record<string, Meant>> = {
  genres: [
    ...GENRES.map(([genres, phrases]) => [genres.join(" + "), phrases] as const),
    ...WITHOUT_GENRES.map(([genres, phrases]) => [`without ${genres.join(" + ")}`, phrases] as const),
  ],
  countries: [...words(NATIONALITIES), ...Object.entries(COUNTRY_NICKNAMES)],
  languages: words(LANGUAGES),
  platforms: Object.entries(PLATFORMS),
  orders: ORDERS.map(({ order, phrases, one = [] }) => [order, [...phrases, ...one]]),
  lengths: LENGTHS.map(([minutes, phrases]) => [JSON.stringify(minutes), phrases]),
  eras: ERAS.map(([years, phrases]) => [JSON.stringify(years), phrases]),
  nouns: [
    ["films", FILM_NOUNS],
    ["series", SERIES_NOUNS],
  ],
  facts: FACTS.map(({ command, phrases }) => [command, phrases]),
  roles: [
    ["actor", ACTED],
    ["director", DIRECTED],
    ["either", FILMOGRAPHY],
  ],
  comparisons: [
    ["newer", NEWER],
    ["older", OLDER],
    ["sadder", SADDER],
    ["funnier", FUNNIER],
    ["shorter", SHORTER],
    ["less scary", LESS_SCARY],
    ["other franchise", OTHER_FRANCHISE],
    ["same director", SAME_DIRECTOR],
  ],
  talk: Object.entries(TALK),
  "what is asked of the bot": Object.entries(ABOUT_THE_BOT),
  "what nobody answers": Object.entries(UNANSWERED),
  picks: PICKS.map(([number, phrases]) => [String(number), phrases]),
};

/** What people say on coming as on leaving, and of the bot as of a film: it is told the like. */
const BOTH: Readonly<Record<string, readonly string[]>> = {
  talk: ["buenas noches: greeting, farewell", "good night: greeting, farewell", "que asco: insult, feeling"],
};

describe("no phrase says two things", () => {
  it.each(Object.entries(KINDS))("of the %s", (kind, lists) => {
    expect(saidTwice(lists)).toEqual(BOTH[kind] ?? []);
  });

  it("is seen where one does", () => {
    expect(
      saidTwice([
        ["a", ["uno [mas]"]],
        ["b", ["(uno|dos) mas"]],
      ]),
    ).toEqual(["uno mas: a, b"]);
  });
});

describe("a set of all the lists' phrases", () => {
  it.each(Object.entries(KINDS))("of the %s finds each in the text that it is", (_, lists) => {
    const set = new PatternSet(lists);
    for (const [meaning, phrases] of lists) {
      for (const phrase of phrases.filter((one) => !one.includes(" * "))) {
        const said = firstSaying(phrase);
        const text = said
          .normalize("NFD")
          .replace(/\p{Mn}/gu, "")
          .replace(/[^\p{L}\p{N}]+/gu, " ");
        const found = set.at(text.split(" ").filter(Boolean), 0);
        expect(found.map((match) => match.meaning)).toContain(meaning);
      }
    }
  });
});
