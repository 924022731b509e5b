/** What people say to the bot, or of its last answer; folded. */
import type { TalkKind } from "../../chat/contract.js";

/** The whole text, politeness aside, is one of these. */
export const TALK: Readonly<Record<Exclude<TalkKind, "other">, readonly string[]>> = {
  greeting: [
    "hola[s]",
    "holi[s]",
    "buenas [tardes|noches|dias]",
    "buenos dias",
    "buen dia",
    "hey",
    "hi",
    "hello",
    "good (morning|evening|afternoon|night)",
    "que (tal|hubo|onda|pasa|hay|mas|bola|lo que|fue|mas pues)",
    "klk",
    "asere que bola",
    "quiubo",
    "como (estas|andas|va|vas|te va|andan|estan|vamos)",
    "how are you [doing]",
    "what s up",
    "whats up",
    "sup",
    "ya llegue",
    "buenas",
    "saludos",
    "kaixo",
    "aupa",
    "epale",
    "alo",
    "estas ahi",
    "hay alguien [ahi]",
    "estas vivo",
    "hola (grupo|gente|chicos|bot|mundo|a todos)",
  ],
  thanks: [
    "[muchas|mil|muchisimas|ok|vale] gracias [a todos|genio|crack|maestro|bot|por todo|por la ayuda|por la recomendacion|igual]",
    "gracias",
    "te (lo agradezco|pasaste|luciste|luciste hoy)",
    "thank[s] [you|a lot|so much]",
    "thx",
    "ty",
    "muy amable",
    "se agradece",
    "grax",
    "mil gracias",
    "que grande [eres|sos]",
    "sos (un genio|lo mas|crack|grande)",
    "eres (un genio|el mejor|la mejor|un crack|lo maximo|grande|un sol)",
    "good bot",
    "buen bot",
    "te quiero [mucho]",
    "te amo",
    "un abrazo",
    "you re the best",
    "youre the best",
  ],
  farewell: [
    "adios",
    "chao",
    "chau",
    "hasta (luego|mañana|pronto|la proxima|otra)",
    "nos vemos [luego|mañana]",
    "bye [bye]",
    "good night",
    "me voy [a dormir|ya]",
    "buenas noches [a todos]",
    "see you [later]",
    "hasta nunca",
    "agur",
    "me piro",
  ],
  insult: [
    "[eres|sos|que|vaya|este|menudo|pinche|puto|maldito|puta|que bot mas|bot] [un|una|mas] [gran|pedazo de|puto|reputo] (gilipollas|idiota|tonto|tonta|imbecil|estupido|estupida|inutil|mierda|basura|pendejo|pendeja|boludo|pelotudo|pelotuda|subnormal|capullo|cabron|cabrona|mamon|hdp|hp|malparido|gonorrea|huevon|webon|weon culiao|culiao|conchetumare|ctm|tarado|payaso|retrasado|burro|bruto|zoquete|mongolo|asco|feo|una mierda|lento|malo)",
    "[eres|sos] (una mierda|un inutil|un asco|horrible|malisimo|un desastre)",
    "vete (a la mierda|alv|a la verga|al carajo|a la chingada|a tomar por culo|al demonio|a freir esparragos) [pinche bot]",
    "(la concha de tu madre|conchatumadre|concha tu madre|conchetumadre|hijo de puta|hijueputa|la puta que te pario|tu madre|tu vieja|chinga tu madre|me cago en tu|no sirves [para|pa] [nada]|no servis [para] [nada]|que malo eres|callate [ya|la boca]|calla [ya]|andate a la mierda|chupala|mamalo|me la pela|puto bot|pinche bot|bot de mierda|mierda de bot|fuck [you|off]|you suck|stupid bot|shut up|dumb|useless|idiot|no entiendes nada|no entendes (nada|un carajo))",
  ],
  feeling: [
    "(jaja|jajaj|jajaja|jajajaja|jajajajaja|jaj|haha|hahaha|jeje|jejeje|lol|xd|xdd|xddd|lmao|jsjs|jsjsjs|ajaja|ajajaja|wow|guau|ostras|hostia|joder|ufff|uff|buah|madre mia|no mames|no manches|que risa|que fuerte|que crack|me muero|que pena|vaya tela|ok|oki|okay|vale|dale|si|no|ya|aja|entiendo|perfecto|genial|bacan|bien|listo|claro|ah|oh|eh|mmm|de acuerdo|cool|nice|great|interesante|que bien|que guay|que mal|que chimba|me aburro|estoy (aburrido|aburrida|triste|cansado|cansada|feliz|solo|sola)|tengo (sueño|hambre|frio|sed)|que (sueño|hambre|calor|frio|aburrimiento|asco|lindo|bonito|dia))",
  ],
};

