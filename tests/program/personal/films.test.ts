/** What somebody says of films: rated, seen, to be seen. */
import { describe, expect, it } from "vitest";
import { answerText } from "../../support/answer-text.js";
import { COMMUNITY, keptBot } from "../../support/kept-bot.js";

const kept = keptBot();
const TITANIC = 597;

const told = async (person: string, line: string, tag?: string) => {
  const outcome = await kept.ask(person, line, tag === undefined ? {} : { locale: { language: "en", tag } });
  return answerText(outcome.answer);
};

describe("/valorar", () => {
  it("keeps a score, says what it was before, and takes it back", async () => {
    expect(await told("fake:1", "/valorar titanic 7")).toMatch(/Guardado: un 7\./);
    expect(await told("fake:1", "/valorar titanic 9")).toMatch(/Guardado: un 9 \(antes, un 7\)/);
    const again = await kept.ask("fake:1", "/valorar titanic nota=9");
    expect(answerText(again.answer)).toMatch(/Ya le habías dado un 9/);
    const { answer } = await kept.ask("fake:1", "/valorar titanic con un 4/10");
    const undo = answer.actions?.find(({ label }) => label === "Deshacer");
    await kept.press("fake:1", undo?.action ?? "", undo?.state ?? {});
    expect(await kept.store.ratings.get("fake:1", TITANIC)).toMatchObject({ score: 9 });
    expect(await kept.store.people.members(COMMUNITY, 9)).toContain("fake:1");
  });

  it("shows without a score what was given, with a button for each", async () => {
    const { answer } = await kept.ask("fake:1", "/valorar titanic");
    expect(answerText(answer)).toMatch(/Le diste un 9/);
    expect(answer.actions?.filter(({ active }) => active).map(({ label }) => label)).toEqual(["9"]);
    expect(answer.actions?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["1", "10", "No la vi"]),
    );
  });

  it("tells kindly that whole points count, and from where to where", async () => {
    const half = await kept.ask("fake:1", "/valorar titanic 8,5");
    expect(half.error).toEqual({ code: "invalid_parameter", option: "nota" });
    expect(answerText(half.answer)).toMatch(/puntos enteros, del 1 al 10: ¿8 o 9\?/);
    expect(half.answer.choices?.map(({ options }) => options.nota)).toEqual([8, 9]);
    expect(await told("fake:1", "/rate titanic 11", "en")).toMatch(/from 1 to 10/);
    expect(await kept.store.ratings.get("fake:1", TITANIC)).toMatchObject({ score: 9 });
  });

  it("asks back where a number may be of the title, and takes no year for a score", async () => {
    const asked = await kept.ask("fake:1", "/valorar toy story 3");
    expect(asked.status).toBe("choices");
    expect(asked.answer.choices?.map(({ label }) => label)).toEqual([
      "Toy Story (1995): un 3",
      "Toy Story 3 (2010)",
    ]);
    expect(await kept.store.ratings.get("fake:1", 862)).toBeUndefined();
    expect(await told("fake:1", "/valorar blade runner 2049")).toMatch(/Aún no la has visto ni valorado/);
  });

  it("knows nobody without a platform that vouches for them, and nothing where nothing is kept", async () => {
    const unknown = await kept.ask("fake:1", "/valorar titanic 3", { asker: undefined });
    expect(unknown.error?.code).toBe("not_allowed");
    expect(await kept.store.ratings.get("fake:1", TITANIC)).toMatchObject({ score: 9 });
  });
});

