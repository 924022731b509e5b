import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import type { NamedPerson } from "../../../src/chat/asking.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { member } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { communityOf, groupOf, knownAsker, storeOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { compatibility, compatibilitySchema } from "../../../src/queries/taste/compatibility.js";
import type { Repositories } from "../../../src/store/port.js";
import type { Words } from "../../../src/words.js";
import { isHidden } from "../data/hidden.js";
import { noteMember } from "../films/film.js";
import { compared } from "./compatibility-words.js";
import { ratingsByPerson } from "./own-ratings.js";

export const gustos = defineCommand({
  names: { es: "gustos", en: "tastes" },
  synonyms: { es: ["compatibilidad", "afinidad"], en: ["compatibility"] },
  summary: { es: "Cuánto coinciden dos personas en cine", en: "How far two people's tastes go together" },
  effect: "write",
  options: z.strictObject({
    miembro: member({
      es: "Miembro",
      en: "Member",
      help: { es: "Con quién comparar: alguien de aquí", en: "Whom to compare with: somebody here" },
    }).optional(),
    otro: member({
      es: "Otro",
      en: "Other",
      help: { es: "Otra persona; sin ella, tú", en: "Another person; without one, you" },
    }).optional(),
  }),
  result: compatibilitySchema.nullable().describe("Null where it was only asked whom"),
  positional: ["miembro", "otro"],
  examples: ["gustos"],
  async run(context) {
    const { catalog, asker } = context;
    const me = knownAsker(context);
    const community = communityOf(groupOf(context));
    const store = await storeOf(context);
    await noteMember(context, store);
    const named = (context.people ?? []).filter(
      ({ id }, at, all) => all.findIndex((one) => one.id === id) === at,
    );
    const [first, second] = named;
    if (first === undefined) return whom(context);
    const pair = second === undefined ? ([YOU(context, me.id), first] as const) : ([first, second] as const);
    if (pair[0].id === pair[1].id) return whom(context);
    for (const person of pair) await refuseUnlessOpen(store, community, person, asker?.id);
    const ratings = ratingsByPerson(await store.ratings.ofPeople(pair.map(({ id }) => id)));
    const of = ({ id }: NamedPerson) => ratings.get(id) ?? [];
    const result = compatibility(catalog, of(pair[0]), of(pair[1]));
    return { status: "ok", result, answer: compared(context, pair, result, pair[0].id === me.id) };
  },
});

function YOU({ locale }: Context, id: string): NamedPerson {
  return { id, name: say(locale, { es: "Tú", en: "You" }) };
}

/** @throws UserError where they take no part here, or let nobody compare; who has a say in it is told the same of all others */
async function refuseUnlessOpen(
  { people }: Pick<Repositories, "people">,
  community: string,
  { id, name }: NamedPerson,
  asker: string | undefined,
): Promise<void> {
  if (id === asker) return;
  const [communities, hidden] = await Promise.all([people.communities(id), isHidden(people, id)]);
  if (communities.includes(community) && !hidden) return;
  throw new UserError("not_allowed", {
    es: `${name} no ha valorado nada aquí, o prefiere no compararse.`,
    en: `${name} has rated nothing here, or prefers not to be compared.`,
  });
}

function whom({ locale }: Context): Reply<null> {
  return { status: "ok", result: null, answer: { kind: "help", text: say(locale, WHOM) } };
}

const WHOM: Words = {
  es: "¿Con quién? Elige a alguien de aquí; en Telegram, responde con este comando a un mensaje suyo.",
  en: "With whom? Pick somebody here; on Telegram, reply with this command to a message of theirs.",
};
