/** Phrases that tell a kind of question, folded. */

/** "¿cuál es mejor, X o Y?" */
export const COMPARE: readonly string[] = [
  "(cual|que|quien) [peli|pelicula|de las dos] (es|esta|estaba|gana|ganaria|fue) [la] [mas] (mejor|chida|bacan|buena|larga|guapa|chevere|piola)",
  "(cual|que) (es|esta) mejor",
  "cual (me|nos) (veo|vemos|pongo|recomiendas|recomendas|recomienda|conviene|gustara|gusta)",
  "cual le gana [a] [cual]",
  "which one s (better|best)",
  "which one is better",
  "(que|q) (decis|dices|opinas|prefieres|elegis)",
  "cual (gana|ganaria|veo|vemos|me pongo|pongo|recomiendas|me recomiendas|miro|prefieres|preferis|elijo|elegirias|vale mas la pena|merece mas la pena|tiene mejor nota|tiene mas nota|duro mas|recaudo mas|es mejor|ven mejor)",
  "compara[me|melas|r]",
  "comparacion (entre|de)",
  "comparativa (entre|de)",
  "diferencia[s] entre",
  "versus",
  "vs",
  "contra",
  "which (is|one is|s|was|one) [better|best]",
  "which (should i (watch|see)|one|would you)",
  "better",
  "compare",
  "mejor que",
  "(es|esta) mejor",
  "(is|was) * better than",
  "better than",
  "prefieres",
  "preferis",
  "te quedas con",
  "o mejor",
  "que (veo|vemos|miro|me pongo) [hoy|esta noche|primero]",
  "what s better",
  "whats better",
  "cual es (mas|la dura|la buena|la mejor|la mas)",
  "cual (hace|da|me hace) (reir|llorar|miedo|mas miedo|mas)",
  "cual tiene (mas|mejor)",
];

/** "¿cuántas … hay?" */
export const COUNT: readonly string[] = [
  "cuant(as|os) [peli[s]|pelicula[s]|films|titulos|cintas|filmes|cosas|series] [se|que|son|hay|tienes|tiene|de]",
  "how many [movies|films|titles|shows|series]",
  "[que|cual es el] (numero|cantidad|total) de [peli[s]|pelicula[s]|titulos]",
  "cuant(as|os)",
];

/** Beside a count: that films came out then. */
export const RELEASED: readonly string[] = [
  "[se|que se] (estrenaron|estrenan|estreno|estrena|salieron|salen|salio|han estrenado|han salido|fueron estrenadas|lanzaron)",
  "(were|was|got|have been) released",
  "came out",
  "come out",
  "estrenadas",
  "estrenos",
];

/** Most frequent actor of a platform. */
export const FREQUENT_ACTOR: readonly string[] = [
  "(que|cual|quien es el|cual es el|k) (actor|actriz|interprete) [es] [el|la] [que] (mas sale|sale mas|aparece mas|mas aparece|mas sale|tiene mas|mas sale|sale en mas|hace mas|aparece en mas|mas repetido|salio mas|mas salio|mas sale)",
  "actor (mas frecuente|mas repetido|que mas sale|que mas aparece|que mas salio|con mas titulos|con mas pelis)",
  "(quien) (sale mas|aparece mas|es el actor que mas [sale|aparece]|mas sale|mas aparece|salio mas)",
  "(which|what) actor (appears|is in|shows up) [in] [the] most",
  "most frequent actor",
  "who appears [in] the most",
];

