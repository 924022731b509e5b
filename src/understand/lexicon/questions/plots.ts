/** How films are told by what happens in them, folded. */

const WHO =
  "tipo|tipa|tio|tia|tios|chico|chica|chicos|chicas|chavo|chava|chavos|hombre|hombres|mujer|mujeres|señor|señora|señores|wey|guey|pata|man|manes|loco|flaco|mina|minas|pibe|piba|pibes|pelado|pelada|morro|morra|morros|morritos|niño|niña|niños|niñas|nene|nena|chamo|chama|chamos|cabro|cabra|cabros|compadre|viejo|vieja|viejito|viejita|abuelo|abuela|anciano|anciana|perro|perrito|perra|gato|robot|robots|robotito|pareja|familia|rugbistas|amigos|amigas|soldado|soldados|policia|policias|detective|profesor|profesora|maestro|maestra|escritor|escritora|pianista|musico|boxeador|preso|presos|astronauta|astronautas|medico|doctor|doctora|monja|cura|asesino|asesina|tipos|poli|polis|vato|batos|chabon|gente|hermano|hermana|hermanos|hermanas|gemelas|gemelos|padre|madre|papa|mama|hijo|hija|fulano|individuo|grupo|joven|jovenes|muchacho|muchacha|muchachos|gringo|mago|pintor|pintora|cantante|actor|actriz|bailarina|cientifico|cientifica|abogado|abogada|estudiante|estudiantes|ladron|ladrones|naufrago|espia|agente|sicario|mafioso|bebe|mono|oso|tigre|raton|ratoncito|ratita|pez|pajaro|caballo|dragon|fantasma|vampiro|zombi|extraterrestre|alien|muñeca|muñeco|juguetes|coche|carro|auto|rey|reina|princesa|principe|guerrero|millonario|vagabundo|huerfano|huerfana|viudo|viuda|novia|novio|niñera|taxista|camionero|piloto|marinero|periodista|cocinero|chef|panadero|peluquero|cartero|ascensorista|guardia|carcelero|cazador|granjero|pastor|sacerdote|exorcista|paciente|loca|ciego|ciega|sordo|sorda|enano|gigante|monstruo|bicho|planeta|isla|pueblo|barco|tren|avion";

/** Each ends before the telling begins. */
export const PLOTS: readonly string[] = [
  "[como|cual|k como] [se] (llama|llamaba|titula|titulaba|era|es|llamara|llamo) [la|esa|el|una|aquella|un] [peli|pelicula|film|cinta] (en la que|donde|en donde|en que|que va de|que iba de|que trata de|que trataba de|de la que|cuando)",
  "(la|esa|una|aquella) (peli|pelicula|film|cinta) (que va de|que iba de|que trata de|que trataba de|cuando) (un|una|unos|unas)",
  "[como|cual] (se llama|se llamaba|se titula|era|es el nombre de|llamaba|se llamo|es el titulo de) [la|esa|una|aquella] [peli|pelicula] [esa|esta] (de|del|donde|que|en la que|con)",
  "(la|esa|una|aquella|busco una|busco la) [peli|pelicula] [esa] (en la que|donde|en donde|en que)",
  `(la|esa|aquella|una|el) [peli|pelicula] [esa] (del|de la|de los|de las|de un|de una|de unos|de unas|con un|con una|con unos) [un|una|unos] (${WHO}) [que|k|q|al que|a la que|a los que|al q|a quien|cuyo|cuya]`,
  "(the one|that one|that movie|that film|a movie|a film|the movie|the film|what was (that|the) (movie|film)|whats (that|the) (movie|film)|what s (that|the) (movie|film)|what s the name of (that|the) (movie|film)|what is (that|the) (movie|film)|which (movie|film)|what (movie|film) (is it|was it|has)|name of the (movie|film)|film|movie) [called] (where|in which|when|with the|about the|about a|with a|with two|that has)",
  "(trataba|iba|trata|va) (de|sobre) (un|una|unos) (tipo|tio|chico|hombre|mujer|niño|grupo)",
  "[no] me acuerdo [de] [como se llama|del nombre] [de] [la|una|esa|pero] [peli] [era] [en la que|donde|que]",
  "(film|movie|one|that) (where|in which)",
  "(what was|what s|whats) (that|the) (movie|film) (with|about|where)",
  "no (recuerdo|me acuerdo|me sale) [de] (el|del) (nombre|titulo)",
  "(una|esa|aquella|la|peli|pelicula) (que|q) (un|una|unos|unas)",
  `(una|esa|aquella|la|peli|pelicula) (que|q) (el|la|los|las) (${WHO})`,
  "(una|esa|aquella|peli|pelicula) [peli|pelicula] (que|q) (hay|habia|habian|sale|salia|salian) (un|una|unos|unas)",
  "(habia|hubo|existe|hay|vi|recuerdo|busco) [una|una vez] [peli|pelicula|una] (donde|en la que|en que|que era de|que iba de|que trataba de|que va de|que trata de|que era sobre)",
  "(there s|there was|theres|i saw|i remember|i m thinking of|im thinking of|looking for) (this|a|that|the) [movie|film|one] (where|in which|about a|about an|about this|with this|with a)",
  "(trata|trataba|iba|va) [de|sobre] [como] (un|una|unos)",
];

