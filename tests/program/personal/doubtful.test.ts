/** Films of an import that may be one or another: which, whoever brought them says with buttons. */
import { expect, it } from "vitest";
import type { Outcome } from "../../../src/chat/outcome.js";
import { answerText } from "../../support/answer-text.js";
import { keptBot } from "../../support/kept-bot.js";

const kept = keptBot();
const PERSON = "fake:7";
const csv = (rows: readonly string[]) => ({
  name: "ratings.csv",
  read: async () =>
    new TextEncoder().encode(
      `Date,Name,Year,Letterboxd URI,Rating\n${rows.map((row) => `2024-01-02,${row}`).join("\n")}\n`,
    ),
});

const labels = ({ answer }: Outcome) => (answer.actions ?? []).map(({ label }) => label);

/** Presses what is called so below an answer. */
function press({ answer }: Outcome, label: string): Promise<Outcome> {
  const found = answer.actions?.find((action) => action.label === label);
  if (found === undefined) throw new Error(`nothing is called ${label}`);
  return kept.press(PERSON, found.action, found.state);
}

it("are offered one by one, kept as they are picked, and asked no more", async () => {
  const missing = Array.from({ length: 7 }, (_, at) => `Zzyzx Qwerty ${at},1950,x,3`);
  const file = csv(["Dune,,x,4.5", "Cinderella,,x,3", "Alien,1979,x,5", ...missing]);
  const told = await kept.ask(PERSON, "/importar", { file });
  expect(told.result).toMatchObject({ doubtful: 2, notFound: 7 });
  // What was not found is more than is named: all of it comes as a table.
  const [table] = told.answer.files ?? [];
  expect(new TextDecoder().decode(table?.bytes).trim().split("\n")).toHaveLength(8);
  expect(labels(told)).toEqual(["Decir cuáles son las dudosas"]);

  const asked = await press(told, "Decir cuáles son las dudosas");
  expect(answerText(asked.answer)).toContain("Faltan 2 películas. Pulsa la que es.");
  const dune = labels(asked).find((label) => /^Dune.*2021/u.test(label)) ?? "";
  const left = await press(asked, dune);
  expect(answerText(left.answer)).toContain("Falta 1 película");
  const scores = async () => (await kept.store.ratings.all(PERSON)).map(({ film, score }) => [film, score]);
  expect(await scores()).toContainEqual([438631, 9]);
  const before = await scores();
  // Pressed again, nothing happens twice.
  await press(asked, dune);
  expect(await scores()).toEqual(before);
  const done = await press(left, "Ninguna");
  expect(answerText(done.answer)).toContain("Ya no queda ninguna dudosa.");
  expect(await scores()).toEqual(before);
  expect((await kept.store.people.choices(PERSON)).size).toBe(0);
});

it("are nobody else's to say, and go when whoever brought them does", async () => {
  await kept.ask(PERSON, "/importar", { file: csv(["Dune,,x,4.5"]) });
  const others = await kept.press("fake:8", "dudosas", { film: 438631 });
  expect(answerText(others.answer)).toContain("Ya no queda ninguna dudosa.");
  expect(await kept.store.ratings.all("fake:8")).toEqual([]);
  await kept.store.privacy.deletePerson(PERSON);
  expect(await kept.store.privacy.ofPerson(PERSON)).toEqual({});
});
