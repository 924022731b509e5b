import { z } from "zod";
import { defineCommand } from "../../../src/chat/command/command.js";
import { flag, member } from "../../../src/chat/command/options.js";
import { list } from "../../../src/chat/format.js";
import { say } from "../../../src/chat/locale.js";
import { openNights, pastNights } from "../../../src/nights/lists.js";
import { done, nightHere, reach, shown } from "../reached.js";
import { nightResultSchema } from "../result.js";
import { namedPeople } from "./lleva.js";
import { forNight, nightOption } from "./which.js";

/** Of the nights that ended last, so many may still be noted. */
const LOOKED_THROUGH = 10;

export const nocheVino = defineCommand({
  names: { es: "noche vino", en: "night came" },
  summary: { es: "Anota quién vino: lo hace quien lleva la noche", en: "Notes who came: whoever leads does" },
  where: "groups",
  effect: "write",
  options: z.strictObject({
    miembro: member({
      es: "Miembro",
      en: "Member",
      help: { es: "De quién se anota", en: "Of whom it is noted" },
    }).optional(),
    falto: flag({
      es: "Faltó",
      en: "Absent",
      also: ["no"],
      help: { es: "Sí: no vino", en: "Yes: they did not come" },
    }),
    noche: nightOption(),
  }),
  result: nightResultSchema,
  positional: ["miembro"],
  examples: ["noche vino"],
  async run(context, { falto, noche }) {
    const reached = await reach(context);
    const people = namedPeople(context);
    const past = await pastNights(reached.store, reached.community, { from: 0, size: LOOKED_THROUGH });
    const shownOnes = past.items.filter(({ winner }) => winner !== null);
    // Unless another is named it is the last one; where there is none, an open night says why not.
    const nights =
      noche === undefined
        ? [...shownOnes.slice(0, 1), ...(await openNights(reached.store, reached.community))].slice(0, 1)
        : shownOnes;
    return forNight(context, nights, noche, async ({ id }) => {
      for (const [at, { id: person }] of people.entries())
        await done(context, reached, id, { kind: "attend", came: !falto, person }, `/${at}`);
      const names = list(
        context.locale,
        people.map(({ name }) => name),
      );
      const came = people.length === 1 ? "vino" : "vinieron";
      const text = say(
        context.locale,
        falto
          ? { es: `Anotado: no ${came} ${names}.`, en: `Noted: ${names} did not come.` }
          : { es: `Anotado: ${came} ${names}.`, en: `Noted: ${names} came.` },
      );
      const reply = shown(context, await nightHere(context, reached, id));
      return { ...reply, answer: { ...reply.answer, text } };
    });
  },
});
