/** What asks for films like others, folded. */

/** Forms of "like that one", in any gender and number. */
const ALIKE =
  "parecid(a|o|as|os)|similar[es]|semejante[s]|equivalente[s]|comparable[s]|analog(a|o|as|os)|cercan(a|o|as|os)|igual[es]|igualit(a|o|as|os)|afin[es]";
/** What two films may share. */
const TRAIT =
  "vibra[s]|vibe[s]|onda|rollo|rollito|estilo|ambiente|ambientacion|atmosfera|tono|espiritu|aire[s]|energia|mood|feeling|linea|corte|palo|tipo|genero|esencia|esquema|calibre|nivel|formula|tematica|cuerda|sintonia|sensacion|style|tone|spirit|vein|feel|atmosphere|energy|ballpark";
/** What is said of a film that is measured by another: "tan buena como …", "igual de intensa que …". */
const QUALITY =
  "buen(a|o|as|os)|chid(a|o|as|os)|mal(a|o)|triste[s]|rar(a|o|as|os)|flipante[s]|intens(a|o|as|os)|divertid(a|o|as|os)|loc(a|o|as|os)|bacan[a|as|es]|lind(a|o|as|os)|bonit(a|o|as|os)|retorcid(a|o|as|os)|fuerte[s]|dur(a|o|as|os)|emocionante[s]|adictiv(a|o|as|os)|perturbador(a|as|es)|tens(a|o|as|os)|grande[s]|epic(a|o|as|os)|graciosa[s]|brutal[es]|entretenid(a|o|as|os)|profund(a|o|as|os)|turbi(a|o|as|os)|oscur(a|o|as|os)|inquietante[s]|chula[s]|guapa[s]|chevere[s]|piola[s]|tierna[s]|romantica[s]|violenta[s]|original[es]|impactante[s]|good|funny|dark|scary|sad|intense|weird|crazy|clever|twisted|gripping|moving|epic|beautiful|creepy|wild|tense";
const FILMS =
  "algo|peli[s]|pelicula[s]|una|otr(a|o|as|os)|unas|alguna[s]|algun|cosa[s]|film[s]|cine|serie[s]";

/** Before a title. */
export const LIKE: readonly string[] = [
  `[mas] (${ALIKE}) (a|con|al|que) [la de|lo de]`,
  "similar[es] a",
  `(${FILMS}) (como|tipo|estilo|onda|en plan|rollo|a lo|parecido|parecida|al estilo) [la de|de|a]`,
  "(tipo|en plan|del estilo [de|a]|al estilo [de|a]|en la onda de|onda|rollo|del rollo de|del palo de|de la onda de|en la linea de|de la linea de|a lo|por el estilo de|estilo|del tipo [de]|del corte de|de corte|tirando a|en modo|tipo que)",
  "como",
  `tan (${QUALITY}) como [la de]`,
  `igual de (${QUALITY}) que [la de]`,
  "igual[es] (a|que)",
  "(algo|una|alguna) [a] [medio] [camino] (entre)",
  "a medio camino entre",
  "que se parece[n] a",
  "se parece[n] a",
  "(que se|se) [le|les] (parezca|parezcan|asemeje|asemejen|acerque|acerquen|parece|parecen|asemeja) [mucho|un poco|bastante|algo|lo mas posible] (a|al) [la de]",
  "(recuerde|recuerden|recuerda|recuerdan|huela|suene|sepa|tire|tiren) [mucho|un poco] (a|al)",
  `[con|de|en|del|tenga|tengan|tenga[n] el|busco] [la|el] mism(a|o|as|os) (${TRAIT}) (que|de|a|como) [la de]`,
  `[con|de|en|por|que tenga] (la|el|una|un) (vibra|vibe|onda|rollo|ambiente|atmosfera|tono|espiritu|aire|energia|mood|linea|esencia) [similar|parecid(a|o)] (de|a|como|a lo|al)`,
  `del mismo (${TRAIT}) (que|de|a)`,
  "lo mismo que [senti|me hizo sentir|sentimos|me dio|me provoco] [con|viendo|al ver|cuando vi]",
  "que me (haga|hagan) sentir (como|lo mismo que) [con|viendo]",
  "[peli[s]|pelicula[s]] herman(a|as) (de|con)",
  "(a la altura|al nivel|en la estela|sucesora|heredera[s]|hermana pequeña|prima[s] hermana[s]|alternativa[s]) (de|del|a|al)",
  "nada [me] [ha] [gusto|gustado|iguala|supera] [tanto] (como|a)",
  "(una|un|la|alguna) (mezcla|mix|cruce|combinacion|fusion|punto medio|hibrido|cocktail|coctel|batido|hijo) (entre|de)",
  "mezcla[me] [entre|de]",
  "mitad",
  "(combine[n]|combina[n]|mezcle[n]|junte[n]|fusione[n]) [lo mejor de] [a]",
  "(para|for) [los|las|the] (fans|fan|fanaticos|fanaticas|amantes|seguidores|lovers) (de|del|of)",
  "(alguien|gente|quien|quienes|personas|people|someone|anyone|fans) [a] [que|who|that|la que] (ama|aman|amo|adora|adoran|disfruto|disfruta|disfrutaron|[le|les] (gusta|gusto|encanta|encanto|mola)|likes|liked|like|loves|loved|love|enjoyed|enjoys)",
  "si (mezclas|mezclamos|juntas|juntamos|cruzas|combinas)",
  "(somewhere|something|a mix|a cross|halfway|a movie|a film|a mashup|a hybrid) between",
  "(a mix|a cross|a mixture|a blend|a mashup|a combo|a combination) (of|between)",
  "(films|film|movies|movie|something|anything|stuff|more|one|ones|some|shows|flick[s]|thing[s]) [that] [are|is|feel[s]|looks] [a bit|kinda|sorta|kind of|sort of|exactly|just|more|most] (like|similar to|along the lines of|in the vein of|close to|as good as|in the style of)",
  "(similar|akin|comparable|closest|equivalent) (to|of)",
  `as (${QUALITY}) as`,
  `[with|has|have|in] [a|the] (same|similar) (${TRAIT}) (as|of|to)`,
  "in the [same] (vein|style|spirit|mood) (of|as)",
  "(reminiscent|remind[s] me) of",
  "on par with",
  "like",
  "que se parezca[n] [mucho] a",
  "se parezca[n] a",
  "en el estilo de",
  "parecid(a|o|as|os) [a]",
  "recomendaciones [basadas en|a partir de|si te gusto|tipo|como]",
  "basad(a|o|as|os) en mi gusto por",
  "si te gusto",
];

