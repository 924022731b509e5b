/** Why something cannot be done to a night, in words. */
import type { RichWords } from "../../../src/chat/answer/rich-text.js";
import { mention, rich } from "../../../src/chat/answer/rich-text.js";
import type { Moment } from "../../../src/chat/answer/schema.js";
import { UserError } from "../../../src/chat/errors/errors.js";
import { country } from "../../../src/chat/format.js";
import type { Refusal } from "../../../src/events/night/command.js";
import type { InEach, Words } from "../../../src/words.js";
import { offersOf } from "../../shared/words/watching.js";
import { filmName, type Reading } from "./films.js";
import { momentIn } from "./times.js";

/** @param zone in which times are told */
export function refused(reading: Reading, refusal: Refusal, zone: string): UserError {
  return new UserError("not_allowed", wordsOf(reading, refusal, zone));
}

/** Codes that need no more than their words. */
const PLAIN: Partial<Readonly<Record<Refusal["code"], Words>>> = {
  night_exists: { es: "Esa noche ya está abierta.", en: "That night is open already." },
  showing_past: { es: "Esa fecha ya pasó.", en: "That date is past." },
  leader_only: {
    es: "Eso lo decide quien lleva la noche, o quien modera aquí.",
    en: "That is for whoever leads the night, or who moderates here.",
  },
  moderators_only: { es: "Eso es para quienes moderan aquí.", en: "That is for those who moderate here." },
  not_by_clock: { es: "Eso no ocurre solo.", en: "That does not happen by itself." },
  cancelled: { es: "Esa noche se canceló.", en: "That night was cancelled." },
  closed: { es: "La votación ya terminó.", en: "Voting is over." },
  not_closed: { es: "La votación todavía no terminó.", en: "Voting is not over yet." },
  not_due: { es: "Todavía no es la hora.", en: "It is not time yet." },
  proposals_over: {
    es: "Ya no se proponen películas: ahora se vota.",
    en: "No more films are proposed: it is time to vote.",
  },
  no_ballot: { es: "No has votado en esta noche.", en: "You have not voted in this night." },
  ballot_empty: { es: "Un voto tiene que nombrar alguna película.", en: "A vote has to name a film." },
  ballot_wrong_kind: {
    es: "En esta noche se vota de otra manera. Usa los botones de su panel.",
    en: "This night is voted on in another way. Use the buttons of its panel.",
  },
  ballot_repeats: { es: "Una película va dos veces en tu voto.", en: "A film stands twice in your vote." },
  ballot_ties: {
    es: "En esta noche no puede haber dos películas iguales en tu orden.",
    en: "In this night no two films may be level in your ranking.",
  },
  ballot_score_range: { es: "Las notas van de 0 a 10.", en: "Scores go from 0 to 10." },
  out_of_running: { es: "Esa película ya no compite.", en: "That film is out of the running." },
  no_winner: { es: "No hay ninguna película ganadora.", en: "There is no winning film." },
  already_carried_over: {
    es: "Las que perdieron ya están guardadas para la próxima.",
    en: "Those that lost are kept for the next night already.",
  },
  nothing_to_carry_over: {
    es: "No hay ninguna que guardar: nadie quería otra.",
    en: "There is none to keep: nobody wanted another.",
  },
};

