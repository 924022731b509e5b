/** What people say that asks nothing of films, or nothing that can be answered; folded. */
import type { TalkKind, UnansweredKind } from "../../chat/contract.js";

/** The whole text, politeness aside, is one of these. */
export const TALK: Readonly<Record<Exclude<TalkKind, "other">, readonly string[]>> = {
  greeting: [
    "hola[s]", "holi[s]", "buenas [tardes|noches|dias]", "buenos dias", "buen dia", "hey", "hi", "hello", "good (morning|evening|afternoon|night)", "que (tal|hubo|onda|pasa|hay|mas)", "quiubo", "como (estas|andas|va|vas|te va|andan|estan|vamos)", "how are you [doing]", "what s up", "whats up", "sup", "ya llegue", "buenas", "saludos", "kaixo", "aupa", "epale", "alo", "estas ahi", "hay alguien [ahi]", "estas vivo", "hola (grupo|gente|chicos|bot|mundo|a todos)",
  ],
  thanks: [
    "[muchas|mil|muchisimas|ok|vale] gracias [a todos|genio|crack|maestro|bot|por todo|por la ayuda|por la recomendacion|igual]", "gracias", "te (lo agradezco|pasaste|luciste|luciste hoy)", "thank[s] [you|a lot|so much]", "thx", "ty", "muy amable", "se agradece", "grax", "mil gracias", "que grande [eres|sos]", "sos (un genio|lo mas|crack|grande)", "eres (un genio|el mejor|la mejor|un crack|lo maximo|grande|un sol)", "good bot", "buen bot", "te quiero [mucho]", "te amo", "un abrazo", "you re the best",
  ],
  farewell: [
    "adios", "chao", "chau", "hasta (luego|mañana|pronto|la proxima|otra)", "nos vemos [luego|mañana]", "bye [bye]", "good night", "me voy [a dormir|ya]", "buenas noches [a todos]", "see you [later]", "hasta nunca", "agur", "me piro",
  ],
  insult: [
    "[eres|sos|que|vaya|este|menudo|pinche|puto|maldito|puta|que bot mas|bot] [un|una|mas] [gran|pedazo de|puto|reputo] (gilipollas|idiota|tonto|tonta|imbecil|estupido|estupida|inutil|mierda|basura|pendejo|pendeja|boludo|pelotudo|pelotuda|subnormal|capullo|cabron|cabrona|mamon|hdp|hp|malparido|gonorrea|huevon|webon|weon culiao|culiao|conchetumare|ctm|tarado|payaso|retrasado|burro|bruto|zoquete|mongolo|asco|feo|una mierda|lento|malo)", "[eres|sos] (una mierda|un inutil|un asco|horrible|malisimo|un desastre)", "vete (a la mierda|alv|a la verga|al carajo|a la chingada|a tomar por culo|al demonio|a freir esparragos) [pinche bot]", "(la concha de tu madre|conchatumadre|concha tu madre|conchetumadre|hijo de puta|hijueputa|la puta que te pario|tu madre|tu vieja|chinga tu madre|me cago en tu|no sirves [para|pa] [nada]|no servis [para] [nada]|que malo eres|callate [ya|la boca]|calla [ya]|andate a la mierda|chupala|mamalo|me la pela|puto bot|pinche bot|bot de mierda|mierda de bot|fuck [you|off]|you suck|stupid bot|shut up|dumb|useless|idiot|no entiendes nada|no entendes (nada|un carajo))",
  ],
  feeling: [
    "(jaja|jajaj|jajaja|jajajaja|jajajajaja|jaj|haha|hahaha|jeje|jejeje|lol|xd|xdd|xddd|lmao|jsjs|jsjsjs|ajaja|ajajaja|wow|guau|ostras|hostia|joder|ufff|uff|buah|madre mia|no mames|no manches|que risa|que fuerte|que crack|me muero|que pena|vaya tela|ok|oki|okay|vale|dale|si|no|ya|aja|entiendo|perfecto|genial|bacan|bien|listo|claro|ah|oh|eh|mmm|de acuerdo|cool|nice|great|interesante|que bien|que guay|que mal|que chimba|me aburro|estoy (aburrido|aburrida|triste|cansado|cansada|feliz|solo|sola)|tengo (sueño|hambre|frio|sed)|que (sueño|hambre|calor|frio|aburrimiento|asco|lindo|bonito|dia))",
  ],
};

