/** What is kept of somebody: told, taken away, and gone without a trace in any table. */
import { describe, expect, it } from "vitest";
import { purgeGone } from "../../../src/store/purge.js";
import { answerText } from "../../support/answer-text.js";
import { COMMUNITY, GROUP, keptBot } from "../../support/kept-bot.js";

const kept = keptBot();
const NOW = new Date("2026-01-01");
const DIRECT = { platform: "fake", chat: "987001", direct: true } as const;

async function everything(): Promise<string> {
  const { privacy } = kept.store;
  const tables = await privacy.tables();
  expect(tables.length).toBeGreaterThan(10);
  const all = await Promise.all(tables.map((table) => privacy.rows(table, { from: 0, size: 10_000 })));
  return JSON.stringify(all.map(({ items }) => items));
}

/** Somebody who does all that is kept. */
async function lives(person: string): Promise<void> {
  await kept.ask(person, "/valorar titanic 8");
  await kept.ask(person, "/vista volver");
  await kept.ask(person, "/pendientes alien");
  await kept.press(person, "oculto", {});
  await kept.ask(person, "/servidor");
  const { people, lists, settings, nights } = kept.store;
  await people.choose(person, "language", '"en"', NOW);
  await people.tookPart({ person, community: "fake:987001", direct: true }, NOW);
  await lists.add({ community: COMMUNITY }, 238, person, NOW, 9);
  await settings.change({ community: COMMUNITY }, "region", '"ES"', person, NOW);
  await nights.create(
    { id: `night-of-${person.length}`, community: COMMUNITY, place: GROUP, createdAt: NOW },
    { events: [{ body: "{}", by: person, about: person, at: NOW }] },
  );
}

describe("/privacidad", () => {
  it("says the same to everybody, and offers to take and to delete", async () => {
    const { answer } = await kept.ask("fake:1", "/privacidad");
    expect(answerText(answer)).toMatch(/nunca tu nombre ni lo que escribes/);
    expect(answer.actions?.map(({ shared }) => shared)).toEqual(["reply", "reply", "reply"]);
    const alone = await kept.ask("fake:1", "/privacidad", { place: DIRECT });
    expect(alone.answer.actions?.map(({ shared }) => shared)).toEqual([undefined, undefined, undefined]);
    const nobody = await kept.ask("fake:1", "/privacidad", { asker: undefined });
    expect(answerText(nobody.answer)).toMatch(/no guardo nada de ti/);
  });

  it("hands out everything, and nothing of others", async () => {
    await lives("fake:31415926");
    await lives("fake:27182818");
    const { answer } = await kept.press("fake:31415926", "datos", {});
    const text = new TextDecoder().decode(answer.files?.[0]?.bytes);
    expect(JSON.parse(text)).toMatchObject({ person: "fake:31415926" });
    for (const table of ["ratings", "participations"]) expect(text).toContain(`"${table}"`);
    expect(text).not.toContain("27182818");
  });

  it("asks before it deletes, and then no table has a trace; what is the group's stays", async () => {
    const person = "fake:31415926";
    const asked = await kept.press(person, "olvido", {});
    expect(answerText(asked.answer)).toMatch(/No se puede deshacer/);
    expect(await everything()).toContain("31415926");
    await kept.press(person, "olvido", { si: 0 });
    expect(await everything()).toContain("31415926");
    await kept.press(person, "olvido", { si: 1 });
    const left = await everything();
    expect(left).not.toContain("31415926");
    expect(left).toContain("27182818");
    expect(await kept.store.lists.has({ community: COMMUNITY }, 238)).toBe(true);
    expect(answerText((await kept.press(person, "datos", {})).answer)).toMatch(/No guardo nada de ti/);
  });
});

describe("a community that removed the bot", () => {
  it("is purged after thirty days, unless it came back", async () => {
    const { communities, lists, people } = kept.store;
    const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    for (const community of ["fake:gone", "fake:back"]) {
      await people.tookPart({ person: "fake:5", community }, NOW);
      await lists.add({ community }, 597, "fake:5", NOW, 9);
      await communities.removed(community, NOW);
    }
    expect(await purgeGone(kept.store, day(29))).toEqual([]);
    await communities.present(["fake:back"]);
    expect(await purgeGone(kept.store, day(31))).toEqual(["fake:gone"]);
    expect(await lists.has({ community: "fake:gone" }, 597)).toBe(false);
    expect(await lists.has({ community: "fake:back" }, 597)).toBe(true);
    expect(await purgeGone(kept.store, day(31))).toEqual([]);
  });
});
