/**
 * docs/screenshots/discord.md shows what members see, made of real payloads on the starter catalogue: this writes it,
 * and fails when it is no longer true (`npx vitest run tests/program/adapters/discord/transcript.test.ts -u` writes it anew).
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Responses } from "../../../../src/adapters/discord/interaction/responses.js";
import { COMPONENT, EPHEMERAL, type Message, type Row } from "../../../../src/adapters/discord/protocol.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { partsOf, press, pressedIn, slash, typing } from "../../../support/discord-payloads.js";
import { starter } from "../../../support/starter-index.js";

const FILE = join(import.meta.dirname, "../../../../docs/screenshots/discord.md");

type Part = Row["components"][number];
type Data = Message & { choices?: { name: string }[] };

async function answer(payload: unknown): Promise<Data> {
  const now = () => new Date("2026-01-01T00:00:00Z");
  const responder = new Responder({ bot: () => starter.bot, locale: SPANISH, now });
  const { first, promised } = (await responder.respond(payload)) as Responses & { first: { data: Data } };
  // What takes a machine long is promised first.
  return promised === undefined ? first.data : ((await promised()).message as Data);
}

/** A message as quoted Markdown: what Discord renders, GitHub renders much alike. */
function quoted(message: Message): string {
  const parts = partsOf(message).flatMap((part): readonly string[] => {
    switch (part.type) {
      case COMPONENT.text:
        return [markdown(part.content)];
      case COMPONENT.section:
        return part.components.map(({ content }) => markdown(content).replace(/^(.*)$/mu, "$1 🖼"));
      case COMPONENT.row:
        return [part.components.map(pressable).join(" ")];
      default:
        return [];
    }
  });
  const whose =
    (message.flags & EPHEMERAL) === 0 ? [] : ["*Solo tú puedes ver esto · Only you can see this*"];
  return [...whose, ...parts].join("\n\n").replace(/^/gmu, "> ").replace(/^> $/gmu, ">");
}

/** Two spaces keep a line's end; GitHub has no small print, and its headings are larger. */
function markdown(text: string): string {
  return text
    .replace(/^### (.*)$/gmu, "**$1**")
    .replace(/^-# (.*)$/gmu, "<sub>$1</sub>")
    .replace(/([^\n])\n(?!\n)/gu, "$1  \n");
}

function pressable(one: Part): string {
  if ("options" in one && one.options) {
    const options = one.options.map(({ label }) => `\`⌄ ${label}\``).join(" ");
    return `\`[ ${one.placeholder ?? ""} ▾ ]\` ${options}`;
  }
  if (!("label" in one)) return "";
  return "url" in one ? `\`[ ${one.label} ↗ ]\`` : `\`[ ${one.label} ]\``;
}

it("is what members see", async () => {
  const director = await answer(slash("director", { nombre: "spielberg" }));
  const on = pressedIn(director).findLast(({ id }) => id.startsWith("2p;"))?.id ?? "";
  const choices = await answer(typing("pelicula", "titulo", { titulo: "el padr" }));
  const scenes: [heading: string, shown: string][] = [
    [
      "`/pelicula titulo:el padr…` mientras se escribe",
      (choices.choices ?? []).map(({ name }) => `> ${name}`).join("  \n"),
    ],
    [
      "`/pelicula titulo:El padrino (1972) · Francis Ford Coppola`",
      quoted(await answer(slash("pelicula", { titulo: "tmdb:238" }))),
    ],
    [
      "`/recomendar titulo:matrix`",
      quoted(await answer(slash("recomendar", { titulo: "matrix", cantidad: 3 }))),
    ],
    ["`/director nombre:spielberg`", quoted(director)],
    ["▶", quoted(await answer(press(on)))],
    [
      "`/pregunta texto:comedias españolas de los 90`",
      quoted(await answer(slash("pregunta", { texto: "comedias españolas de los 90" }))),
    ],
    ["`/votos titulo:hamlet`", quoted(await answer(slash("votos", { titulo: "hamlet" })))],
    ["`/mes mes:brumario`", quoted(await answer(slash("mes", { mes: "brumario" })))],
    [
      "`/votes title:jurasic park` (English)",
      quoted(await answer(slash("votos", { titulo: "jurasic park" }, { locale: "en-US" }))),
    ],
  ];
  const text = [
    "# Claqueta en Discord · on Discord",
    "What members see, from real payloads on the starter catalogue (`tests/program/adapters/discord/transcript.test.ts` writes this file).",
    ...scenes.flatMap(([heading, shown]) => [`### ${heading}`, shown]),
  ];
  await expect(`${text.join("\n\n")}\n`).toMatchFileSnapshot(FILE);
});