/** Of the answer before. */
export const MORE: readonly string[] = [
  "otri(ca|ta|co|to)[s]",
  "otr(a|o|as|os) [mas|distinta|diferente|opcion|opciones|peli|pelis|porfa]",
  "mas [opciones|pelis|peliculas|ideas|resultados|alternativas|recomendaciones|sugerencias|titulos]",
  "(dame|dime|tira|tirame|pasame|pasa|ponme|muestra|muestrame|mostrame|quiero|decime|a ver|tirate|echame|suelta|enseñame) [unas|una|algunas|un par] (otr(a|as|o|os)|mas|mas opciones|otra distinta|algunas mas) [opcion|opciones|mas]",
  "(siguiente[s]|next [page|one|ones]|pasa a la siguiente|la siguiente|la que sigue)",
  "(esa|esta|esas|estas|ese|ya|la) [peli] [ya] [la|las|no|me|no me] [he|hemos] (vi|visto|vimos|conozco|convence|convencen|gusta|gustan|gusto|mola|quiero|van|va|tengo vista|vista|llama|apetece|late)",
  "(ninguna|ninguno|nada de eso|no me) [de esas] [me] (convence|gusta|convencen|gustan|va|llama|late|mola)",
  "(no hay mas|hay mas|hay otras|tienes mas|tienes otras|alguna mas|algunas mas|que mas [hay|tienes])",
  "(another [one]|others|more [please|options|like that]|something else|anything else|show me more|give me (another|more)|i ve (already)? seen (it|that|them)|seen it|not that one|no esa|esa no|esas no|esa tampoco)",
  "la vi [ya]",
  "ya la (vi|he visto|tengo vista|conozco)",
  "ya las (vi|he visto)",
  "no me (convence|convencen|gusta|gustan|late|va|mola) [ninguna|esa]",
  "(cambia|cambiala|cambiame) [esa|de peli|la]",
  "alguna (otra|mas|distinta)",
  "(algo|alguna) (distinto|diferente|distinta)",
  "otra vez",
  "otra cosa",
  "sigue",
  "continua",
  "continue",
  "keep going",
];

/** What may stand before a place in the answer before. */
const PICKED =
  "[me quedo con|dame|quiero|ponme|elijo|info de|mas de|mas info de|cuentame de|y|abre|abreme|ver|pon] (la|el|the)";

/** A place by its ordinals, its figure and what stands alone for it. */
function place(ordinals: string, figures: string, alone: string): readonly string[] {
  return [`${PICKED} (${ordinals})`, `(number|numero|opcion|option|num|n) (${figures})`, alone];
}

/** "la segunda", "el 2": a place of the answer before, from 1. */
export const PICKS: readonly (readonly [number: number, phrases: readonly string[]])[] = [
  [1, place("primer(a|o)|1|1a|1ra|first [one]|uno|1ro", "1|uno|one", "primera")],
  [2, place("segund(a|o)|2|2a|2da|second [one]|dos|2do", "2|dos|two", "segunda")],
  [3, place("tercer(a|o)|3|3a|3ra|third [one]|tres|3ro", "3|tres|three", "tercera")],
  [4, place("cuart(a|o)|4|4a|4ta|fourth [one]|cuatro|4to", "4|cuatro|four", "cuarta")],
  [5, place("quint(a|o)|5|5a|5ta|fifth [one]|cinco|5to", "5|cinco|five", "quinta")],
];

/** Questions of the bot itself, by the command that answers. */
export const ABOUT_THE_BOT: Readonly<Record<string, readonly string[]>> = {
  ayuda: [
    "(que|q|k) [cosas|mas|todo] (sabes|sabeis|puedes|podes|podeis|sabe|puede|saben) (hacer|haces|responder|contestar|decirme)",
    "(que|q) (haces|puedo (pedirte|preguntarte|preguntar|pedir|hacer)|te puedo (pedir|preguntar)|comandos (hay|tienes)|sabes)",
    "(como|k como) (funcionas|funciona [esto|el bot]|te uso|se usa|te pregunto|va esto)",
    "(ayuda|help|ayudame|socorro|comandos|instrucciones|commands|menu)",
    "para que (sirves|servis|vales)",
    "what can you do",
    "how do (you|i) (work|use you|use this)",
    "what (commands|can i ask)",
  ],
  datos: [
    "(de cuando|como de actualizad|que tan actualizad|hasta (cuando|que año)) [a|o|as|os] (son|es|estan|llegan|van|tienes) [tus|los|la|tu|el] [datos|base de datos|catalogo|info|informacion]",
    "(de donde) (sacas|salen|sacais|vienen|son|obtienes) [los|tus|la] (datos|info|informacion|pelis|peliculas)",
    "(cuantas) (pelis|peliculas|titulos|films) (tienes|tenes|conoces|hay|sabes|tienen) [en total|en tu base [de datos]|en tu catalogo|en el catalogo]",
    "(que|cuales) datos (tienes|usas|tenes)",
    "(tus|los) datos",
    "hasta que (fecha|año) [llegan|tienes] [tus] [datos]",
    "estas (actualizado|al dia)",
    "how (many (movies|films) do you (know|have)|recent is your data|up to date are you|old is your data)",
    "where (do you get|does) your (data|info)",
    "fuente[s] de [tus] datos",
  ],
};
