/**
 * docs/screenshots/discord.md shows what members see, made of real payloads on the starter catalogue: this writes it,
 * and fails when it is no longer true (`npx vitest run tests/program/adapters/discord/transcript.test.ts -u` writes it anew).
 */
import { join } from "node:path";
import { expect, it } from "vitest";
import { Responder } from "../../../../src/adapters/discord/interaction/responder.js";
import type { Responses } from "../../../../src/adapters/discord/interaction/responses.js";
import type { Message } from "../../../../src/adapters/discord/protocol.js";
import { SPANISH } from "../../../../src/chat/locale.js";
import { press, slash, typing } from "../../../support/discord-payloads.js";
import { starter } from "../../../support/starter-index.js";

const FILE = join(import.meta.dirname, "../../../../docs/screenshots/discord.md");

type Data = Message & { choices?: { name: string }[] };

async function answer(payload: unknown): Promise<Data> {
  const now = () => new Date("2026-01-01T00:00:00Z");
  const responder = new Responder({ bot: () => starter.bot, locale: SPANISH, now });
  const responses = await responder.respond(payload);
  return (responses as Responses & { first: { data: Data } }).first.data;
}

/** A message as quoted Markdown: what Discord renders, GitHub renders much alike. */
function quoted({ embeds, components, flags = 0 }: Message): string {
  const [{ title, description = "", fields = [], footer, thumbnail } = {}] = embeds;
  const short = fields.filter(({ inline }) => inline);
  const long = fields.filter(({ inline }) => !inline);
  const pressed = components.flatMap((row) =>
    row.components.flatMap((one) => {
      if ("options" in one && one.options) return one.options.map(({ label }) => `\`⌄ ${label}\``);
      return "label" in one ? [`\`[ ${one.label} ]\``] : [];
    }),
  );
  const parts = [
    flags === 64 ? "*Solo tú puedes ver esto · Only you can see this*" : "",
    title === undefined ? "" : `**${title}**${thumbnail ? " 🖼" : ""}`,
    // Two spaces keep a line's end.
    description.replace(/([^\n])\n(?!\n)/gu, "$1  \n"),
    short.map(({ name, value }) => `**${name}** ${value}`).join(" · "),
    ...long.map(({ name, value }) => `**${name}** ${value}`),
    footer ? `<sub>${footer.text.replaceAll("\n", "<br>")}</sub>` : "",
    pressed.join(" "),
  ];
  const text = parts.filter((part) => part !== "").join("\n\n");
  return text.replace(/^/gmu, "> ").replace(/^> $/gmu, ">");
}

it("is what members see", async () => {
  const director = await answer(slash("director", { nombre: "spielberg" }));
  const buttons = director.components.flatMap((row) => row.components);
  const on =
    buttons.map((one) => ("custom_id" in one ? one.custom_id : "")).findLast((id) => id.startsWith("2p;")) ??
    "";
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
