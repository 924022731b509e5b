import { z } from "zod";
import { defineCommand } from "../../../src/chat/command/command.js";
import { withPage } from "../page.js";
import { followed, nightHere, reach } from "../reached.js";
import { nightResultSchema } from "../result.js";
import { withUnsent } from "../unsent.js";
import { forNight, nightOption, nightsToShow } from "./which.js";

export const nocheVer = defineCommand({
  names: { es: "noche ver", en: "night show" },
  synonyms: { es: ["noche", "noche votar"], en: ["night", "night vote"] },
  summary: {
    es: "La noche de cine: vota, di si vienes o si fuiste",
    en: "The film night: vote, say whether you come or came",
  },
  where: "groups",
  cacheable: false,
  options: z.strictObject({ noche: nightOption() }),
  result: nightResultSchema,
  positional: ["noche"],
  examples: ["noche ver"],
  async run(context, { noche }) {
    const reached = await reach(context);
    const nights = await nightsToShow(context, reached, noche);
    return forNight(context, nights, noche, async ({ id }) => {
      const kept = await nightHere(context, reached, id);
      const reply = await withPage(context, reached, kept, followed(context, reached, kept));
      return withUnsent(context, reached, kept, reply);
    });
  },
});
