/** What a film's card tells: plot, cast, who made it, when and where from, where to watch it, whether it is any good. */

/** Who plays, in all the tenses that people ask in. */
const PLAYS =
  "sale|salen|salia|salian|salio|salieron|saldra|actua|actuan|actuo|actuaron|actuaba|actuaban|trabaja|trabajan|trabajaba|trabajo|trabajaron|aparece|aparecen|aparecia|aparecio|protagoniza|protagonizan|protagonizo|protagonizaba|protagonizaron|participa|participan|participo|esta|estan|estaba|estaban|es|figura|figuran|interviene|intervienen|hay|actuaria|sale actuando|salen actuando|esta actuando";
/** The same of a part: what is played follows. */
const PLAYS_PART =
  "hace|hacen|hacia|hizo|interpreta|interpretan|interpreto|interpretaba|encarna|encarno|personifica|personifico|es|era|fue|le da vida|le dio vida|da vida|daba vida|juega";
const MAKES =
  "dirige|dirigia|dirigio|dirijio|dirije|dirigiria|dirigieron|hizo|hace|hicieron|filmo|filmaron|rodo|rodaron|escribio|escribieron|produjo|produce|realizo|creo|ha dirigido|ha hecho|habia dirigido|esta dirigiendo|guiono|firmo|firma";
const MAKERS =
  "director|directora|directores|realizador|realizadora|guionista|guionistas|productor|productora|creador|creadora|autor|cineasta";
const PARTS =
  "prota|protas|protagonista|protagonistas|actor|actriz|actores|actrices|malo|mala|villano|villana|heroe|heroina|chico|chica|niño|niña|mina|muchacho|muchacha|personaje|papel|rol|principal";
const WHO =
  "quien|quienes|kien|kienes|cual actor|cual actriz|que actor|que actriz|que actores|que actrices|k actores|cuales actores|que famosos|que famoso|que gente|que elenco";
const RELEASED =
  "estreno|estrenaron|estrena|estrenan|estrenaba|salio|salieron|sacaron|hizo|hicieron|rodo|rodaron|filmo|filmaron|grabo|grabaron|lanzo|lanzaron|publico|produjo|produjeron|realizo";
const PLATFORM =
  "netflix|amazon|prime|prime video|amazon prime|disney|disney plus|hulu|hbo|hbo max|max|filmin|movistar|star plus|paramount|paramount plus|apple|apple tv|youtube|tubi|mubi|clarovideo|vix|streaming|cartelera todavia";
const GOOD =
  "buena|bueno|buenas|buenos|mala|malo|chida|chido|chidas|guapa|guay|bacan|bacana|bacano|bakan|padre|chevere|piola|copada|recomendable|decente|toston|aburrida|aburrido|entretenida|entretenido|interesante|wena|guena|graciosa|divertida|buenarda|brutal|cool|linda|bonita|fome|lenta|pesada|triste|fuerte|dura|violenta|sangrienta|dificil|rara|floja|flojita|genial|excelente|increible|regular|maso|masomenos|overrated|sobrevalorada|sobrevaloradisima|top|de la hostia|cabron|cabrona|perra|pelada|tremenda|tuanis|pura vida|de pinga|una joya|una obra maestra|un clasico|un peliculon|un bodrio|un rollo|un toston|una mierda|una basura|una porqueria|un truño|un coñazo|una bosta|un embole|de calidad|para tanto|pa tanto|tan buena|buenisima|malisima|fuertisima|imperdible|infumable";
const SCARY = "miedo|risa|pena|sueño|susto|sustos|asco|cringe|verguenza|penita|cosa|nervios|mal rollo";
const KIND =
  "miedo|terror|risa|comedia|amor|accion|suspenso|suspense|drama|romance|romantica|animacion|animada|dibujos|musical|guerra|epoca|aventuras|niños|niñas|chicos|llorar|reir|adultos|toda la familia|familia|infantil|familiar|culto|dibujos animados|ciencia ficcion|ficcion|fantasia|policial|anime|peques|pequeños|crios|menores|ver en familia|ver con niños|ver con mis hijos|ver con la familia";

/** Who plays a part: what the part is follows, and then, behind "en" or "in", the film. */
export const PART_PLAYED: readonly string[] = [
  `[y] (${WHO}) [es el que|es la que|era el que] (${PLAYS_PART}) [de|del|el papel de|el papel del|el personaje de|a|al|la voz de|la voz del]`,
  `[como se llama|cual es] (el|la) (actor|actriz|que) [que] (${PLAYS_PART}) [de|del|el papel de|a|al|la voz de]`,
  "who (plays|played|is playing|voices|voiced|portrays|portrayed|does the voice of) [the]",
];

