/** What is said to people who ask nothing about films, or what nobody here can answer. */
import type { InEach, Words } from "../../words.js";
import type { TalkKind, UnansweredKind } from "../contract.js";

/** A few ways to say it, so that it does not sound like a machine. */
export const TALK: Readonly<Record<TalkKind, InEach<readonly string[]>>> = {
  greeting: {
    es: [
      "¡Hola! Pregúntame de cine, como se lo preguntarías a alguien que sabe.",
      "¡Buenas! ¿De qué película hablamos?",
      "¡Hola! Dime qué te apetece ver y lo buscamos.",
    ],
    es419: [
      "¡Hola! Pregúntame de cine, como se lo preguntarías a alguien que sabe.",
      "¡Buenas! ¿De qué película hablamos?",
      "¡Hola! Dime qué tienes ganas de ver y lo buscamos.",
    ],
    en: [
      "Hello! Ask me about films as you would ask a friend who knows them.",
      "Hi! Which film shall we talk about?",
      "Hello! Tell me what you feel like watching and we will find it.",
    ],
  },
  thanks: {
    es: ["¡De nada! Aquí sigo para la próxima película.", "¡A ti! Cuando quieras, más cine."],
    en: [
      "You're welcome! I am here for the next film.",
      "Any time! There are more films where that came from.",
    ],
  },
  farewell: {
    es: ["¡Hasta luego! Que disfrutes de la película.", "¡Adiós! Vuelve cuando quieras ver algo."],
    en: ["Goodbye! Enjoy the film.", "See you! Come back when you want to watch something."],
  },
  insult: {
    es: [
      "Vaya. Si fallé en algo, pregúntamelo de otra manera.",
      "Lo siento si no acerté. Dime la película o lo que buscas y lo intento otra vez.",
    ],
    en: [
      "Ouch. If I got something wrong, ask me in another way.",
      "Sorry if I missed. Name the film, or what you are looking for, and I will try again.",
    ],
  },
  feeling: {
    es: [
      "Para eso, una buena película. Dime qué te apetece: reír, llorar, un susto…",
      "Te entiendo. ¿Buscamos una película que acompañe?",
    ],
    es419: [
      "Para eso, una buena película. Dime qué tienes ganas de ver: algo para reír, para llorar, un susto…",
      "Te entiendo. ¿Buscamos una película que acompañe?",
    ],
    en: [
      "A good film helps with that. Tell me what you feel like: a laugh, a cry, a scare…",
      "I see. Shall we look for a film to go with it?",
    ],
  },
  other: {
    es: [
      "De eso no sé: lo mío son las películas.",
      "Ahí me pierdo. De cine, en cambio, pregúntame lo que quieras.",
    ],
    en: [
      "I know nothing about that: films are what I know.",
      "That is beyond me. Of films, though, ask me anything.",
    ],
  },
};

/** What we do not know, and what we do. */
export const UNANSWERED: Readonly<Record<UnansweredKind, Words>> = {
  trailer: {
    es: "Tráileres no tengo. Sí la ficha de una película: de qué va, quién sale, dónde verla.",
    en: "I have no trailers. I do have a film's card: what it is about, who is in it, where to watch it.",
  },
  showtimes: {
    es: "No sé qué hay en cartelera ni a qué hora. Sí en qué plataformas está una película.",
    en: "I don't know what cinemas show, or when. I do know on which platforms a film is.",
  },
  awards: {
    es: "De premios no tengo datos. Sí de notas, votos y recaudación.",
    en: "I have no data about awards. I do about ratings, votes and takings.",
  },
  download: {
    es: "Aquí no se descarga nada ni hay enlaces para ver. Sí sé en qué plataformas está una película.",
    en: "Nothing can be downloaded or watched here. I do know on which platforms a film is.",
  },
  subtitles: {
    es: "De subtítulos y doblajes no sé nada. Sí el idioma original y el país de una película.",
    en: "I know nothing about subtitles or dubbing. I do know a film's original language and country.",
  },
  music: {
    es: "De bandas sonoras no sé nada. Sí quién dirigió una película y quién sale en ella.",
    en: "I know nothing about soundtracks. I do know who directed a film and who is in it.",
  },
  places: {
    es: "No sé dónde se rodó. Sí de qué país es y cuándo se estrenó.",
    en: "I don't know where it was shot. I do know its country and when it came out.",
  },
  person: {
    es: "De la vida de la gente no sé nada. Sí de sus películas.",
    en: "I know nothing about people's lives. I do know their films.",
  },
  future: {
    es: "Lo que está por estrenarse no lo conozco. Sí lo que ya se estrenó.",
    en: "I don't know what is still to come out. I do know what has.",
  },
  reviews: {
    es: "Críticas no tengo. Sí qué nota le pone la gente y cuántos votos tiene cada película.",
    en: "I have no reviews. I do know how people rate each film, and how many votes it has.",
  },
  scenes: {
    es: "No conozco escenas sueltas ni finales. Sí de qué va cada película.",
    en: "I don't know single scenes or endings. I do know what each film is about.",
  },
  unknown: {
    es: "No lo encontré entre mis películas. Sé de qué van, quién sale, cuánto duran, qué nota tienen y a cuáles se parecen.",
    en: "I couldn't find anything like that among my films. I know what they are about, who is in them, how long they are, how they are rated and which are alike.",
  },
};
