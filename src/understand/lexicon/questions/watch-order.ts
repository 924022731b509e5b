/** "¿En qué orden se ven las de Star Wars?": phrases that stand before a series of films, folded. */
const FILMS =
  "[todas] [la[s]|los|el|lo|mis] [pelicula[s]|peli[s]|saga|universo|films|movies|series] [de|del|of] [la|los|el|the]";
const SEEING =
  "(veo|ver|vemos|vea|miro|mirar|se ve[n]|se miran|van|hay que ver|debo ver|debo mirar|tengo que ver|deberia ver|conviene ver|puedo ver|es mejor ver|recomiendas [ver])";

/** By when they came out, or whichever is usual. */
export const WATCH_ORDER: readonly string[] = [
  `(en que|cual es el|en cual|con que|por que) [mejor] orden [correcto] [para|de|en que] [${SEEING}] ${FILMS}`,
  `[el|cual es el] orden [correcto] [de|para|en que] [estreno|visionado] [de|para] [${SEEING}] ${FILMS}`,
  `(por cual|por donde) (empiezo|se empieza|empezar|comienzo) [a] [con] [${SEEING}] ${FILMS}`,
  `(in which|in what|which|what|what s the|what is the|whats the) [right|best|correct|watch|viewing|release] order [to|of|for|do i|should i|do you|are] [watch[ing]|see] ${FILMS} [the]`,
  `[the] (watch|viewing|release) order (of|for) ${FILMS} [the]`,
  `order (of|to watch) ${FILMS} [the]`,
];

/** By when they happen. */
export const STORY_ORDER: readonly string[] = [
  `[en que|cual es el|en] [el] orden (cronologico|de la historia|de los hechos) [de|para|en que] [${SEEING}] ${FILMS}`,
  `[in|the|what s the|what is the] (chronological|timeline|story) order [of|for|to watch] ${FILMS} [the]`,
];