/** Introduces a person's films, in one role or the other. */
export const DIRECTED: readonly string[] = [
  "(que|cuales|en cuales|cual) [peli[s]|pelicula[s]|cosas] [ha|a|haya|hayan|habia] (dirigido|dirigio|dirijido|hecho como director[a]|dirigidas)",
  "(dirigid|hech|filmad|rodad|realizad)(a|o|as|os) por",
  "(que|q) (haya|ha|hayan|han) dirigido",
  "(que|q) dirigio",
  "dirigio",
  "ha dirigido",
  "como director[a]",
  "[en] su faceta de director[a]",
  "(films|film|movies|movie|pictures) [that] [were] (directed|made) by",
  "directed by",
  "has * directed",
  "did * direct",
  "as a director",
  "as director",
  "filmografia como director[a]",
  "de director[a]",
  "detras de (camara|camaras|la camara)",
  "dirigiendo",
  "del director",
  "de la directora",
  "cineasta",
  "director[a]",
];
export const ACTED: readonly string[] = [
  "(en que|en cuales|en que cosas|en cual) [peli[s]|pelicula[s]|cosas|film[s]] [mas] (sale|salen|salio|actua|actuo|aparece|ha salido|ha actuado|ha trabajado|trabaja|trabajo|esta|ha estado|participa|sale por ahi|salia)",
  "(donde|en donde|en las que|en la que|en los que|en que|en cuales) [sale[n]|salga[n]|actua[n]|actue[n]|aparece[n]|aparezca[n]|trabaja[n]|este[n]|esta[n]|haya[n] salido|haya actuado|participe|participa|ha salido]",
  "(protagonizad|interpretad)(a|o|as|os) por",
  "como (actor|actriz|protagonista)",
  "de (actor|actriz)",
  "(actuando|saliendo)",
  "(que|q) (salga|sale|tenga|haya salido|haga|protagonice|protagonizo|protagoniza|actue|actua)",
  "actuo",
  "(starring|featuring|stars|starred)",
  "(has been|was|is|s been|have been|been) in",
  "everything * (has been in|is in|was in)",
  "(in) which",
  "as an (actor|actress)",
  "with * in it",
  "del actor",
  "de la actriz",
  "el actor",
  "la actriz",
  "actor",
  "actriz",
];
export const FILMOGRAPHY: readonly string[] = [
  "(filmografia|filmography|carrera|trayectoria|obra|obras|pelis|peliculas|films|cine) [completa] [de|of|del]",
  "(que|q|cuales) [peli[s]|pelicula[s]|cosas] (ha hecho|tiene|hizo|son de|ha sacado|a hecho|hay de|tienen)",
  "(everything|all) (by|of|from|with)",
  "(todo|todas|lo) [lo] [las] (de|que tengas de|que haya de|que tenga)",
  "sus peli[s|culas]",
  "ha hecho",
  "hizo",
  "movies",
  "filmography",
];

/** "la del tipo que …": what follows tells a plot. Each ends before the telling begins. */
export const PLOTS: readonly string[] = [
  "[como|cual|k como] [se] (llama|llamaba|titula|titulaba|era|es|llamara|llamo) [la|esa|el|una|aquella|un] [peli|pelicula|film|cinta] (en la que|donde|en donde|en que|que va de|que iba de|que trata de|que trataba de|de la que|cuando)",
  "(la|esa|una|aquella) (peli|pelicula|film|cinta) (que va de|que iba de|que trata de|que trataba de|cuando) (un|una|unos|unas)",
  "[como|cual] (se llama|se llamaba|se titula|era|es el nombre de|llamaba|se llamo|es el titulo de) [la|esa|una|aquella] [peli|pelicula] [esa|esta] (de|del|donde|que|en la que|con)",
  "(la|esa|una|aquella|busco una|busco la) [peli|pelicula] [esa] (en la que|donde|en donde|en que)",
  "(la|esa|aquella|una) [peli|pelicula] [esa] (del|de la|de los|de las|de un|de una|de unos|de unas|con un|con una|con unos) [un|una|unos] (tipo|tipa|tio|tia|tios|chico|chica|chavo|chava|hombre|hombres|mujer|mujeres|señor|señora|wey|guey|pata|man|loco|flaco|mina|pibe|piba|pelado|pelada|morro|morra|morros|morritos|niño|niña|niños|nene|nena|chamo|chama|cabro|cabra|compadre|viejo|vieja|abuelo|abuela|perro|gato|robot|pareja|familia|rugbistas|amigos|soldado|soldados|policia|profesor|profesora|escritor|escritora|pianista|boxeador|preso|presos|astronauta|medico|doctor|monja|cura|asesino|tipos|poli|polis|vato|chabon|gente|hermano|hermanos|hermanas|gemelas|gemelos|padre|madre|hijo|hija|fulano|individuo|grupo) [que|k|q|al que|a la que|a los que|al q|a quien|cuyo|cuya]",
  "(the one|that one|that movie|that film|a movie|a film|the movie|the film|what was (that|the) (movie|film)|whats (that|the) (movie|film)|what s (that|the) (movie|film)|what s the name of (that|the) (movie|film)|what is (that|the) (movie|film)|which (movie|film)|what (movie|film) (is it|was it|has)|name of the (movie|film)|film|movie) [called] (where|in which|when|with the|about the|about a|with a|with two|that has)",
  "(trataba|iba|trata|va) (de|sobre) (un|una|unos) (tipo|tio|chico|hombre|mujer|niño|grupo)",
  "[no] me acuerdo [de] [como se llama|del nombre] [de] [la|una|esa|pero] [peli] [era] [en la que|donde|que]",
  "la (de|del) [los|las|el|un|una|unos|unas] * que (se|le|les|la|lo|esta|estan|hay|quiere|quieren|tiene|tienen|va|van|vive|viven|hace|sale|mata|matan|muere|despierta|viaja|encuentra|descubre|roba|roban|pierde)",
  "(film|movie|one|that) (where|in which)",
  "(what was|what s|whats) (that|the) (movie|film) (with|about|where)",
  "no (recuerdo|me acuerdo|me sale) [de] (el|del) (nombre|titulo)",
];