/** To please, of one film or several. */
const PLEASE =
  "gust(o|aron|a|an|aba|aban|ado)|encant(o|aron|a|an|aba|ado)|flip(o|aron|a|an|ado)|mol(o|aron|a|an|aba|ado)|fascin(o|aron|a|an|ado)|mato|re gusto|re copo|cop(o|aron|a|an|ado)|alucin(o|aron|a|an|ado)|impresion(o|aron|ado)|impact(o|aron|ado)|enamor(o|aron|a|ado)|lat(e|en|io|ieron)|cautiv(o|aron)|conmovi(o|eron|do)|emocion(o|aron|ado)|enganch(o|aron|ado)|entretuv(o|ieron)|sorprendi(o|do)|divirti(o|eron)|obsesion(o|a)|atrap(o|aron)|chifl(o|aron|a|an)|pirr(a|an)|priv(a|an)|arrech(o|a)|tram(o|a)|super gusto|(volo|volaron|exploto) la cabeza|volv(io|ieron) loc(a|o|os|as)|dej(o|aron|ado) (loca|loco|flipando|flipado|flipada|picado|picada|muerta|muerto|helado|helada|tocado|tocada|mal|pensando|alucinando|impactado|impactada|con ganas de mas|sin palabras|con la boca abierta)|hizo (llorar|reir|pensar)|pareci(o|eron) [re|muy|super] (buen(a|o|as)|buenisim(a|o|as)|genial[es]|increible[s]|brutal[es]|espectacular[es]|tremend(a|o|as)|chid(a|o|as)|bacan|chevere|una joya|una maravilla|una pasada|la hostia|una obra maestra|un peliculon|preciosa|hermosa)";
const HOW_MUCH =
  "mucho|muchisimo|un monton|un huevo|un chorro|un resto|un mundo|bastante|caleta|a full|mogollon|demasiado|harto|cantidad|todo|tanto|ene|burda|full|que flipas|una banda|banda|un buen";
const DAY =
  "ayer|anoche|hoy|el otro dia|el finde|hace poco|hace nada|recien|esta tarde|esta semana|por fin|antier|anteayer|el sabado|el domingo|el viernes";

