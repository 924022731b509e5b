import { z } from "zod";
import type { Reply } from "../../src/chat/answer/reply.js";
import { defineCommand } from "../../src/chat/command/command.js";
import { flag, integer, platform, text } from "../../src/chat/command/options.js";
import type { Context } from "../../src/chat/contract.js";
import { groupOf } from "../../src/chat/kept.js";
import { say } from "../../src/chat/locale.js";
import { firstCharacters } from "../../src/chat/text.js";
import type { NightRules } from "../../src/events/night/events/rules.js";
import { METHODS } from "../../src/events/voting/ballot.js";
import { waitingFilms } from "../../src/nights/lists.js";
import { openNight } from "../../src/nights/nights.js";
import { term } from "../shared/term.js";
import { keptOf, reach, shown } from "./reached.js";
import { type NightResult, nightResultSchema } from "./result.js";
import { timesOf, zoneFor } from "./times.js";
import { methodCalled } from "./words/methods.js";

const options = z.strictObject({
  nombre: text({
    es: "Nombre",
    en: "Name",
    help: { es: "Cómo se llama la noche", en: "What the night is called" },
  }).optional(),
  cierra: text({
    es: "Cierra",
    en: "Closes",
    help: {
      es: "Hasta cuándo se vota: 2h, 3 días, viernes 20:00",
      en: "Until when one votes: 2h, 3 days, friday 20:00",
    },
  }).optional(),
  cuando: text({
    es: "Cuándo se ve",
    en: "When it is shown",
    help: {
      es: "viernes 21:30, mañana a las 22, 24/12 20:00",
      en: "friday 21:30, tomorrow at 10pm, 24/12 20:00",
    },
  }).optional(),
  zona: text({
    es: "Zona horaria",
    en: "Time zone",
    help: { es: "Madrid, CDMX, Buenos Aires; se recuerda", en: "Madrid, London, New York; it is remembered" },
  }).optional(),
  metodo: text({
    es: "Cómo se vota",
    en: "How one votes",
    help: { es: METHODS.join(", "), en: METHODS.join(", ") },
  }).optional(),
  ocultos: flag({
    es: "Votos ocultos",
    en: "Hidden votes",
    help: { es: "Nadie ve cómo va hasta el final", en: "Nobody sees how it stands until the end" },
  }),
  primero_propuestas: flag({
    es: "Primero propuestas",
    en: "Proposals first",
    help: {
      es: "Se vota cuando acaban las propuestas, a mitad del tiempo",
      en: "Voting begins when proposing ends, halfway through",
    },
  }),
  vetos: integer({ min: 0, max: 10, default: 1 }, { es: "Vetos por persona", en: "Vetoes each" }),
  propuestas: integer(
    { min: 1, max: 20, default: 3 },
    { es: "Propuestas por persona", en: "Proposals each" },
  ),
  quorum: integer(
    { min: 0, max: 1_000, default: 0 },
    {
      es: "Quórum",
      en: "Quorum",
      help: { es: "Cuántas personas tienen que votar", en: "How many people have to vote" },
    },
  ),
  duracion_max: integer(
    { min: 1, max: 1_000 },
    { es: "Duración máxima", en: "Longest", help: { es: "En minutos", en: "In minutes" } },
  ).optional(),
  plataforma: platform().optional(),
});

type Options = z.output<typeof options>;

export const nocheAbrir = defineCommand({
  names: { es: "noche abrir", en: "night open" },
  summary: {
    es: "Abre una noche de cine: se propone y se vota",
    en: "Opens a film night: people propose and vote",
  },
  where: "groups",
  effect: "write",
  options,
  result: nightResultSchema,
  positional: ["nombre"],
  examples: ["noche abrir noche de terror cierra=2h", "noche abrir cuando=viernes 21:30 metodo=schulze"],
  run: opened,
});

async function opened(context: Context, given: Options): Promise<Reply<NightResult>> {
  const reached = await reach(context);
  const { store, community, person, moderates } = reached;
  const place = groupOf(context);
  const waiting = await waitingFilms(store, community);
  const zone = await zoneFor(context, reached, given.zona);
  const { deadline, showing } = timesOf(context, given, zone);
  const rules: NightRules = {
    title: firstCharacters(
      given.nombre ?? say(context.locale, { es: "Noche de cine", en: "Film night" }),
      100,
    ),
    method: given.metodo === undefined ? "approval" : methodCalled(given.metodo),
    deadline: deadline.toISOString(),
    phases: given.primero_propuestas ? "apart" : "together",
    proposalsUntil: given.primero_propuestas ? halfway(context.now, deadline) : null,
    tally: given.ocultos ? "hidden" : "open",
    votesEach: null,
    vetoesEach: given.vetos,
    quorum: given.quorum,
    tieBreak: { rules: ["carried", "firstPlaces", "earlier"], seed: crypto.randomUUID() },
    runtimeLimit: given.duracion_max ?? null,
    platform:
      given.plataforma === undefined
        ? null
        : say(context.locale, term(context, "platform", "plataforma").label),
    showing,
    proposalsEach: given.propuestas,
    proposedBy: "anyone",
    carried: waiting.films.slice(0, MOST_WAITING),
  };
  const { key, now } = context;
  const handled = await openNight(
    store,
    {
      community,
      place: { platform: place.platform, server: place.server, chat: place.chat, topic: place.topic },
      tag: context.locale.tag,
      zone: zone ?? "UTC",
      from: waiting.from,
      command: { kind: "open", rules },
    },
    { key, now, actor: { person, moderates } },
  );
  const kept = keptOf(context, handled, zone ?? "UTC");
  await store.people.tookPart({ person, community, server: place.server !== undefined }, now);
  return shown(context, kept);
}

/** Films of earlier nights that a night begins with, at most. */
const MOST_WAITING = 20;

function halfway(now: Date, deadline: Date): string {
  return new Date((now.getTime() + deadline.getTime()) / 2).toISOString();
}
