import { z } from "zod";
import type { NamedPerson } from "../../../src/chat/asking.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { member } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { say } from "../../../src/chat/locale.js";
import { done, followed, reach } from "../reached.js";
import { nightResultSchema } from "../result.js";
import { forNight, nightOption, nightsAhead } from "./which.js";

export const nocheLleva = defineCommand({
  names: { es: "noche lleva", en: "night lead" },
  summary: { es: "Otra persona lleva la noche", en: "Somebody else leads the night" },
  where: "groups",
  effect: "write",
  options: z.strictObject({
    miembro: member({
      es: "Miembro",
      en: "Member",
      help: { es: "Quién la lleva desde ahora", en: "Who leads it from now on" },
    }).optional(),
    noche: nightOption(),
  }),
  result: nightResultSchema,
  positional: ["miembro"],
  examples: ["noche lleva"],
  async run(context, { noche }) {
    const reached = await reach(context);
    const [to] = namedPeople(context);
    const nights = await nightsAhead(context, reached);
    return forNight(context, nights, noche, async ({ id }) => {
      const kept = await done(context, reached, id, { kind: "handOver", to: to.id });
      const text = say(context.locale, {
        es: `${to.name} lleva la noche desde ahora.`,
        en: `${to.name} leads the night from now on.`,
      });
      const reply = followed(context, reached, kept);
      return { ...reply, answer: { ...reply.answer, text } };
    });
  },
});

/**
 * Whom the question names, as the platform vouches for them: what is typed in their place is nobody.
 * @throws UserError where it names nobody
 */
export function namedPeople({ people = [] }: Context): readonly [NamedPerson, ...NamedPerson[]] {
  const [first, ...others] = people;
  if (first !== undefined) return [first, ...others];
  throw new UserError(
    "missing_parameter",
    {
      es: "¿A quién? Menciona a alguien de aquí.",
      en: "Whom? Mention somebody of this place.",
    },
    { option: "miembro" },
  );
}
