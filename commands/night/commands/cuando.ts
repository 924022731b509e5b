import { z } from "zod";
import { defineCommand } from "../../../src/chat/command/command.js";
import { text } from "../../../src/chat/command/options.js";
import { say } from "../../../src/chat/locale.js";
import { foldName } from "../../../src/chat/text.js";
import { showingWords } from "../panel/lead-actions.js";
import { done, followed, nightHere, reach } from "../reached.js";
import { nightResultSchema } from "../result.js";
import { momentOf, zoneFor, zoneOption } from "./times.js";
import { forNight, nightOption, nightsAhead } from "./which.js";

const NEVER: ReadonlySet<string> = new Set(["no", "quitar", "sin hora", "none", "never", "no time"]);

export const nocheCuando = defineCommand({
  names: { es: "noche cuando", en: "night when" },
  summary: {
    es: "Dice cuándo se ve la película de la noche, o lo cambia",
    en: "Says when the film of the night is shown, or changes it",
  },
  where: "groups",
  effect: "write",
  options: z.strictObject({
    cuando: text({
      es: "Cuándo se ve",
      en: "When it is shown",
      also: ["when", "fecha", "date", "dia", "day", "hora"],
      help: {
        es: "viernes 21:30, mañana a las 22, 24/12 20:00; no: sin hora",
        en: "friday 21:30, tomorrow at 10pm, 24/12 20:00; no: without a time",
      },
    }),
    zona: zoneOption(),
    noche: nightOption(),
  }),
  result: nightResultSchema,
  positional: ["cuando"],
  examples: ["noche cuando viernes 21:30"],
  async run(context, { cuando, zona, noche }) {
    const reached = await reach(context);
    const nights = await nightsAhead(context, reached, { timeless: true });
    return forNight(context, nights, noche, async ({ id }) => {
      const { zone: own } = await nightHere(context, reached, id);
      const known = zona === undefined && own !== "UTC" ? own : await zoneFor(context, reached, zona);
      const showing = NEVER.has(foldName(cuando.trim()))
        ? null
        : {
            instant: momentOf(context, "cuando", cuando, known).toISOString(),
            zone: known ?? "UTC",
          };
      const kept = await done(context, reached, id, { kind: "setShowing", showing });
      const reply = followed(context, reached, kept);
      // Its time stands in the panel itself.
      if (kept.night.showing !== null) return reply;
      return {
        ...reply,
        answer: { ...reply.answer, text: say(context.locale, showingWords(context, kept)) },
      };
    });
  },
});