/** Anywhere in the text: it is about something else than films. Matched only where no title or filter explains it. */
export const OTHER_SUBJECTS: readonly string[] = [
  "receta[s] [de]", "tortilla", "capital de", "restaurante[s]", "clima", "weather", "forecast", "temperatura", "tiempo (hace|hara)", "llovera", "embarazo", "embarazada", "real madrid", "barcelona fc", "messi", "cristiano", "superclasico", "clasico [de futbol]", "partido [de hoy|de ayer]", "resultado del partido", "champions", "mundial [de futbol]", "prompt", "instrucciones [anteriores]", "ignora [todas]", "api key", "apikey", "you are now", "a partir de ahora eres", "act as", "bomba casera", "se hace una bomba", "chelas", "birras", "cerveza[s]", "tarea", "examen", "matematicas", "ecuacion", "raiz cuadrada", "traduce", "traduceme", "translate", "dolar [blue|hoy]", "euro hoy", "bitcoin", "cripto", "precio del", "vuelo[s] a", "hotel[es]", "hospital", "medico", "dolor de", "me duele", "novia te", "horoscopo", "signo", "are you (human|a bot|real|an ai|alive)", "eres (humano|humana|un bot|una ia|real|un robot|hombre o mujer|chatgpt)", "sos (humano|un bot|una ia|real)", "quien te (creo|hizo|programo)", "cuantos años tienes", "como te llamas", "de donde eres", "que hora es", "que dia es [hoy]", "what time is it", "cuanto es", "chiste", "joke", "cuentame un chiste", "elecciones", "presidente de", "politica de", "guerra de ucrania", "telefono", "movil", "no me (carga|funciona|anda|va|abre)", "wifi", "contraseña", "password", "token", "banea", "expulsa", "silencia", "admin", "spam", "vendo", "compro", "oferta", "promocion", "sorteo", "gratis por", "sexo", "porno", "nudes", "packs", "mi ex", "novio", "te casas", "casate", "jugamos", "lol ranked", "fortnite", "minecraft", "valorant", "videojuego nuevo", "musica de", "cancion de", "spotify",
];