/** What a telling begins with that first says who it is about. */
export const PLOT_SUBJECTS: Readonly<Record<"that" | "some" | "any", readonly string[]>> = {
  that: [
    "(la|esa|aquella|el) [peli|pelicula] (de|del) [un|una|unos|unas|la|el|los|las]",
    "(peli|pelicula) (del|de la|de los|de las)",
    "(la|esa|aquella) [peli|pelicula] (donde|en la que)",
    "(the|that) (one|movie|film) (about|with|of) [a|an|the|this|some]",
  ],
  some: [
    "(una|ese|uno|peli|pelicula|film|cinta|algo) [de] (de|sobre) (un|una|unos|unas)",
    "(movie|film|something|one) about (a|an|this|some)",
  ],
  any: [
    "(una|ese|uno) (de|del) [la|el|los|las]",
    "(peli|pelicula|film|cinta|una) con (un|una|unos|unas)",
    "(movie|film|something|one) with (a|an|this|some)",
  ],
};

/** What a telling begins with that says at once what happens: at the beginning of a sentence, and of a film that is meant. */
export const PLOT_SCENES: Readonly<Record<"where" | "which" | "who", readonly string[]>> = {
  where: ["(en la que|en donde|in which)"],
  /** Nothing but what happens: who it is about first. */
  who: [`(un|una|unos|unas|dos|tres) (${WHO})`],
  which: ["(esa|aquella|esa peli|aquella peli|esa pelicula|aquella pelicula) (que|q)"],
};

/** With one of these a scene begins: "donde se quedan atrapados …". */
export const SCENE_BEGINNINGS: readonly string[] =
  "se un una unos unas el la los las les le no hay todos todas nadie alguien a an the they he she two people everyone".split(
    " ",
  );

/** Who may be anybody: what happens to them tells the film. */
export const PLOT_ANYBODY: readonly string[] =
  "tipo tipa tio tia wey guey pata man manes loco flaco mina pibe piba vato chabon fulano individuo alguien gente guy someone somebody person people dude".split(
    " ",
  );

/** Verbs of wishes: "una de vaqueros que no sea larga" tells no plot. */
export const PLOT_WISHES: readonly string[] =
  "no sea sean dure duren tenga tengan salga salgan sale salen sali actua actuan gano ganaron gana vi vimos viste vieron dijiste dijeron recomendaste este esten haya hayan vaya vayan trate traten de den me te nos recomiendas recomiendes recomendas recomienden tengas hay tienes tienen tenes teneis dirija dirigio dirige hizo actue actuen aparezca aparezcan gane ganen valga valgan merezca merezcan mas menos nadie casi son es pueda puedan podamos puedas se mole molen enganche enganchen entretenga entretengan asuste asusten haga hagan guste gusten funcione incluya incluyan hable hablen conozca conozcas conozcan sepas sepan quiera quieras llore lloren ria rian emocione emocionen deje dejen pase pasen transcurra ocurra suceda aburra isn isnt is are aren arent has have will won you i".split(
    " ",
  );