/** Beside titles of films that somebody liked. */
export const LIKED: readonly string[] = [
  `[a mi|que|como] [ya] [ha|han] (me|nos|le|les|te|os) [ha|han] [re|super|ultra|mega|tambien|siempre|recontra] (${PLEASE}) [${HOW_MUCH}] [la de|las de|la peli|la pelicula]`,
  `si [te|me|le|nos|os] [ha|han] (${PLEASE}) [${HOW_MUCH}]`,
  `(me|nos|le|les) ha[n] [re|super] (${PLEASE}) [${HOW_MUCH}]`,
  "(acabo|acabe|acabamos|vengo|termine|terminamos|termino) de (ver|verme|vernos|mirar|reverme|revisionar|tragarme|ponerme|verla)",
  "(acabo de terminar|termine|terminamos)",
  `(${DAY}) [me|nos] (vi|vimos|he visto|hemos visto|puse|pusimos|eche|trague|veia|mire|miramos|cayo)`,
  "(he|hemos|ha) visto [ya]",
  `[me|nos] (vi|vimos|mire|miramos|trague|repeti) [${DAY}]`,
  "[i] [have] just (finished|watched|saw|rewatched)",
  "[soy|somos|es|son] [muy|super|re|gran|un gran|una gran] (fan|fans|admirador[a]|devot(a|o)) [total|numero uno|absolut(a|o)] (de|del)",
  "[soy|somos|es] [muy|super|re] (fanatic(a|o|os|as)|amante|adict(a|o)) (de|del|a)",
  "(quede|quedamos|estoy|estamos|ando|sigo|esta|estan|me quede) [muy|super|re] (enganchad(a|o|os)|obsesionad(a|o|os)|flipando|enamorad(a|o|os)|picad(a|o|os)|viciad(a|o|os)|loc(a|o)) (con|de|por|a)",
  "mi[s] [peli[s]|pelicula[s]|cinta[s]|film[s]] [mas] (favorita[s]|favorito[s]|preferida[s]|fav[s]) [de todos los tiempos|de siempre|de la vida|ever] [es|son|es la de|fue|siempre fue|siempre ha sido]",
  "(es|son|esta|estan|sigue siendo) [una de|entre] mi[s] [peli[s]|pelicula[s]] (favorita[s]|favorito[s]|preferida[s]|fav[s])",
  "mi peli favorita",
  "(amo|ame|adoro|adore|amamos|adoramos|disfrute|disfrutamos|goce|ama|aman|adora|adoran) [mucho|muchisimo|un monton]",
  "(flipo|flipe|aluciné|alucino|flipa|alucina|flipan) con",
  "(i|we|she|he|they|you|my kid[s]|my (girlfriend|boyfriend|wife|husband|son|daughter|mom|dad)) [just|really|absolutely|also|both] (loved|liked|loves|likes|love|like|enjoyed|enjoys|enjoy|watched|saw|adore|adored|adores|dug|dig)",
  "(my|our) [all time] (favourite|favorite|fave)[s] [movie[s]|film[s]] [ever] [is|are]",
  "(is|are) [one of|among] my [all time] (favourite|favorite|fave)[s] [movie[s]|film[s]]",
  "(after|having) (watching|seeing|finishing)",
  "(despues|luego|tras) de [ver]",
  "tras ver",
  "(big|huge|massive) fan of",
  "(obsessed|in love) with",
  "(blew|blown) [my mind|me away|away by]",
  "(se sabe|se saben|se la sabe|me se|nos sabemos) [ya] * de memoria",
  "(ha|han|he|hemos) visto * (mil|cien|muchas|varias|tres|cuatro|cinco|diez|veinte|10|20|50|100|1000|500) veces",
];

/** Beside a title: that it is known already. */
export const SEEN: readonly string[] = [
  "[no|ya] [que|porque|pero] ya (la|las|lo|los) (vi|vimos|he visto|tengo vista|hemos visto|vimo|tengo mas que vista)",
  "ya (vi|he visto|hemos visto)",
  "(ive|i have) [already] seen",
  "already (seen|saw) [it|that]",
  "no que ya la vi",
  "esa no",
];

/** Who is told what to watch: "qué veo", "qué me recomiendas", "qué podría gustarme". */
const WATCH =
  "pongo|pongas|veo|vemos|vea|veamos|ven|recomienda[s|n]|recomendas|recomendais|recomendarias|recomendaria|recomendarian|ver|puedo ver|podria ver|podemos ver|podriamos ver|deberia ver|deberiamos ver|hay|miro|miramos|echo|echamos|tiro|sugieres|sugeris|sugiere|aconsejas|aconsejais|gustaria|puede[n] gustar|podria[n] gustar|va[n] a gustar|gustara[n]|encantaria|pillo|traes|tienes|tenes|teneis|late|sigue|toca|existe[n]|conoces|pondrias|verias|propones|propondrias|ofreces|caeria bien|busco|puede[n] gustarme|podria[n] gustarme|gustarme|paso|vendria bien|pega";

