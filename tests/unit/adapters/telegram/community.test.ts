/** What a group has set: who may set it, that it holds, that it can be taken back, and that nobody makes it up. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anonymously,
  answersTo,
  answerTo,
  buttonsOf,
  group,
  messagesIn,
  now,
  Person,
  readable,
  type Telegram,
  until,
} from "../../../../standins/telegram/index.js";
import { type CommunityBot, openCommunityBot } from "../../../support/community-bot.js";
import { runTelegram } from "../../../support/telegram-running.js";

let community: CommunityBot;
beforeAll(async () => {
  community = await openCommunityBot();
});
afterAll(() => community.close());

/** A group with its owner, an administrator and a member. */
async function cinema() {
  const { standIn, logged } = await runTelegram(community.bot);
  const [owner, admin, member] = [new Person(standIn), new Person(standIn), new Person(standIn)];
  const place = group(standIn);
  standIn.world.find(place.chat.id)?.administrators.push(owner.user, admin.user);
  const says = async (person: Person, text: string, where = place) =>
    readable(await answerTo(standIn, person.says(text, where)));
  return { standIn, logged, owner, admin, member, place, says };
}

type Message = Awaited<ReturnType<typeof answerTo>>;

function button(standIn: Telegram["standIn"], message: Message, label: RegExp): string {
  const found = buttonsOf(now(standIn, message)).find(({ text }) => label.test(text));
  if (found?.callback_data === undefined) throw new Error(`no button ${label}`);
  return found.callback_data;
}