/** Where to watch it. */
export const WATCHING: readonly string[] = [
  "(donde|adonde|en donde|a donde|por donde|en (que|cual|cuales) (plataforma|plataformas|app|sitio|canal|streaming|servicio|pagina|lado|parte|aplicacion)|que (plataforma|plataformas|app|streaming)|donde la|donde lo) [es que|mas] [la|lo|se|te|las|me] (puedo|puede|podria|podemos|se puede|pasan|dan|echan|veo|ver|esta|estan|ponen|encuentro|transmiten|hay|pillo|consigo|tienen|tiene|miro|vemos|estara|emiten|la tienen|se ve|puedes|sale) [disponible|a] [ver|mirar|esta|encontrar|verla|mirarla|ver la|verlo|pillar|encontrarla|disponible|conseguir|verse|alquilar]",
  "(donde|en donde) (ver|mirar|encontrar|verla|mirarla|encontrarla|esta disponible|esta)",
  `[la|lo|se] [puedo|podria|puede] (esta|la tienen|sigue|estara|la tiene|tiene|sale|ver|verla|la hay|hay|estaba|la dan|la pasan|la ponen|la puedo ver|se puede ver|lo tienen|la encuentro) [todavia|disponible|aun|ya] (en|por) [el|la|algun|alguna|que|cual|cualquier] (${PLATFORM}|plataforma|plataformas|app|sitio|lado|parte|pagina|canal)`,
  `(la|lo) (tiene|tienen) [en] (${PLATFORM})`,
  `(is|s|are) * (on|in|available on|streaming on) (${PLATFORM}|any (platform|service)|streaming)`,
  "esta disponible",
  "[esta|sale|hay] en [alguna] (plataforma|streaming)",
  "where (can|could|do|to|is|s|are|would|should) [i|we|you|one] (watch|see|stream|find|it streaming|streaming|available|playing)",
  "where (is|s|can i) * (streaming|available|stream|watch)",
  "where to (watch|see|stream|find)",
];

