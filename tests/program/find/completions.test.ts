/** Whatever is offered can be picked: completions of every kind, and the buttons below answers. */
import { describe, expect, it } from "vitest";
import { eachRow } from "../../../src/catalog/rows.js";
import { commandNamed } from "../../../src/chat/command/names.js";
import { dispatch } from "../../../src/chat/dispatch.js";
import { complete } from "../../../src/chat/line/complete.js";
import { parseLine } from "../../../src/chat/line/parse.js";
import { SPANISH } from "../../../src/chat/locale.js";
import type { Outcome } from "../../../src/chat/outcome.js";
import type { CompletionKind } from "../../../src/find/port.js";
import { COMPLETION_KINDS, everyCompletion, lostValues, meaningOf } from "../../support/completions.js";
import { asking } from "../../support/fakes.js";
import { starter } from "../../support/starter-index.js";

const { bot, catalog, edition } = starter;
const { find } = edition;

/** Of ten thousand actors as many are typed as a test has time for. */
const MOST_TYPED = 600;

const NAMED = [
  ["/pelicula", "film"],
  ["/actor", "actor"],
  ["/director", "director"],
  ["/franquicia", "collection"],
  ["/productora", "company"],
] as const;

function rowMeant(kind: CompletionKind, value: string): unknown {
  const meant = meaningOf(find, kind, value);
  return meant.kind === "found" ? meant.value : undefined;
}

describe("a completion", () => {
  it.each(COMPLETION_KINDS)("of a %s means one thing, in either language", (kind) => {
    for (const tag of ["es", "es-MX", "en"]) {
      const completions = everyCompletion(edition, kind, tag);
      expect(completions).not.toEqual([]);
      expect(lostValues(find, kind, completions)).toEqual([]);
    }
  });

  it.each(NAMED)("of %s means the same as it is typed", (head, kind) => {
    for (const { label, value } of everyCompletion(edition, kind, "es").slice(0, MOST_TYPED)) {
      const offered = complete(bot, `${head} ${label.split(" (")[0]}`, SPANISH).find(
        (completion) => completion.value === value,
      );
      if (offered === undefined) continue;
      const { command, options } = parseLine(bot.program.commands, offered.insert);
      const [typed = ""] = Object.values(options);
      expect([offered.insert, command.name, meaningOf(find, kind, typed)]).toEqual([
        offered.insert,
        head.slice(1),
        expect.objectContaining({ kind: "found", value: rowMeant(kind, value) }),
      ]);
    }
  });

  it("is offered for everything that can be asked for", () => {
    const { films, people, collections, companies } = catalog;
    const count = (kind: (typeof COMPLETION_KINDS)[number]) => everyCompletion(edition, kind, "es").length;
    const acting = [...eachRow(people)].filter((row) => people.acted.size(row) > 0);
    const directing = [...eachRow(people)].filter((row) => people.directed.size(row) > 0);
    expect(count("film")).toBe(films.rowCount);
    expect(count("actor")).toBe(acting.length);
    expect(count("director")).toBe(directing.length);
    expect(count("collection")).toBe(collections.rowCount);
    expect(count("company")).toBe(companies.rowCount);
  });

  it("may have an id of ten digits below 0: that of a name to which the sources give none", () => {
    const values = COMPLETION_KINDS.flatMap((kind) => everyCompletion(edition, kind, "es"));
    expect(values.filter(({ value }) => /^(?:person|collection|company):-\d{10}$/u.test(value))).not.toEqual(
      [],
    );
  });
});

/** Questions that are answered with buttons: namesakes, questions back, suggestions, further pages. */
const LINES = [
  ...bot.program.commands.flatMap(({ examples }) => examples.map((example) => `/${example}`)),
  ...["/votos hamlet", "/votos cenicienta", "/votos el padrno", "/votos mujercitas", "/votos zzz padrino"],
  ...["/actor anderson", "/actor smith", "/actor garcia", "/director anderson", "/director scott"],
  ...["/director coen", "/franquicia star", "/franquicia los", "/productora warner", "/productora disney"],
  ...["/productora films", "/recomendar hamlet", "/recomendar matrix + alien", "/buscar tiburones"],
  ...[
    "titanik",
    "jurasic park",
    "el señor de los anilos",
    "asdfghjkl",
    "/votso titanic",
    "/acrtiz tom hanks",
  ],
  ...["/saga toy story", "/peli hamlet", "peli hamlet", "nota titanik", "/ayuda vots"],
];

/** What an outcome's buttons ask. */
function pressed({ answer }: Outcome): Promise<Outcome>[] {
  return (answer.choices ?? []).map(({ command: name, options }) => {
    const command = commandNamed(bot.program.commands, name);
    if (!command) throw new Error(`there is no /${name}`);
    return dispatch(bot, command, options, asking("es"));
  });
}

describe("a button", () => {
  it("of any answer is answered", async () => {
    let count = 0;
    for (const line of LINES) {
      const outcome = await starter.ask(line);
      for (const next of await Promise.all(pressed(outcome))) {
        count++;
        expect([line, next.asked, next.status]).toEqual([line, next.asked, "ok"]);
        // And those below that answer.
        for (const last of await Promise.all(pressed(next))) expect(last.status).toBe("ok");
      }
    }
    expect(count).toBeGreaterThan(60);
  });
});
