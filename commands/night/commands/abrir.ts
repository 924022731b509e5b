import { z } from "zod";
import type { Reply } from "../../../src/chat/answer/reply.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import { defineCommand } from "../../../src/chat/command/command.js";
import { flag, integer, optionalFlag, platform, text } from "../../../src/chat/command/options.js";
import type { Context } from "../../../src/chat/contract.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { groupOf } from "../../../src/chat/kept.js";
import { say } from "../../../src/chat/locale.js";
import { firstCharacters, quoted } from "../../../src/chat/text.js";
import type { NightRules } from "../../../src/events/night/events/rules.js";
import { openNights, seenInNights, waitingFilms } from "../../../src/nights/lists.js";
import { openNight } from "../../../src/nights/nights.js";
import { term } from "../../shared/term.js";
import { followed, keptOf, reach } from "../reached.js";
import { type NightResult, nightResultSchema } from "../result.js";
import { methodCalled } from "../words/methods.js";
import { tieRules } from "../words/ties.js";
import { timesOf, zoneFor, zoneOption } from "./times.js";

const options = z.strictObject({
  nombre: text({
    es: "Nombre",
    en: "Name",
    help: { es: "Cómo se llama la noche", en: "What the night is called" },
  }).optional(),
  cierra: text({
    es: "Cierra",
    en: "Closes",
    also: ["cierre", "hasta", "until", "deadline"],
    help: {
      es: "Hasta cuándo se vota: 2h, 3 días, viernes 20:00",
      en: "Until when one votes: 2h, 3 days, friday 20:00",
    },
  }).optional(),
  cuando: text({
    es: "Cuándo se ve",
    en: "When it is shown",
    also: ["when", "fecha", "date", "dia", "day"],
    help: {
      es: "viernes 21:30, mañana a las 22, 24/12 20:00",
      en: "friday 21:30, tomorrow at 10pm, 24/12 20:00",
    },
  }).optional(),
  zona: zoneOption(),
  metodo: text({
    es: "Cómo se vota",
    en: "How one votes",
    also: ["method", "forma", "voto"],
    help: {
      es: "aprobación (marcar las que valen), orden, rondas o estrellas",
      en: "approval (mark those that are fine), ranked, rounds or stars",
    },
  }).optional(),
  ocultos: optionalFlag({
    es: "Votos ocultos",
    en: "Hidden votes",
    also: ["hidden", "secretos", "secret"],
    help: { es: "Nadie ve cómo va hasta el final", en: "Nobody sees how it stands until the end" },
  }),
  primero_propuestas: flag({
    es: "Primero propuestas",
    en: "Proposals first",
    also: ["fases", "apart"],
    help: {
      es: "Se vota cuando acaban las propuestas, a mitad del tiempo",
      en: "Voting begins when proposing ends, halfway through",
    },
  }),
  vetos: integer(
    { min: 0, max: 10 },
    { es: "Vetos por persona", en: "Vetoes each", also: ["vetoes"] },
  ).optional(),
  propuestas: integer(
    { min: 1, max: 20, default: 3 },
    { es: "Propuestas por persona", en: "Proposals each", also: ["proposals"] },
  ),
  quorum: integer(
    { min: 0, max: 1_000 },
    {
      es: "Quórum",
      en: "Quorum",
      help: { es: "Cuántas personas tienen que votar", en: "How many people have to vote" },
    },
  ).optional(),
  empate: text({
    es: "Empates",
    en: "Ties",
    also: ["empates", "tie", "ties"],
    help: {
      es: "Qué decide un empate: antes (la que se propuso antes) o sorteo",
      en: "What decides a tie: earlier (what was proposed earlier) or lots",
    },
  }).optional(),
  votos: integer(
    { min: 1, max: 50 },
    {
      es: "Votos por persona",
      en: "Votes each",
      also: ["votes"],
      help: { es: "Cuántas puede votar cada cual", en: "For how many films each may vote" },
    },
  ).optional(),
  solo_propongo: flag({
    es: "Solo propongo yo",
    en: "Only I propose",
    also: ["solo", "curada", "curated"],
    help: { es: "Propone quien lleva la noche, y nadie más", en: "Whoever leads proposes, nobody else" },
  }),
  duracion_max: integer(
    { min: 1, max: 1_000 },
    {
      es: "Duración máxima",
      en: "Longest",
      also: ["duracion", "runtime", "minutos", "minutes", "max"],
      help: { es: "En minutos", en: "In minutes" },
    },
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
  examples: ["noche abrir noche de terror cierra=2h", "noche abrir cuando=viernes 21:30 metodo=orden"],
  run: opened,
});

async function opened(context: Context, given: Options): Promise<Reply<NightResult>> {
  refuseUnknown(given.nombre);
  const reached = await reach(context);
  const { store, community, person, moderates } = reached;
  const place = groupOf(context);
  if ((await openNights(store, community)).length >= MOST_OPEN) throw tooManyOpen();
  const waiting = await waitingFilms(store, community);
  // What lost may have been shown all the same, in the place of what could not be.
  const seen = await seenInNights(store, community, context.now);
  const zone = await zoneFor(context, reached, given.zona);
  const { settings } = context;
  const { deadline, showing } = timesOf(context, given, zone);
  const rules: NightRules = {
    title: firstCharacters(
      given.nombre ?? say(context.locale, { es: "Noche de cine", en: "Film night" }),
      100,
    ),
    method: given.metodo === undefined ? settings.nightMethod : methodCalled(given.metodo),
    deadline: deadline.toISOString(),
    phases: given.primero_propuestas ? "apart" : "together",
    proposalsUntil: given.primero_propuestas ? halfway(context.now, deadline) : null,
    tally: given.ocultos === undefined ? settings.nightTally : given.ocultos ? "hidden" : "open",
    votesEach: given.votos ?? null,
    vetoesEach: given.vetos ?? settings.nightVetoes,
    quorum: given.quorum ?? settings.nightQuorum,
    tieBreak: { rules: tieRules(given.empate), seed: crypto.randomUUID() },
    runtimeLimit: given.duracion_max ?? (settings.nightRuntime || null),
    platform: platformOf(context, given.plataforma),
    showing,
    proposalsEach: given.propuestas,
    proposedBy: given.solo_propongo ? "leader" : "anyone",
    carried: waiting.films.filter(({ film }) => !seen.has(film)).slice(0, MOST_WAITING),
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
  return followed(context, reached, kept);
}

/** What is typed like an option and is none would else be a part of the name. @throws UserError */
function refuseUnknown(name = ""): void {
  const word = /(?:^|\s)([\p{L}_]{2,30})=/u.exec(name)?.[1];
  if (word === undefined) return;
  const typed = quoted(word);
  const names = Object.keys(options.shape).join(", ");
  throw new UserError(
    "unknown_parameter",
    {
      es: `No conozco la opción ${typed.es}. Hay: ${names}.`,
      en: `I don't know the option ${typed.en}. There are: ${names}.`,
    },
    { option: "nombre" },
  );
}

/** Nights that a place has open at once: as many as can be told apart, and no more than anybody could wish for. */
const MOST_OPEN = 20;

function tooManyOpen(): UserError {
  return new UserError("not_allowed", {
    es: rich`Aquí hay ya ${MOST_OPEN} noches abiertas, y no caben más: hay que cerrar o cancelar alguna con ${mention("noche ver")}.`,
    en: rich`There are ${MOST_OPEN} nights open here, and no room for more: one has to be closed or cancelled with ${mention("noche ver")}.`,
  });
}

/** Films of earlier nights that a night begins with, at most. */
const MOST_WAITING = 20;

function halfway(now: Date, deadline: Date): string {
  return new Date((now.getTime() + deadline.getTime()) / 2).toISOString();
}

/** As it is named, else the one that the community set. */
function platformOf(context: Context, named: string | undefined): string | null {
  const { find, settings, locale } = context;
  if (named !== undefined) return say(locale, term(context, "platform", "plataforma").label);
  const usual = settings.nightPlatform === "any" ? undefined : find.term("platform", settings.nightPlatform);
  return usual?.kind === "found" ? say(locale, usual.value.label) : null;
}