export const CARD: readonly string[] = [
  // What it is about.
  "(de|en|sobre|a|d) que [es lo que|es que] [se] (va|trata|es|era|iba|van|tratan|trataba|habla|hablaba|consiste|tratara|trato|ira) [la historia|la trama|la peli|la pelicula|todo|eso|esa|en si|exactamente|basicamente|mas o menos]",
  "que es lo que [se] (trata|cuenta|pasa en)",
  "(que|de que) (trata|se trata|cuenta|narra|relata|historia cuenta|historia es|tema trata|tema toca)",
  "(cual es|como es|cuentame|contame|dime|decime|explicame|resumeme|me explicas|me cuentas|me resumes|resumi|resume) [un poco] [de] (la|el) (trama|argumento|sinopsis|historia|resumen) [de]",
  "(trama|argumento|sinopsis|resumen|ficha|reparto|elenco|info|informacion|datos|cast|plot|synopsis|summary|protagonistas|protagonista|actores|actrices|detalles|reparto completo|elenco completo|ficha tecnica|full cast) [principal[es]] [de|del|of|for|de la pelicula|de la peli|in]",
  "(de que|cual es el) genero [es]",
  `[y] (es|sera|era) [o] [mas] [una|un] [peli|pelicula|historia] (de|para|pa) [mucho|mucha] (${KIND})`,
  `(es|sera) [mas] [una] (comedia|animada|musical|romantica|infantil|familiar|documental) [o]`,
  "[esta|es|fue|estaba] (basada|basado|inspirada|inspirado) en [un|una|la|el] (hechos reales|historia real|libro|novela|comic|caso real|algo real|vida real|cuento|videojuego|hecho real|hechos veridicos|que|vida de)",
  "[es] (una|de una|de la) (historia (real|verdadera|veridica)|vida real)",
  "(paso|sucedio|ocurrio) (de verdad|en la vida real|en serio|realmente)",
  "(based on|inspired by) (a|an|true|real) (true story|real story|book|novel|comic|true events|real events|events|story)",
  "(is|s) * a true story",
  "[es] (apta|apropiada|adecuada|recomendada|recomendable|segura) [para] [niños|menores|todos|toda la familia|todo publico|chicos|peques|los niños|mi hijo|mi hija|mis hijos|los peques]",
  "[para|a partir de|desde] que edad [es|recomendada|minima|recomiendan]",
  "(puede|pueden|podria) ver(la|lo) [un|una|los|mi|mis] (niño|niña|niños|hijo|hija|hijos|peques|crios|sobrinos|chicos)",
  "(is|s|ok|okay|suitable|appropriate|safe|too scary) * (for kids|for children|kid friendly|family friendly)",
  "too scary [for]",
  // Who plays.
  `[y|con] (${WHO}) [mas|es el que|son los que|es la que|fue el que|era el que|otros|otro] (${PLAYS}) [ahi|alli|actuando] [en]`,
  `[el|la|los] que (${PLAYS}) en`,
  `(quien|quienes|kien) (es|son|era|eran|fue|fueron) [que] (el|la|los|las) (${PARTS}|${MAKERS}) [principal[es]] [de|en|del]`,
  `[como|cual] [es|era|se] [llama|llamaba|llaman] [el nombre de|el nombre del] (el|la|los|las) [${PARTS}] (actor|actriz|actores|prota|protagonista|director|directora|protagonistas|director) [principal[es]] [de|en|del]`,
  `[y] [con] (quien|quienes) [la] (protagoniza|protagonizan|protagonizo|estelariza|estelarizo|interpreta|interpreto)`,
  "(actores|reparto|elenco|protagonistas|prota|protagonista) [de|en|del]",
  "(que|cuales) (actores|famosos|actrices) [hay|tiene|lleva]",
  "(hace[n]|hizo|pone[n]|presta[n]|puso|hicieron|pusieron) la[s] vo(z|ces) [originales|original] [en|de]",
  "quien (hace|hizo|pone) (la voz|las voces)",
  `[sale|esta|actua|trabaja] con (quien|que actor|que actriz) [sale|es|esta|actua]`,
  "who (directed|made|wrote|is in|s in|stars in|starred in|plays in|acts in|is the director of|was in|acted in|played in|directs|produced|stars|else is in|else was in|all is in|plays|played|are the (actors|stars) in|is the (star|lead|main actor|lead actor|lead actress|villain|bad guy) (of|in)|s the (director|star|lead|villain|main actor|actor|actress) (of|in))",
  "(who s|whose|whos) (in|the director|starring|acting in|it by|the star of|the lead in)",
  "who (is|s) it (by|directed by)",
  "(who s|whose|whos|who is) the [main] (girl|guy|kid|boy|man|woman|dude|chick|actor|actress|villain|bad guy|hero|lead|star|director|one) (in|of|from)",
  "(directed|made) by (who|whom)",
  "[with] which (actor|actress|actors) (is|are|was|s) in",
  // Who made it.
  `(quien|quienes|kien|kienes) [es el que|es la que|fue el que|fue quien|es quien] [la|lo|las|los] (${MAKES})`,
  "de (quien|que director|que directora) (es|era|fue)",
  "de quien [es|era]",
  `(${MAKERS}) [y (reparto|año|actores|elenco|guionista)] [de|en|del]`,
  "(dirigida|hecha|rodada|filmada|escrita) por (quien|quienes)",
  "por quien (esta|fue|es) (dirigida|hecha)",
  "de [la|el] (misma|mismo) (director|directora) que",
  // When it came out.
  "[y] [es] (de|en|d|para|como de) (que|cual) (año|fecha|epoca|decada|mes|ano|anio|dia) (es|fue|salio|se estreno|son|era|data|e|es esa|es la peli|la hicieron|la sacaron|la estrenaron|fue hecha|fue estrenada)",
  `[y] [es] (de|en|d|para|como de) (que|cual) (año|fecha|epoca|decada|mes|ano|anio) [se|la|lo] [fue|han|ha] (${RELEASED}|estrenada|hecha|lanzada|rodada|filmada|salio a la luz|salio al cine)`,
  "(de|en|d|para) (que|cual) (año|fecha|epoca|decada|ano|anio)",
  "(que|cual) (año|ano|anio) (es|salio|fue|se estreno|era|la estrenaron)",
  "año [de] [estreno|lanzamiento|salida|produccion]",
  "(de|del) (cuando|que año|que fecha|cuando año) [es|fue|data|era]",
  `[y] [desde] cuando [fue que] [se|la|lo] (${RELEASED}) [en (cines|el cine|cine|españa|mexico)]`,
  "cuando fue (estrenada|hecha|el estreno|lanzada|filmada|rodada) [de]",
  "cuando (es de|es|salio al cine|llego a los cines)",
  "(cuando|que dia) [se] (sale|estrena)",
  "hace (cuanto|cuantos años|cuanto tiempo) [que] [se] (salio|estreno|estrenaron|es|hicieron)",
  "fecha [de|del] (estreno|lanzamiento|salida)",
  "(es|sera|era) [muy|tan|bastante] (vieja|antigua|nueva|reciente|viejita)",
  "(when|what year|how long ago) (did|was|is|s|were) * (come out|released|made|from|out|filmed|premiere)",
  "(come out|came out|get released|was released|got released)",
  "(when|what year) (did|was|is)",
  "(what year|from when|release (date|year)) [of|for|is]",
  // Where it is from.
  "[y] de (donde|que pais|que nacionalidad|que lugar) (es|era|fue|son|viene|sera) [esa|la] [peli|pelicula]",
  "de que (pais|nacionalidad)",
  "(en|de) que (idioma|lengua) (es|esta|hablan|hablan en|original)",
  "que (idioma|lengua|pais) (es|hablan)",
  "(what|which) (country|language) (is|s|was|are)",
  "(en|con) (español|castellano|latino|ingles) o (en|con) (ingles|español|subtitulada|latino)",
  ...WATCHING,
  // Whether it is any good.
  `[y] [realmente|de verdad|en serio] (es|esta|estuvo|sera|estara|vale|seguro que es|era|estaba|fue|son|se ve|quedo|salio|resulta|resulto|me va a parecer) [o] [muy|tan|bien|re|super|asi de|realmente|de verdad|tambien|un poco|demasiado|bastante|o no|medio|la verdad|mas o menos|recontra|mazo|mazo de|hiper] (${GOOD}) [o no|o mala|o malo|o aburrida|o que|como dicen|si o no|o es mala|o un bodrio|o regular|o ni fu ni fa]`,
  `[o] (es|esta) (mala|un (bodrio|rollo|toston|truño|coñazo|peliculon|embole)|una (mierda|basura|porqueria|joya|obra maestra|bosta))`,
  "(vale|valdra|merece|mereceria|valio|merecio) [mucho|realmente|de verdad] (la|el) (pena|tiempo|esfuerzo|pena) [verla|ver|mirarla]",
  "(vale|merece|mereceria) (la|el) [pena|tiempo]",
  "(que|q|k) (tal|onda) [es|esta|estuvo|va|la peli|la pelicula|es la peli|esta la peli|estaba|era|salio|con|anda]",
  "(que|como) (opinas|opinan|opinais|piensas|te parece|te parecio|les parecio|ves|les parece|dice la gente|dicen|se dice) [de|sobre]",
  "(tu|su) opinion (de|sobre)",
  "mola [mucho|algo|un monton]",
  "(esta|estara|estaba|estuvo) (bien|guay|chula|padre|chida|chevere|bacan|piola) [para|pa] [un|una|los|las|mi|mis] [niño|niña|niños|peques|crios|hijo|hija|hijos|todos]",
  "[o] (es|o es|sera) [un|una] (toston|rollo|bodrio|coñazo|peliculon|truño|joya|mierda|basura)",
  "[me|nos] (la|lo) (recomiendas|recomendas|recomendais|recomiendan|recomienda|recomendarias|aconsejas) [ver]",
  "(deberia|hay que|conviene|tengo que|vale) (verla|ver|mirarla)",
  "[me|te|le|les|nos] (va a gustar|van a gustar|gustara|gustaria|encantara) [a]",
  `da [mucho|mucha|algo de|bastante|burda de|full|alto|alta|harto|harta|re|muchisimo|muchisima|tanto|tanta|un monton de|mazo de|cualquier] (${SCARY}) [o no]`,
  "(is|was|are|s) * [really|actually|that|so|it|as] (any good|good|worth (it|watching|seeing|a watch|my time)|bad|scary|boring|overrated|sad|funny|violent|gory|a good (movie|film)|great|decent|watchable)",
  "[is it|was it|it s|was] [really|actually] (any good|worth (it|watching|seeing|a watch))",
  "(should i|do i|would you|do you) (watch|see|bother with|recommend)",
  "(is it|was it) (good|bad|scary|any good|sad|funny)",
  "(how|hows|how s) (is|was|good is)",
  "(what do you think|your thoughts|thoughts|opinion|opinions|any thoughts) (of|about|on)",
  // All of it.
  "what (is|s) * about",
  "whats * about",
  "what (is|s) (it|this|that) about",
  "whats it about",
  "(what s|whats|what is|give me|tell me) [the] (plot|story|cast|synopsis|summary|storyline) [of]",
  "(info|information|details|something|anything|facts) (on|about|of)",
  "tell me (about|more about|something about)",
  "(hablame|cuentame|hableme|platicame|contame|dime|decime|digame) [algo|mas|un poco|todo|lo que sepas|que sabes|cosas] (de|sobre|acerca de)",
  "(que|q) (sabes|me dices|me cuentas|puedes decirme|me puedes decir|me puedes contar|informacion tienes|info tienes|datos tienes|sabeis|me podes decir) (de|sobre|acerca de)",
  "(quiero|quisiera|necesito|busco|dame|me das|pasame|tienes|tenes) [saber|conocer|ver] [la|el|los|mas|algo|algun] (info|informacion|datos|ficha|sinopsis|reparto|elenco|cast|detalles) (de|sobre|acerca de)",
  "(quiero|quisiera|me gustaria) saber (de|sobre|acerca de|mas de)",
  "(dime|decime|dame|pasame|mostrame|muestrame|enseñame) [la|el|los] (ficha|info|datos|sinopsis|reparto|elenco|informacion) [de]",
  "(conoces|conocen|conoceis|te suena|les suena|os suena) [la] [peli|pelicula|de]",
  "(has|han|habeis) visto [la] [peli|pelicula]",
];
