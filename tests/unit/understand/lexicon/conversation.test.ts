/** What people say to the bot, of its last answer, or of what nobody answers: each list in sentences. */
import { describe, expect, it } from "vitest";
import type { Understanding } from "../../../../src/chat/contract.js";
import { UNANSWERED } from "../../../../src/understand/lexicon/talk/beyond.js";
import { ABOUT_THE_BOT, PICKS, TALK } from "../../../../src/understand/lexicon/talk/conversation.js";
import { question, read } from "../two-films.js";

const SAID: readonly (readonly [sentence: string, understood: Understanding])[] = [
  ["hola", { kind: "talk", about: "greeting" }],
  ["¡Qué onda!", { kind: "talk", about: "greeting" }],
  ["good evening", { kind: "talk", about: "greeting" }],
  ["mil gracias, crack", { kind: "talk", about: "thanks" }],
  ["thank you", { kind: "talk", about: "thanks" }],
  ["chao, nos vemos", { kind: "talk", about: "farewell" }],
  ["see you later", { kind: "talk", about: "farewell" }],
  ["sos un boludo", { kind: "talk", about: "insult" }],
  ["no sirves para nada", { kind: "talk", about: "insult" }],
  ["jajaja", { kind: "talk", about: "feeling" }],
  ["me aburro", { kind: "talk", about: "feeling" }],
  ["dame la receta de la tortilla", { kind: "talk", about: "other" }],
  ["what time is it", { kind: "talk", about: "other" }],
  ["tráiler de Titanic", { kind: "unanswered", about: "trailer" }],
  ["¿a qué hora ponen Titanic?", { kind: "unanswered", about: "showtimes" }],
  ["¿Titanic ganó algún Goya?", { kind: "unanswered", about: "awards" }],
  ["descargar Titanic", { kind: "unanswered", about: "download" }],
  ["subtítulos de Titanic", { kind: "unanswered", about: "subtitles" }],
  ["la banda sonora de Titanic", { kind: "unanswered", about: "music" }],
  ["¿dónde se rodó Titanic?", { kind: "unanswered", about: "places" }],
  ["how old is somebody", { kind: "unanswered", about: "person" }],
  ["¿habrá segunda parte de Titanic?", { kind: "unanswered", about: "future" }],
  ["final explicado de Titanic", { kind: "unanswered", about: "scenes" }],
  ["qué dijo la crítica de Titanic", { kind: "unanswered", about: "reviews" }],
  ["who won best actor", { kind: "unanswered", about: "awards" }],
  // A part that does not exist.
  ["¿ya salió Titanic 7?", { kind: "unanswered", about: "unknown" }],
  ["de qué va Alien 9", { kind: "unanswered", about: "unknown" }],
  // OF_ONES_DAY beside EVERYDAY_SUBJECTS: a film of that name or not.
  ["quién actúa hoy en el concierto", { kind: "talk", about: "other" }],
  ["cuánto dura la clase de mañana", { kind: "talk", about: "other" }],
  ["otra", { kind: "more" }],
  ["esa ya la vi", { kind: "more" }],
  ["muéstrame más opciones", { kind: "more" }],
  ["another one", { kind: "more" }],
  ["la primera", { kind: "pick", number: 1 }],
  ["me quedo con la segunda", { kind: "pick", number: 2 }],
  ["el 3", { kind: "pick", number: 3 }],
  ["the fourth one", { kind: "pick", number: 4 }],
  ["opción cinco", { kind: "pick", number: 5 }],
  ["dale info del número 5", { kind: "pick", number: 5 }],
  ["cuéntame más de la sexta", { kind: "pick", number: 6 }],
  ["la séptima de la lista, esa", { kind: "pick", number: 7 }],
  ["la de enmedio no, la 8", { kind: "pick", number: 8 }],
  ["tell me about the ninth one", { kind: "pick", number: 9 }],
  ["quiero ver la 10", { kind: "pick", number: 10 }],
  ["ya me las vi todas", { kind: "more" }],
  ["no me gusta ninguna, dame otras", { kind: "more" }],
  ["el peor bot del mundo", { kind: "talk", about: "insult" }],
  // Reactions, and what asks nothing whatever film it names.
  ["F", { kind: "talk", about: "feeling" }],
  ["xd", { kind: "talk", about: "feeling" }],
  ["mi ex es una película de terror", { kind: "talk", about: "feeling" }],
  ["ayer lloré con Titanic", { kind: "talk", about: "feeling" }],
  ["eres como Alien pero tonto", { kind: "talk", about: "feeling" }],
  ["de pequeño veía Titanic con mi abuela", { kind: "talk", about: "feeling" }],
  ["do you like pizza", { kind: "talk", about: "other" }],
  ["cómo llego al aeropuerto", { kind: "talk", about: "other" }],
];

const ASKED: readonly (readonly [sentence: string, command: string])[] = [
  ["¿Qué puedes hacer?", "ayuda"],
  ["para qué sirves", "ayuda"],
  ["¿y tú para qué sirves? ¿qué se te puede preguntar?", "ayuda"],
  ["no entiendo cómo funciona esto", "ayuda"],
  ["¿hasta qué fecha tienes películas?", "datos"],
  ["what can you do", "ayuda"],
  ["¿de cuándo son tus datos?", "datos"],
  ["¿cuántas pelis tienes en total?", "datos"],
];

/** What an understanding is about, as the lists name it. */
function listed(understood: Understanding): string {
  if (understood.kind === "pick") return String(understood.number);
  return "about" in understood ? understood.about : understood.kind;
}

describe("what is said to the bot", () => {
  it.each(SAID)("“%s” is %o", (sentence, understood) => {
    expect(read(sentence)).toEqual(understood);
  });

  it.each(ASKED)("“%s” asks /%s", (sentence, command) => {
    expect(question(sentence)).toEqual([command, {}]);
  });

  it("has a sentence of each list", () => {
    const known = new Set(SAID.map(([, understood]) => listed(understood)));
    const lists = [
      ...Object.keys(TALK),
      ...Object.keys(UNANSWERED),
      ...PICKS.map(([number]) => String(number)),
    ];
    expect([...known]).toEqual(expect.arrayContaining(lists));
    expect(new Set(ASKED.map(([, command]) => command))).toEqual(new Set(Object.keys(ABOUT_THE_BOT)));
  });

  it("is a question where something is asked beside what is told", () => {
    expect(question("ayer lloré con Titanic, dame algo parecido")).toEqual([
      "recomendar",
      { titulo: "tmdb:597" },
    ]);
    expect(question("mi jefe es fan de Titanic, ¿cuánto dura?")?.[0]).toBe("duracion");
  });

  it("is politeness around a question", () => {
    for (const text of ["hola, ¿cuánto dura titanic?", "Titanic, gracias", "porfa, titanic"])
      expect(question(text)?.[1]).toEqual({ titulo: "tmdb:597" });
  });
});
