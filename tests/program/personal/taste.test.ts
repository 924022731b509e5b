/** What is made of people's ratings: profile, tastes, community, recommendations. */
import { describe, expect, it } from "vitest";
import type { NamedPerson } from "../../../src/chat/asking.js";
import { answerText } from "../../support/answer-text.js";
import { GROUP, keptBot } from "../../support/kept-bot.js";

const kept = keptBot();
const [ANA, BEN, EVA]: NamedPerson[] = ["Ana", "Ben", "Eva"].map((name) => ({ id: `fake:${name}`, name }));

async function rates(
  person: NamedPerson | undefined,
  films: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [title, score] of Object.entries(films))
    expect((await kept.ask(person?.id ?? "", `/valorar tmdb:${title} nota=${score}`)).status, title).toBe(
      "ok",
    );
}

/** Alien, The Shining, Halloween, The Thing, The Exorcist; Mamma Mia! */
const HORROR = { 348: 10, 694: 9, 948: 9, 1091: 10, 9552: 8, 11631: 2 };
const OPPOSITE = { 348: 1, 694: 2, 948: 1, 1091: 1, 9552: 3, 11631: 10 };

describe("/perfil and /recomendar", () => {
  it("tell somebody's films in figures, and films by their scores without those they saw", async () => {
    expect(answerText((await kept.ask("fake:none", "/perfil")).answer)).toMatch(/Aún no has valorado nada/);
    await rates(ANA, HORROR);
    const told = answerText((await kept.ask("fake:Ana", "/perfil")).answer);
    expect(told).toMatch(/6 películas, 6 con nota/);
    expect(told).toMatch(/Géneros\n.*[Tt]error/);
    const { answer, cacheable } = await kept.ask("fake:Ana", "/recomendar");
    expect(cacheable).toBe(false);
    expect(answer.title).toMatch(/Por tus notas/);
    const first = answer.list?.lines.map(({ head }) => head) ?? [];
    const shown = answer.list?.lines.map(({ asks }) => String(asks?.options.titulo)) ?? [];
    expect(shown.filter((film) => Object.keys(HORROR).some((seen) => film === `tmdb:${seen}`))).toEqual([]);
    const second = (await kept.ask("fake:Ana", "otras")).answer.list?.lines.map(({ head }) => head) ?? [];
    expect(second).toHaveLength(5);
    expect(second.filter((head) => first.includes(head))).toEqual([]);
    expect((await kept.ask("fake:none", "/recomendar")).answer.title).not.toMatch(/Por tus notas/);
  });

  it("exports in Letterboxd's form what comes back the same", async () => {
    await kept.ask("fake:Ana", "/pendientes titanic");
    const { answer } = await kept.ask("fake:Ana", "/perfil exportar=sí");
    expect(answer.files?.map(({ name }) => name)).toEqual(["claqueta-ratings.csv", "claqueta-watchlist.csv"]);
    for (const { name, bytes } of answer.files ?? []) {
      const file = { name, read: () => Promise.resolve(bytes) };
      expect((await kept.ask("fake:again", "/importar", { file })).status).toBe("ok");
    }
    const scores = async (person: string) =>
      new Map((await kept.store.ratings.all(person)).map(({ film, score }) => [film, score]));
    expect(await scores("fake:again")).toEqual(await scores("fake:Ana"));
    expect(await kept.store.lists.has({ person: "fake:again" }, 597)).toBe(true);
  });
});

describe("/importar", () => {
  it("keeps what is found, and tells what is not, with examples", async () => {
    const csv =
      "Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Alien,1979,x,4.5\n2024-01-02,Nada de Nadie,1999,x,3\n";
    const file = { name: "ratings.csv", read: () => Promise.resolve(new TextEncoder().encode(csv)) };
    const first = answerText((await kept.ask("fake:new", "/importar", { file })).answer);
    expect(first).toMatch(/1 película guardada/);
    expect(first).toMatch(/No encontradas\n1: Nada de Nadie \(1999\)/);
    expect(answerText((await kept.ask("fake:new", "/importar", { file })).answer)).toMatch(/1 que ya estaba/);
    const broken = {
      name: "x.zip",
      read: () => Promise.resolve(new TextEncoder().encode("PK\u0003\u0004nothing")),
    };
    expect((await kept.ask("fake:new", "/importar", { file: broken })).error?.code).toBe("invalid_parameter");
    expect(await kept.store.ratings.all("fake:new")).toHaveLength(1);
  });
});

describe("/gustos", () => {
  const compare = (more: readonly (NamedPerson | undefined)[], person = "fake:Ana") =>
    kept.ask(person, "/gustos", { people: more.filter((one) => one !== undefined) });

  it("compares two members, oneself unless another is named", async () => {
    await rates(BEN, { ...HORROR, 348: 9 });
    await rates(EVA, OPPOSITE);
    const alike = await compare([BEN]);
    expect(alike.answer.title).toMatch(/^Tú y Ben: \d+/);
    const opposite = await compare([BEN, EVA]);
    expect(opposite.answer.title).toMatch(/^Ben y Eva/);
    expect(answerText(opposite.answer)).toMatch(/opuestos|distintos/);
    const percent = ({ result }: typeof alike) => (result as { percent: number }).percent;
    expect(percent(alike)).toBeGreaterThan(percent(opposite));
    expect((await compare([])).answer.kind).toBe("help");
  });

  it("says the same of who never took part and of who hid themselves", async () => {
    const never = await compare([{ id: "fake:Zoe", name: "Zoe" }]);
    await kept.press("fake:Eva", "oculto", {});
    const hidden = await compare([EVA]);
    const words = (one: typeof never) => answerText(one.answer).replace(/Zoe|Eva/gu, "X");
    expect([never.error?.code, hidden.error?.code]).toEqual(["not_allowed", "not_allowed"]);
    expect(words(hidden)).toBe(words(never));
    const elsewhere = await kept.ask("fake:Ana", "/gustos", {
      people: [BEN ?? { id: "", name: "" }],
      place: { ...GROUP, server: "99" },
    });
    expect(elsewhere.error?.code).toBe("not_allowed");
  });
});

describe("/servidor", () => {
  it("tells what is liked here, names nobody, and needs a group", async () => {
    const told = answerText((await kept.ask("fake:Ana", "/servidor")).answer);
    expect(told).toMatch(/Las mejores\n.*\d/);
    expect(told).toMatch(/La que más divide/);
    expect(told).not.toMatch(/Ana|Ben|Eva/);
    const empty = await kept.ask("fake:Ana", "/servidor", { place: { ...GROUP, server: "98" } });
    expect(empty.status).toBe("empty");
    const direct = { platform: "fake", chat: "9", direct: true } as const;
    expect((await kept.ask("fake:Ana", "/servidor", { place: direct })).error?.code).toBe("not_allowed");
  });
});
