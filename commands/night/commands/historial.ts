import { z } from "zod";
import type { Line } from "../../../src/chat/answer/schema.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { integer } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { say } from "../../../src/chat/locale.js";
import type { ListedNight } from "../../../src/nights/kept.js";
import { pastNights } from "../../../src/nights/lists.js";
import { cardOf } from "../../shared/card.js";
import { nextOnes } from "../../shared/more.js";
import { reach } from "../reached.js";
import { filmName } from "../words/films.js";
import { moment } from "../words/times.js";

const resultSchema = z.object({
  total: z.int(),
  nights: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      endedAt: z.string().nullable(),
      winner: z.int().nullable(),
      voters: z.int(),
      came: z.int(),
      cancelled: z.boolean(),
    }),
  ),
});

const SIZE = 10;

export const nocheHistorial = defineCommand({
  names: { es: "noche historial", en: "night history" },
  summary: { es: "Las noches pasadas y qué ganó", en: "Past nights and what won" },
  where: "groups",
  cacheable: false,
  options: z.strictObject({
    pagina: integer(
      { min: 1, max: 20, default: 1 },
      { es: "Página", en: "Page", help: { es: "2: las siguientes", en: "2: the next ones" } },
    ),
  }),
  result: resultSchema,
  positional: [],
  examples: ["noche historial"],
  async run(context, { pagina }) {
    const { locale, asked } = context;
    const { store, community } = await reach(context);
    const { items, total } = await pastNights(store, community, { from: (pagina - 1) * SIZE, size: SIZE });
    const result = {
      total,
      nights: items.map(({ id, title, endedAt, winner, voters, came, cancelled }) => {
        return { id, title, endedAt: endedAt?.toISOString() ?? null, winner, voters, came, cancelled };
      }),
    };
    if (items.length === 0) {
      const text = say(locale, {
        es: "Aquí todavía no hubo ninguna noche.",
        en: "There was no night here yet.",
      });
      return { status: "empty", result, answer: { kind: "empty", text } };
    }
    const options = { ...asked.options, pagina: pagina + 1 };
    const next = total > pagina * SIZE ? [nextOnes(locale, { command: asked.command, options })] : [];
    return {
      status: "ok",
      result,
      answer: {
        kind: "list",
        title: say(locale, { es: "Noches pasadas", en: "Past nights" }),
        list: { lines: items.map((night) => line(context, night)) },
        ...(next.length > 0 ? { choices: next } : {}),
      },
    };
  },
});

function line(context: Context, night: ListedNight): Line {
  const { locale } = context;
  const { title, winner, cancelled, voters, came, showing, endedAt, zone } = night;
  const at = showing ?? endedAt;
  const when = at === undefined || at === null ? [] : [moment(locale, at, zone)];
  const head = winner === null ? title : `${filmName(context, winner)} — ${title}`;
  const what = cancelled
    ? say(locale, { es: "cancelada", en: "cancelled" })
    : winner === null
      ? say(locale, { es: "no ganó ninguna", en: "nothing won" })
      : say(locale, { es: `${voters === 1 ? "votó" : "votaron"} ${voters}`, en: `${voters} voted` });
  const attended =
    came === 0
      ? []
      : [
          say(locale, {
            es: came === 1 ? "vino 1" : `vinieron ${came}`,
            en: `${came} came`,
          }),
        ];
  return {
    head,
    details: [...when, what, ...attended],
    ...(winner === null ? {} : { asks: cardOf({ id: winner }) }),
  };
}