export function wordsOf(reading: Reading, refusal: Refusal, zone: string): RichWords {
  const time = (instant: string): InEach<Moment> => ({
    es: momentIn(inLanguage(reading, "es"), instant, zone),
    en: momentIn(inLanguage(reading, "en"), instant, zone),
  });
  const film = (id: number) => filmName(reading, id);
  switch (refusal.code) {
    case "no_night":
      return {
        es: rich`Esa noche no está aquí. ${mention("noche ver")} dice cuáles hay.`,
        en: rich`That night is not here. ${mention("noche ver")} says which there are.`,
      };
    case "bad_rule":
      return {
        es: `Esas reglas no casan (${refusal.rule}).`,
        en: `Those rules do not hold together (${refusal.rule}).`,
      };
    case "deadline_range":
      return {
        es: "Se puede votar desde un minuto hasta 30 días.",
        en: "Votes can be taken for a minute to 30 days.",
      };
    case "deadline_not_later":
      return {
        es: rich`Ya se puede votar hasta el ${time(refusal.deadline).es}.`,
        en: rich`Votes are taken until ${time(refusal.deadline).en} already.`,
      };
    case "deadline_after_showing":
      return {
        es: rich`La película empieza el ${time(refusal.at).es}: hay que votar antes.`,
        en: rich`The film begins on ${time(refusal.at).en}: voting has to be over by then.`,
      };
    case "showing_before_deadline":
      return {
        es: rich`Se vota hasta el ${time(refusal.deadline).es}: la película va después.`,
        en: rich`Votes are taken until ${time(refusal.deadline).en}: the film comes after that.`,
      };
    case "deadline_passed":
      return {
        es: rich`La votación terminó el ${time(refusal.deadline).es}.`,
        en: rich`Voting ended on ${time(refusal.deadline).en}.`,
      };
    case "voting_not_begun":
      return refusal.from === null
        ? {
            es: "Todavía se proponen películas: se vota después.",
            en: "Films are still being proposed: voting comes after that.",
          }
        : {
            es: rich`Se vota desde el ${time(refusal.from).es}.`,
            en: rich`Voting begins on ${time(refusal.from).en}.`,
          };
    case "not_shown_yet":
      return {
        es: rich`La película es el ${time(refusal.at).es}: quién vino se anota después.`,
        en: rich`The film is on ${time(refusal.at).en}: who came is noted afterwards.`,
      };
    case "already_proposed":
      return {
        es: `${film(refusal.film)} ya está propuesta.`,
        en: `${film(refusal.film)} is proposed already.`,
      };
    case "not_proposed":
      return { es: `${film(refusal.film)} no está propuesta.`, en: `${film(refusal.film)} is not proposed.` };
    case "proposed_by_another":
      return {
        es: `${film(refusal.film)} la propuso otra persona.`,
        en: `Somebody else proposed ${film(refusal.film)}.`,
      };
    case "film_banned":
      return {
        es: `${film(refusal.film)} está fuera: lo decidió quien modera.`,
        en: `${film(refusal.film)} is out: a moderator said so.`,
      };
    case "film_vetoed":
      return { es: `${film(refusal.film)} está vetada.`, en: `${film(refusal.film)} is vetoed.` };
    case "film_not_vetoed":
      return { es: `${film(refusal.film)} no está vetada.`, en: `${film(refusal.film)} is not vetoed.` };
    case "already_seen":
      return {
        es: rich`${film(refusal.film)} ya se vio aquí, el ${time(refusal.at).es}.`,
        en: rich`${film(refusal.film)} was seen here, on ${time(refusal.at).en}.`,
      };
    case "film_too_long":
      return {
        es: `${film(refusal.film)} dura ${refusal.runtime} minutos, y en esta noche caben ${refusal.most} como mucho.`,
        en: `${film(refusal.film)} is ${refusal.runtime} minutes long; this night takes ${refusal.most} at most.`,
      };
    case "film_not_offered": {
      // Only who knows today's offers says what a platform does not have.
      const region = offersOf(reading.catalog);
      const [es, en] = (["es", "en"] as const).map((one) =>
        region === undefined ? "" : ` (${country(inLanguage(reading, one), region)})`,
      );
      return {
        es: `${film(refusal.film)} no está en ${refusal.platform}${es}.`,
        en: `${film(refusal.film)} is not on ${refusal.platform}${en}.`,
      };
    }
    case "too_many_proposals":
      return {
        es:
          refusal.most === 1
            ? "Ya propusiste una, y aquí no se puede más de una."
            : `Ya propusiste ${refusal.most}, que son las que se pueden.`,
        en: `You have proposed ${refusal.most}, which is as many as one may.`,
      };
    case "night_full":
      return {
        es: `Ya hay ${refusal.most} películas: no caben más.`,
        en: `There are ${refusal.most} films: there is no room for more.`,
      };
    case "ballot_too_long":
      return {
        es: `Puedes votar ${refusal.most} como mucho.`,
        en: `You may vote for ${refusal.most} at most.`,
      };
    case "too_many_vetoes":
      return refusal.most === 0
        ? { es: "En esta noche no hay vetos.", en: "There are no vetoes in this night." }
        : {
            es: `Ya usaste tus vetos (${refusal.most}).`,
            en: `You have used your vetoes (${refusal.most}).`,
          };
    default:
      return PLAIN[refusal.code] ?? { es: "Eso no se puede hacer ahora.", en: "That cannot be done now." };
  }
}

function inLanguage({ locale }: Reading, language: "es" | "en") {
  return language === locale.language ? locale : { language, tag: language };
}