/** Anywhere in the text: a question of a film, or of films, that no command answers. */
export const UNANSWERED: Readonly<Record<Exclude<UnansweredKind, "unknown">, readonly string[]>> = {
  trailer: ["trailer[s]", "teaser[s]", "avance [de]", "corto promocional"],
  showtimes: [
    "a que hora (echan|ponen|dan|pasan|es|dan|proyectan|empieza|hay)", "(horarios|cartelera|sesiones|funciones|sesion|showtimes|tickets|entradas|boletos|boleto) [de|para|for]", "(en que|que|cuales) cine[s] (echan|ponen|dan|pasan|esta|estan|la dan|la ponen|hay)", "(en que|en cuales) cine[s]", "(sigue|esta|estan|todavia esta) en (el cine|cines|cartelera|los cines|salas)", "que (hay|ponen|echan|dan|estrenan) (en el cine|en cines|hoy en el cine|en cartelera|en la tele|en la television|esta noche en la tele)", "(entrada|entradas|boleto|boletos|ticket) (para|de)", "cuanto cuesta (la entrada|el boleto|la boleta|el ticket)", "cinepolis", "yelmo", "cinemark", "cinesa", "cinemex", "hoyts", "playing near me", "in theaters", "in cinemas",
  ],
  awards: [
    "oscar[s|es]", "goya[s]", "ariel[es]", "(globo|globos) de oro", "golden globe[s]", "bafta[s]", "palma de oro", "premio[s]", "premi(ada|adas|ado)", "nominad(a|o|as|os)", "nominaciones", "academy award[s]", "award[s]", "emmy[s]", "gano (el|la|un|algun) (oscar|goya|premio|palma|oso|leon|concha|globo|condor|ariel)", "(ganaron|gano|won|win|wins) [el|un|an|the|any] (oscar|goya|premio|oscars|goyas)", "cannes", "festival de (venecia|berlin|san sebastian|cannes)", "platino[s]", "condor[es] de plata", "macondo[s]",
  ],
  download: [
    "descarga[r|rla|rme|s]", "torrent[s]", "(link|enlace|links|enlaces|magnet) [de|para|pa|del] [descarga|descargar|bajar|ver|verla]", "bajar[la|me|se]", "bajarmela", "download", "pirata", "cuevana", "pelisplus", "ver gratis", "ver online gratis", "gratis [online]", "(pasa|pasame|mandame|tienes) [el|un] link", "(mega|drive|telegram) link", "stremio", "online gratis", "for free",
  ],
  subtitles: ["subtitulo[s]", "subtitle[s]", "subs", "srt", "subtitulada[s] (disponible|hay)"],
  music: ["banda sonora", "soundtrack", "ost", "(quien|que) (canta|cancion|canciones|compuso|hizo la musica)", "musica de la peli", "que cancion (suena|sale|es)", "cancion (del final|de los creditos|de la peli)", "score de hans", "compositor", "who (composed|sings)", "what song", "theme song"],
  places: ["(donde|en que (lugar|pais|ciudad|sitio|pueblo|parte|castillo|playa)) (se (filmo|rodo|grabo|grabaron|rodaron|filmaron)|fue (filmada|rodada|grabada)|(filmaron|rodaron|grabaron|rodo|filmo)|esta (rodada|filmada))", "(localizaciones|locaciones|lugar de rodaje|filming locations)", "where (was|were) * (filmed|shot)", "donde (filmaron|rodaron|grabaron|se hizo)"],
  person: [
    "(cuantos años|que edad|cuanto mide|cuantas esposas|cuantos hijos|cuanto gana|cuanto cobra|cuanto dinero tiene|con quien (esta|sale|se caso|se casa|anda|salio)|donde (nacio|vive)|cuando (nacio|murio|cumple)|de que murio|sigue viv(o|a)|esta (muerto|muerta|casado|casada|vivo|viva|soltero|soltera)|es gay|(quien es|como se llama) (la esposa|el esposo|el marido|la mujer|la novia|el novio|la pareja|el hijo|la hija) de) [tiene]", "(age|height|net worth) of", "how (old|tall|rich) is", "(is|did) * (married|dead|alive|die)", "who is * (married to|dating)", "where was * born", "fortuna de", "signo de", "biografia de", "divorci(o|ado|ada)", "cumpleaños de", "instagram de",
  ],
  future: [
    "(cuando|que dia|para cuando) (sale|saldra|se estrena|estrenan|llega|viene|habra|sacan) [la] (proxima|nueva|siguiente|segunda temporada|temporada|tercera parte|secuela|continuacion)", "(proxima|siguiente) (peli|pelicula|entrega|temporada) (de|del)", "(habra|va a haber|van a hacer|haran|hay planes de|saldra) [una] (segunda parte|secuela|continuacion|otra temporada|parte 2|remake|nueva)", "cuando sale la proxima", "la proxima de", "(when is|when does) [the] next", "(upcoming|next) (movie|film|season)", "will there be a", "para cuando (la|el)", "confirmad(a|o) la (secuela|segunda)",
  ],
  scenes: [
    "(escena[s]|scene[s]) (post|poscreditos|postcreditos|despues de los creditos|extra|eliminada[s]|after|deleted|al final)", "(post credit[s]|postcredit[s]|post creditos|poscreditos|postcreditos|mid credits)", "(como|en que) (acaba|termina|muere)", "(muere|se muere) [al final]", "al final (muere|se muere|que pasa)", "(final|ending) (explicado|explained)", "explicame el final", "spoiler[s]", "(who|does * ) dies", "(frase|frases|quotes|quote|dialogo|guion|script) (de|from|del)", "(curiosidades|errores|gazapos|trivia|easter eggs) [de]", "en que minuto", "cuantos capitulos", "que marca es", "que coche", "(poster|afiche|cartel) en", "doblaje", "doblador[es]", "quien dobla", "voz de quien",
  ],
};