describe("/vista", () => {
  it("is a toggle, and leaves a score alone", async () => {
    expect(await told("fake:2", "/vista volver")).toMatch(/Anotada como vista/);
    expect(await told("fake:2", "/vista volver")).toMatch(/ya no está entre tus vistas/);
    await kept.ask("fake:2", "/valorar volver 8");
    expect(await told("fake:2", "/vista volver")).toMatch(/Ya figura como vista\. Le diste un 8/);
  });

  it("takes a film off the list of those to see, and undoing brings it back", async () => {
    await kept.ask("fake:3", "/pendientes titanic");
    const { answer } = await kept.ask("fake:3", "/vista titanic");
    expect(answerText(answer)).toMatch(/Anotada como vista\. Sale de tus pendientes/);
    const undo = answer.actions?.find(({ label }) => label === "Deshacer");
    await kept.press("fake:3", undo?.action ?? "", undo?.state ?? {});
    expect(await kept.store.lists.has({ person: "fake:3" }, TITANIC)).toBe(true);
    expect(await kept.store.ratings.get("fake:3", TITANIC)).toBeUndefined();
  });
});

describe("/pendientes", () => {
  it("adds, lists each film with its card, and removes", async () => {
    expect(await told("fake:4", "/pendientes")).toMatch(/No tienes nada pendiente/);
    expect(await told("fake:4", "/pendientes añadir el padrino")).toMatch(/Añadida a tus pendientes/);
    expect(await told("fake:4", "/pendientes volver")).toMatch(/Añadida/);
    expect(await told("fake:4", "/pendientes volver")).toMatch(/Ya estaba/);
    const { answer } = await kept.ask("fake:4", "/pendientes");
    expect(answer.list?.lines.map(({ asks }) => asks?.options.titulo)).toHaveLength(2);
    expect(await told("fake:4", "/watchlist remove the godfather", "en")).toMatch(
      /Removed from your watchlist/,
    );
    expect((await kept.ask("fake:4", "/pendientes")).answer.list?.lines).toHaveLength(1);
  });

  it("draws one at random, and each other one once before the first comes again", async () => {
    for (const title of ["titanic", "el padrino", "volver", "alien"])
      await kept.ask("fake:5", `/pendientes ${title}`);
    const drawn: unknown[] = [];
    let outcome = await kept.ask("fake:5", "/pendientes al azar");
    for (let turn = 0; turn < 4; turn++) {
      expect(answerText(outcome.answer)).toMatch(/la apuntaste el|lleva en tu lista/);
      drawn.push(outcome.answer.title);
      outcome = await kept.ask("fake:5", "otra");
    }
    expect(new Set(drawn).size).toBe(4);
    expect(outcome.answer.title).toBe(drawn[0]);
  });

  it("tells a group what most of its members want and nobody saw", async () => {
    const place = { platform: "fake", server: "77", chat: "1" };
    for (const person of ["fake:6", "fake:7"]) await kept.ask(person, "/pendientes alien", { place });
    await kept.ask("fake:6", "/pendientes titanic", { place });
    await kept.ask("fake:6", "/pendientes volver", { place });
    await kept.ask("fake:7", "/vista volver", { place });
    const { answer } = await kept.ask("fake:6", "/pendientes para el grupo", { place });
    expect(answer.list?.lines.map(({ details }) => details)).toEqual([
      ["la quieren ver 2 personas"],
      ["la quiere ver 1 persona"],
    ]);
    const alone = { platform: "fake", chat: "5", direct: true } as const;
    expect((await kept.ask("fake:6", "/pendientes grupo=sí", { place: alone })).error?.code).toBe(
      "not_allowed",
    );
  });
});

describe("with the store away", () => {
  it("answers of films go on, and what needs it says so", async () => {
    const away = Object.assign(new Error("gone"), { name: "StoreUnavailable" });
    const ports = { ...kept.bot.ports, store: () => Promise.reject(away) };
    const { ask } = await import("../../../src/chat/ask.js");
    const { asking } = await import("../../support/fakes.js");
    const bot = { ...kept.bot, ports };
    const surroundings = asking("es", { asker: { id: "fake:1", moderates: false } });
    expect((await ask(bot, "/pelicula titanic", surroundings)).status).toBe("ok");
    expect((await ask(bot, "/valorar titanic 8", surroundings)).error?.code).toBe("unavailable");
  });
});
