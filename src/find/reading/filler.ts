/** Words around a title that say nothing about which film is meant. All folded; Spanish and English. */

/** Articles, prepositions and the like: part of many a title, but no reason to think of another film. */
const SMALL =
  "a al and by con de del e el en es esa ese esta este from fue in it la las lo los of o or para por que q the " +
  "un una unas uno unos with y";

const FILLER = new Set(
  [
    SMALL,
    // What it is.
    "peli pelis pelicula peliculas film films filme filmes movie movies cinta largometraje llama llamada titulada",
    "titulo entera completa online",
    // Politeness, and who is spoken to.
    "porfa porfis porfavor favor plis pls plz please xfa gracias thanks hola oye bot claqueta amigo bro tio",
    // How it is shown.
    "version edicion edition hd uhd 4k 3d 2d imax bluray dvd espanol castellano latino vose vos doblada subtitulada",
    "subtitulos subtitled dubbed extended extendida remastered remasterizada restaurada release re rerelease cut",
    "director directors montaje redux aniversario anniversary trailer vhs",
    // What is asked of it.
    "cuanto cuantos cuanta cuantas cual cuales como votos nota score puntuacion puntaje popularidad popular tiene",
    "tienen tuvo dura duracion recaudo retorno quiero ver veo busco buscar buscando dime dame ponme pon sobre",
    "recomienda recomiendame recomendar algo parecido parecida parecidas parecidos similar similares tipo estilo like",
  ].flatMap((words) => words.split(" ")),
);

/** Whether a folded word may stand beside any title. */
export function isFiller(word: string): boolean {
  return FILLER.has(word);
}

/** Only as whole phrases: "mi", "si" or "visto" alone may begin a title that we lack. */
const OPENING = new RegExp(
  `^(?:${[
    "(?:si |a mi )?(?:no )?(?:me|te|nos) (?:ha |han )?(?:gust|encant)(?:o|a|aba|ado)(?: mucho)?",
    "(?:ya )?(?:he|hemos) visto",
    "(?:acabo|acabamos|vengo) de ver",
    "(?:ayer|anoche|hoy) (?:vi|vimos)",
    "(?:vi|vimos) (?:ayer|anoche|hoy)",
    "mi (?:peli |pelicula )?favorita es",
    "(?:que|q) tal(?: esta| es)?",
    "de (?:que|q) (?:va|trata)",
    "(?:me )?(?:puedes|podrias) (?:buscar|decir|recomendar)",
    "(?:sabes|conoces|estoy buscando)",
  ].join("|")}) (?=.)`,
);

/** Without what people say before they name a film: "me gustó mucho", "acabo de ver". @param text folded */
export function withoutOpening(text: string): string {
  return text.replace(OPENING, "");
}