/** Of the answer before. */
export const MORE: readonly string[] = [
  "otr(a|o|as|os) [mas|distinta|diferente|opcion|opciones|peli|pelis|porfa]", "mas [opciones|pelis|peliculas|ideas|resultados|alternativas|recomendaciones|sugerencias|titulos]", "(dame|dime|tira|tirame|pasame|pasa|ponme|muestra|muestrame|mostrame|quiero|decime|a ver|tirate|echame|suelta|enseñame) [unas|una|algunas|un par] (otr(a|as|o|os)|mas|mas opciones|otra distinta|algunas mas) [opcion|opciones|mas]", "(siguiente[s]|next [page|one|ones]|pasa a la siguiente|la siguiente|la que sigue)", "(esa|esta|esas|estas|ese|ya|la) [peli] [ya] [la|las|no|me|no me] [he|hemos] (vi|visto|vimos|conozco|convence|convencen|gusta|gustan|gusto|mola|quiero|van|va|tengo vista|vista|llama|apetece|late)", "(ninguna|ninguno|nada de eso|no me) [de esas] [me] (convence|gusta|convencen|gustan|va|llama|late|mola)", "(no hay mas|hay mas|hay otras|tienes mas|tienes otras|alguna mas|algunas mas|que mas [hay|tienes])", "(another [one]|others|more [please|options|like that]|something else|anything else|show me more|give me (another|more)|i ve (already)? seen (it|that|them)|seen it|not that one|no esa|esa no|esas no|esa tampoco)", "la vi [ya]", "ya la (vi|he visto|tengo vista|conozco)", "ya las (vi|he visto)", "no me (convence|convencen|gusta|gustan|late|va|mola) [ninguna|esa]", "(cambia|cambiala|cambiame) [esa|de peli|la]", "alguna (otra|mas|distinta)", "(algo|alguna) (distinto|diferente|distinta)", "otra vez", "otra cosa", "sigue", "continua", "continue", "keep going",
];

/** "la segunda", "el 2": a place of the answer before. `last` counts from the end. */
export const PICKS: readonly (readonly [number: number, phrases: readonly string[]])[] = [
  [1, ["[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the) (primer(a|o)|1|1a|1ra|first [one]|uno|1ro)", "(number|numero|opcion|option|num|n) (1|uno|one)", "primera"]],
  [2, ["[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the) (segund(a|o)|2|2a|2da|second [one]|dos|2do)", "(number|numero|opcion|option|num|n) (2|dos|two)", "segunda"]],
  [3, ["[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the) (tercer(a|o)|3|3a|3ra|third [one]|tres|3ro)", "(number|numero|opcion|option|num|n) (3|tres|three)", "tercera"]],
  [4, ["[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the) (cuart(a|o)|4|4a|4ta|fourth [one]|cuatro|4to)", "(number|numero|opcion|option|num|n) (4|cuatro|four)", "cuarta"]],
  [5, ["[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the) (quint(a|o)|5|5a|5ta|fifth [one]|cinco|5to)", "(number|numero|opcion|option|num|n) (5|cinco|five)", "quinta"]],
];

/** Questions of the bot itself, by the command that answers. */
export const ABOUT_THE_BOT: Readonly<Record<string, readonly string[]>> = {
  ayuda: [
    "(que|q|k) [cosas|mas|todo] (sabes|sabeis|puedes|podes|podeis|sabe|puede|saben) (hacer|haces|responder|contestar|decirme)", "(que|q) (haces|puedo (pedirte|preguntarte|preguntar|pedir|hacer)|te puedo (pedir|preguntar)|comandos (hay|tienes)|sabes)", "(como|k como) (funcionas|funciona [esto|el bot]|te uso|se usa|te pregunto|va esto)", "(ayuda|help|ayudame|socorro|comandos|instrucciones|commands|menu)", "para que (sirves|servis|vales)", "what can you do", "how do (you|i) (work|use you|use this)", "what (commands|can i ask)",
  ],
  datos: [
    "(de cuando|como de actualizad|que tan actualizad|hasta (cuando|que año)) [a|o|as|os] (son|es|estan|llegan|van|tienes) [tus|los|la|tu|el] [datos|base de datos|catalogo|info|informacion]", "(de donde) (sacas|salen|sacais|vienen|son|obtienes) [los|tus|la] (datos|info|informacion|pelis|peliculas)", "(cuantas) (pelis|peliculas|titulos|films) (tienes|tenes|conoces|hay|sabes|tienen) [en total|en tu base [de datos]|en tu catalogo|en el catalogo]", "(que|cuales) datos (tienes|usas|tenes)", "(tus|los) datos", "estas (actualizado|al dia)", "how (many (movies|films) do you (know|have)|recent is your data|up to date are you|old is your data)", "where (do you get|does) your (data|info)", "fuente[s] de [tus] datos",
  ],
};