describe("/ajustes in a group", () => {
  it("is a panel for administrators, and everybody else's own language", async () => {
    const { standIn, admin, member, place, says } = await cinema();
    const panel = await says(admin, "/ajustes");
    expect(panel).toContain("Votos mínimos: 2.000 · de fábrica");
    // On Telegram nobody can be answered alone: what has no effect is not offered.
    expect(panel).not.toContain("Respuestas");
    expect(await says(member, "/ajustes")).toContain("¿En qué idioma te respondo?");
    expect(await says(member, "/ajustes minimo 0")).toContain("Eso lo ponen quienes moderan");
    const anonymous = admin.posts(anonymously("/ajustes", place.chat), place);
    expect(readable(await answerTo(standIn, anonymous))).toContain("Votos mínimos");
    expect(await says(admin, "/ajustes", admin.home)).toContain("¿En qué idioma te respondo?");
  });

  it("takes nobody for an administrator of whom Telegram does not tell", async () => {
    const { standIn, admin, place, says } = await cinema();
    const refusal = {
      kind: "refuse",
      error_code: 400,
      description: "Bad Request: CHAT_ADMIN_REQUIRED",
    } as const;
    standIn.faults.add({ fault: refusal, method: "getChatAdministrators", times: 9 });
    expect(await says(admin, "/ajustes")).toContain("¿En qué idioma te respondo?");
    expect(await says(admin, "/ajustes minimo 0")).toContain("Eso lo ponen quienes moderan");
    expect((await community.store.settings.all(`telegram:${place.chat.id}`)).revision).toBe(0);
  });

  it("sets what is typed for the group or a topic, and what is set holds there", async () => {
    const { admin, member, place, says } = await cinema();
    const topic = { ...place, topic: 5 };
    expect(await says(admin, "/ajustes minimo 500")).toMatch(/En todo el grupo: 500[\s\S]*Guardado/);
    expect(await says(admin, "/ajustes minimo 0 aquí", topic)).toMatch(/En este tema: ninguno/);
    expect(await says(member, "/vale")).toBe("es 500");
    expect(await says(member, "/vale", topic)).toBe("es 0");
    expect(await says(admin, "/ajustes minimo quitar aquí", topic)).toMatch(
      /En este tema: 500 \(todo el grupo\)/,
    );
    expect(await says(member, "/vale", topic)).toBe("es 500");
    expect(await says(admin, "/ajustes minimo muchos")).toMatch(/no vale\. Puede ser un número entero/);
    expect(await says(admin, "/ajustes color rojo")).toMatch(/Los que hay: idioma, region, minimo, comandos/);
  });

  it("sets what is pressed, and takes back from the history what was changed", async () => {
    const { standIn, admin, member, place, says } = await cinema();
    const panel = await answerTo(standIn, admin.says("/ajustes", place));
    await admin.presses(panel, "Votos mínimos");
    await until(() => readable(now(standIn, panel)).includes("10.000"), "the setting is not shown");
    await admin.presses(now(standIn, panel), "10.000");
    await until(() => readable(now(standIn, panel)).includes("Guardado"), "nothing was saved");
    expect(await says(member, "/vale")).toBe("es 10000");
    const history = await answerTo(standIn, admin.says("/ajustes historial", place));
    expect(readable(history)).toMatch(/1 · Votos mínimos: sin poner → 10\.000 · todo el grupo · tú/);
    await admin.presses(history, "Deshacer 1");
    await until(() => readable(now(standIn, history)).includes("Deshecho"), "nothing was undone");
    expect(await says(member, "/vale")).toBe("es 2000");
    // It was changed since: only the newest can be taken back.
    await admin.presses(now(standIn, history), "Deshacer 1");
    await until(
      () => messagesIn(standIn, place).some((one) => readable(one).includes("se cambió otra vez después")),
      "nobody said why not",
    );
  });

  it("believes no button that somebody made up", async () => {
    const { standIn, owner, admin, member, place, says } = await cinema();
    const panel = await answerTo(standIn, admin.says("/ajustes", place));
    await admin.presses(panel, "Votos mínimos");
    await until(() => readable(now(standIn, panel)).includes("10.000"), "the setting is not shown");
    const real = button(standIn, panel, /10\.000/u);
    const forged = real.replace(/^(\d\p{Ll};)[^;]*/u, `$1${member.user.id.toString(36)}`);
    for (const data of [real, forged, real.replace(/^(\d\p{Ll};)[^;]*/u, "$10")]) {
      await member.sendsData(now(standIn, panel), data);
    }
    // From another chat it would change that one, where the member has no say either.
    const other = group(standIn);
    const there = await answerTo(standIn, member.says("/vale", other));
    await member.sendsData(there, forged);
    for (const wrong of [
      "of=minimumVotes;at=channel;to=1",
      "of=answers;at=community;to=private",
      "of=x;at=y",
    ]) {
      await admin.sendsData(now(standIn, panel), `2a;0;setting-set;0;${wrong}`);
    }
    await admin.sendsData(now(standIn, panel), "2a;0;setting-undo;0;change=-1");
    const refused = () =>
      messagesIn(standIn, place).filter((one) => /no vale|no se puede/.test(one.text ?? ""));
    await until(() => refused().length === 4, "nobody said that these are no settings");
    expect(await says(member, "/vale")).toBe("es 2000");
    expect(await says(member, "/vale", other)).toBe("es 2000");
    const { store } = community;
    for (const { chat } of [place, other]) {
      expect((await store.settings.all(`telegram:${chat.id}`)).revision).toBe(0);
    }
    expect(await says(owner, "/ajustes historial")).toContain("Aún no se ha cambiado nada");
  });

  it("switches commands off, which then say so", async () => {
    const { admin, member, says } = await cinema();
    expect(await says(admin, "/ajustes comandos -votos -mes")).toContain("mes y votos");
    expect(await says(member, "/votos titanic")).toMatch(/\/votos está apagado aquí/);
    expect(await says(admin, "/ajustes comandos +votos")).toContain("En todo el grupo: mes");
    expect(await says(member, "/votos titanic")).toContain("7770");
    expect(await says(admin, "/ajustes comandos -ajustes")).toContain("no se puede apagar");
    expect(await says(admin, "/ajustes comandos -nada")).toContain("no vale");
  });

  it("limits questions: it is said kindly once, and then nothing is said", async () => {
    const { standIn, admin, member, place, says } = await cinema();
    await says(admin, "/ajustes persona 1");
    expect(await says(member, "/vale")).toBe("es 2000");
    const first = member.says("/vale", place);
    expect(readable(await answerTo(standIn, first))).toContain("dentro de un minuto");
    member.says("/vale", place);
    // Whoever moderates is answered: questions, and what changes the limit as well.
    for (const _ of [1, 2]) expect(await says(admin, "/vale")).toBe("es 2000");
    expect(await says(admin, "/ajustes persona 0")).toContain("sin límite");
    // The member was told once; the rest are answers to the administrator.
    expect(await answersTo(standIn, first, 4)).toHaveLength(4);
    expect(await says(member, "/vale")).toBe("es 2000");
  });

  it("speaks the group's language to whose client speaks none of ours", async () => {
    const { standIn, admin, place, says } = await cinema();
    await says(admin, "/ajustes idioma en");
    expect(await says(new Person(standIn, { language: "fr" }), "/vale", place)).toBe("en 2000");
    expect(await says(new Person(standIn, { language: "es" }), "/vale", place)).toBe("es 2000");
  });
});