/** That others of that kind are asked for. */
export const ASKING_FOR_LIKE: readonly string[] = [
  "(algo|alguna[s]|otr(a|o|as|os)|una|mas|peli[s]|pelicula[s]|cosas|unas) [mas] (asi|parecid(a|o|as|os)|similar[es]|del estilo|por el estilo|de ese estilo|como es(a|as|e|o|os)|como est(a|as|e|o|os)|del palo|de la onda|en la misma onda|en esa onda|en ese plan|en esa linea|del mismo palo|del mismo estilo|igual[es]|de ese rollo|de ese tipo|de este tipo|de este estilo|del mismo rollo|del mismo tipo|de ese palo|de esa onda|en ese estilo|en esa misma linea)",
  "(asi|parecid(a|o|as|os)|similar[es]|del estilo|por el estilo|por esa linea|por ese lado)",
  `(algo|alguna[s]|una|otra[s]|peli[s]|pelicula[s]) [que sea[n]] (igual|asi|tan) de [(${QUALITY})]`,
  `(que sea[n]|sea[n]) (igual|asi|tan) [de] (${QUALITY})`,
  "[anything|something|more|others|ones|stuff|one|films|movies|else] [more|else|just|exactly] (like|similar to) (that|this|it|those|them|these)",
  "(something similar|whats similar|anything similar|similar [ones|films|movies|stuff|vibe[s]])",
  "(otra|otras|mas) (asi|como esa|como esas|por favor asi)",
  `del mismo (${TRAIT})`,
  `(de|en) (esa|ese|la misma|el mismo) (${TRAIT})`,
  "(vibes|vibe|vibra[s]|energy|esque)",
  "meets",
];

/** That others are asked for, whatever they are: beside films that somebody liked. */
export const ASKING_FOR_MORE: readonly string[] = [
  `(que|q|k|cual|cuales|cualquier) [otr(a|o|as|os)|mas|peli[s]|pelicula[s]|cosa[s]|titulo[s]] [mas|peli[s]|pelicula[s]|cosa[s]] [me|nos|le|les|te] (${WATCH}) [ahora|despues|hoy|luego]`,
  "(que|q|k) mas",
  "(algun|alguna[s]|algo|otras) (mas|otra|idea[s]|recomendacion|sugerencia|parecida)",
  "(dame|deme|pasame|ponme|tirame|traeme|decime|dime|quiero|necesito|busco|queremos) [algo|unas|un par] (mas|recomendaciones|ideas|sugerencias)",
  "(what (do|should|can|could|would) (i|we|you) (watch|see|enjoy|recommend|suggest) [next|now|after|else]|what next)",
  "(what else|what next|what should i (watch|see) [next]|what (do|would|should|can|could) you (recommend|suggest)|what (would|should|could|might|may|will) i (like|enjoy|love)|any (recommendations|suggestions|recs|ideas)|recommend (something|me something|more|me)|what other[s])",
  "(recomiendame|recomendame|recomiendenme|recomendadme|recomiendeme|pasame|dame|ponme|poneme|tirame|sugiereme|sugerime|ponles|ponle|ponnos|traeme|buscame|dime|decime) (algo|alguna[s]|otra[s]|mas|parecidas|una[s]|similares|cosas)",
  "(recomienda|recomiendame|recomendame|recomiendenme|recomendadme|recomiendeme|recomiendanos|suggest|recommend)",
];

/** Of the film that was named: none of its franchise, or who made it. */
const SAGA = "saga|franquicia|trilogia|coleccion|serie|franchise|series|trilogy|collection";
export const OTHER_FRANCHISE: readonly string[] = [
  `[pero|y] (ninguna|ninguno|nada|none) (de|del|of|from) (esa|ese|la|la misma|el mismo|su|esta|dicha|mism(a|o)|that|the|the same) (${SAGA})`,
  `[que|pero] no (sea|sean|este|esten|pertenezca|pertenezcan|forme parte|sea parte) [una|parte] [de|del|a] (esa|ese|la|la misma|el mismo|su|esta|dicha) (${SAGA})`,
  `(sin|excepto|menos|salvo|quitando|evitando|descartando|nada de|fuera de|aparte de|ni) [contar] [las|los|la|el] [de] (esa|ese|la|la misma|su|esta|dicha|misma) (${SAGA})`,
  "(sin|excepto|menos|salvo|quitando|nada de|ni|evitando) [contar|sus|las] (secuelas|precuelas|continuaciones|segundas partes|otras partes)",
  "[que|pero] no (sea|sean) [sus|las|una] (secuela[s]|precuela[s]|continuacion|continuaciones|segundas partes|otras partes|las demas|las otras)",
  "no [me] (pongas|digas|des|recomiendes|cuentes|salgas con|incluyas|metas) [sus|las|ninguna|nada] [de] [la] (secuela[s]|precuela[s]|saga|misma saga|otras|demas|continuaciones)",
  `[but] (not|nothing|none) (of|from|in|the other ones from) (that|the|the same|its) (${SAGA})`,
  "[but] (no|not [the|its|any]|without [the|its]|excluding [the|its]|except [the|its]) (sequel[s]|prequel[s]|sequels or prequels|other parts|other ones)",
];
export const SAME_DIRECTOR: readonly string[] = [
  "[pero|que sea[n]] [del|de la|con el|con la|por el|de el] mism(o|a) (director|directora|realizador|realizadora|cineasta)",
  "[by|from|with] [the] same (director|filmmaker)",
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
