/** What asks for films like others, folded. */

/** Before a title. */
export const LIKE: readonly string[] = [
  "(parecida|parecido|parecidas|parecidos|similar|similares) (a|con) [la de|lo de]",
  "similar[es] a",
  "(algo|peli[s]|pelicula[s]|una|otra|otras|unas|alguna|algunas|cosas|film[s]|cine|series) (como|tipo|estilo|onda|en plan|rollo|a lo|parecido|parecida|al estilo) [la de|de|a]",
  "(tipo|en plan|del estilo [de|a]|al estilo [de|a]|en la onda de|onda|rollo|del rollo de|del palo de|de la onda de|en la linea de|de la linea de|a lo|por el estilo de|estilo|del tipo [de])",
  "como",
  "tan (buena|bueno|buenas|chida|mala|triste|rara|flipante|intensa|divertida|loca|bacan|linda|bonita) como",
  "igual[es] (a|que)",
  "(algo|una|alguna) [a] [medio] [camino] (entre)",
  "a medio camino entre",
  "que se parece[n] a",
  "se parece[n] a",
  "(una|un|la|alguna) (mezcla|mix|cruce|combinacion|fusion|punto medio) (entre|de)",
  "mezcla[me] [entre|de]",
  "(somewhere|something|a mix|a cross|halfway|a movie|a film) between",
  "(a mix|a cross|a mixture|a blend) (of|between)",
  "(films|film|movies|movie|something|anything|stuff|more|one|ones|some|shows) (like|similar to|along the lines of|in the vein of)",
  "(similar|akin) to",
  "in the (vein|style|spirit) of",
  "reminiscent of",
  "like",
  "que se parezca[n] [mucho] a",
  "se parezca[n] a",
  "en el estilo de",
  "parecid(a|o|as|os) [a]",
  "recomendaciones [basadas en|a partir de|si te gusto|tipo|como]",
  "basad(a|o|as|os) en mi gusto por",
  "si te gusto",
];

/** Beside titles of films that somebody liked. */
export const LIKED: readonly string[] = [
  "[a mi|que] [ya] [me|nos] (gusto|gustaron|encanto|encantaron|flipo|fliparon|molo|molaron|fascino|fascinaron|mato|re gusto|re copo|volo la cabeza|gusta|gustan|encanta|encantan|flipa|mola|fascina|late|laten|copo|coparon|alucino|impresiono|enamoro|enamoraron|super gusto) [mucho|muchisimo|un monton|un huevo|un chorro|un resto|un mundo|bastante|caleta|a full|mogollon|demasiado|harto] [la de|las de|la peli|la pelicula]",
  "si [te|me|le|nos|os] [ha|han] (gusto|gustaron|encanto|encantaron|gusta|gustan|gustado|encantado|molo) [mucho]",
  "me ha[n] (gustado|encantado|flipado|molado|fascinado) [mucho|un monton]",
  "(acabo|acabamos|vengo) de ver",
  "(ayer|anoche|hoy|el otro dia|el finde) [me] (vi|vimos|he visto|puse)",
  "(he|hemos) visto [ya]",
  "(vi|vimos) [ayer|anoche|hoy|hace poco|el otro dia]",
  "[i] [have] just (finished|watched|saw|rewatched)",
  "soy fan (de|total de)",
  "[soy] fanatic(a|o) de",
  "mi[s] [peli[s]|pelicula[s]] favorita[s] (es|son)",
  "mi peli favorita",
  "amo",
  "ame",
  "adoro",
  "adore",
  "(i|we) [just|really|absolutely] (loved|liked|love|like|enjoyed|enjoy|watched|saw|adore|adored)",
  "(despues|luego|tras) de [ver]",
  "tras ver",
  "after (watching|seeing)",
  "big fan of",
  "me dejo (loco|loca|picado|picada|flipando|con ganas de mas)",
];

/** What makes liked films a question for others. */
export const ASKING_FOR_LIKE: readonly string[] = [
  "(algo|alguna|otra|otras|una|mas|pelis|cosas|unas) (asi|parecido|parecida|similar|similares|parecidas|del estilo|por el estilo|de ese estilo|como esa|como esas|como esta|del palo|de la onda|en la misma onda|en esa onda|en ese plan|en esa linea|del mismo palo|del mismo estilo|igual|iguales|de ese rollo|de ese tipo|del mismo rollo)",
  "(asi|parecido|parecida|parecidas|parecidos|similar|similares|del estilo|por el estilo)",
  "(que|q|k|cual|cuales) (mas|otra|otras|otro) [peli[s]|pelicula[s]|cosa] [me|nos] (pongo|veo|recomienda|recomiendas|recomendas|recomiendan|recomendais|ver|puedo ver|podria ver|hay|miro|vemos|echo|tiro|sugieres|gustaria|puede gustar|gustara|recomendarias|pillo|traes|tienes|me late)",
  "(que|q|k) [me|nos|mas] (pongo|veo|recomiendas|recomendas|recomienda|recomiendan|recomendais|sugieres|puedo ver|podria ver|miro|vemos|echo|recomendarias) [ahora|despues|hoy|luego]",
  "(what (do|should|can) (i|we) (watch|see) [next|now|after]|what next|meets)",
  "(what else|what next|what should i (watch|see) [next]|what do you recommend|any (recommendations|suggestions|recs)|recommend something|something similar|more like (that|this|it|those)|what other|what s similar|anything similar|similar [ones|films|movies])",
  "(recomiendame|recomendame|recomiendenme|recomendadme|pasame|dame|ponme|tirame|sugiereme) (algo|alguna|otra|otras|mas|parecidas|una|similares|cosas)",
  "(algo|otra|otras) (del mismo palo|parecido|asi)",
  "(otra|otras|mas) (asi|como esa|como esas|por favor asi)",
  "del mismo (palo|estilo|rollo|tipo|corte)",
  "de esa onda",
];

/** Comparisons with the film that was named, as a filter relative to it. */
export const NEWER: readonly string[] = [
  "mas (nuev(a|o|as|os)|reciente[s]|modern(a|o|as|os)|actual[es])",
  "[pero] no tan (viej(a|o|as|os)|antigu(a|o|as|os))",
  "menos (viej(a|o|as|os)|antigu(a|o|as|os))",
  "(newer|more recent|not so old|not that old)",
  "(que|q) no sea[n] tan (viej(a|o|as|os)|antigu(a|o|as|os))",
];
export const OLDER: readonly string[] = [
  "mas (viej(a|o|as|os)|antigu(a|o|as|os))",
  "(older)",
  "anterior[es]",
];
export const SADDER: readonly string[] = [
  "mas (triste|dramatica|seria|oscura|cruda)[s]",
  "sadder",
  "darker",
  "que haga llorar",
  "more serious",
];
export const FUNNIER: readonly string[] = [
  "mas (divertida|graciosa|comica|ligera|light|chistosa)[s]",
  "funnier",
  "lighter",
  "con mas humor",
];
export const SHORTER: readonly string[] = [
  "mas (corta|cortita|cortica|breve)[s]",
  "shorter",
  "(que|q) dure[n] menos",
];
export const LESS_SCARY: readonly string[] = [
  "(que|q) (de|den|da) menos (miedo|susto)",
  "menos (miedo|terrorifica|gore|sangrienta|violenta)",
  "no tan (de miedo|terrorifica|violenta|gore|fuerte)",
  "less scary",
  "not so scary",
  "(que|q) no (de|den) (tanto|mucho) miedo",
];
