/** What the report counts, in the words of those who read it. */

import type { Words } from "../src/words.js";
import type { ReportCode, Severity } from "./report.js";

export const CODE_WORDS: Record<ReportCode, Words> = {
  "shifted-row": {
    es: "fila partida en dos por un salto de línea, unida con la anterior",
    en: "row broken in two by a line break, joined with the one before it",
  },
  "short-row": {
    es: "fila con menos campos que la cabecera: los que faltan son desconocidos",
    en: "row with fewer fields than the header: those missing are unknown",
  },
  "title-from-original": {
    es: "película sin título: vale el título original",
    en: "film without a title: its original title stands in",
  },
  "windows-1252": {
    es: "el archivo no está en UTF-8: se leyó como Windows-1252",
    en: "the file is not in UTF-8: it was read as Windows-1252",
  },
  "other-encoding": {
    es: "el archivo no está en UTF-8: se leyó con la codificación que se dice",
    en: "the file is not in UTF-8: it was read in the encoding that is told",
  },
  mojibake: {
    es: "letras que se habían leído en otra codificación («Ã©»): se pusieron como eran",
    en: 'letters that had been read in another encoding ("Ã©"): put back as they were',
  },
  "repeated-header": {
    es: "cabecera repetida entre las filas: no cuenta",
    en: "header once more among the rows: it does not count",
  },
  "duration-as-maturity": {
    es: "duración en el lugar de la clasificación por edades, puesta en el suyo",
    en: "duration in the place of the maturity rating, put into its own",
  },
  "small-letters": {
    es: "catálogo escrito todo en minúsculas: los nombres recuperan sus mayúsculas",
    en: "catalogue written in small letters throughout: names get their capitals back",
  },
  "crew-as-directors": {
    es: "equipo del que solo hay uno o dos nombres por película: son quienes la dirigen",
    en: "crew of which there are only one or two names a film: they are taken for who directed it",
  },
  scaled: {
    es: "notas en otra escala, pasadas a la del catálogo",
    en: "ratings on another scale, brought to the catalogue's",
  },
  "ratings-by-tmdb-id": {
    es: "valoraciones cuyos ids son los de TMDB y no los de MovieLens: así se leyeron",
    en: "ratings whose ids are TMDB's and not MovieLens': read so",
  },
  "file-in-parts": {
    es: "trozo de un archivo partido: se leyó como continuación del que se dice",
    en: "piece of a file that was split: read as going on with the one that is told",
  },
  "joined-rows": {
    es: "varias filas de la misma película en un archivo, unidas",
    en: "several rows of a film in one file, joined",
  },
  "same-films": {
    es: "archivo con películas que otro también tiene: se cuentan una vez; manda el que sabe más",
    en: "file with films that another has too: they count once; the one that knows more leads",
  },
  "ratings-in-parts": {
    es: "valoraciones en varias partes: cuentan todas",
    en: "ratings in several parts: all count",
  },
  "duplicate-film": {
    es: "película repetida: vale la que tiene más votos, completada con las demás",
    en: "film told more than once: the one with most votes counts, filled up from the others",
  },
  "duplicate-credits": {
    es: "más de un reparto de la misma película, unidos",
    en: "more than one cast of a film, joined",
  },
  "duplicate-keywords": {
    es: "más de una lista de palabras clave de la misma película, unidas",
    en: "more than one list of keywords of a film, joined",
  },
  "duplicate-platform-title": {
    es: "título de plataforma repetido: vale el primero",
    en: "platform title told more than once: the first one counts",
  },
  "bad-id": { es: "el id no es un número válido", en: "the id is no valid number" },
  "no-title": { es: "sin título", en: "without a title" },
  "shifted-row-alone": {
    es: "resto de una fila partida cuyo comienzo falta",
    en: "rest of a broken row whose beginning is missing",
  },
  "wrong-field-count": {
    es: "fila con más o menos campos que la cabecera",
    en: "row with more or fewer fields than the header",
  },
  "unterminated-quote": {
    es: "fila con una comilla que no se cierra; las siguientes se leyeron línea por línea",
    en: "row with a quote that is never closed; those after it were read line by line",
  },
  "cell-too-large": { es: "fila con una celda demasiado grande", en: "row with a cell that is too large" },
  "too-many-rows": {
    es: "el archivo tiene demasiadas filas: no se leyó más allá",
    en: "the file has too many rows: it was not read any further",
  },
  "bad-title-type": { es: "ni película ni serie", en: "neither a movie nor a series" },
  "bad-rating": {
    es: "valoración sin película o fuera de su escala",
    en: "rating without a film or outside its scale",
  },
  "bad-film": {
    es: "película mal escrita (se dice el campo y lo que tiene)",
    en: "film written wrongly (the field and what it holds are told)",
  },
  "bad-streaming-title": {
    es: "título de plataforma mal escrito (se dice el campo y lo que tiene)",
    en: "platform title written wrongly (the field and what it holds are told)",
  },
  "bad-json": {
    es: "JSON mal escrito o cortado (se dice dónde): guárdalo o descárgalo otra vez",
    en: "JSON written wrongly or cut short (where is told): save or download it again",
  },
  "bad-line": { es: "línea mal escrita", en: "line written wrongly" },
  "missing-column": {
    es: "falta una columna (se dice cuál, y de qué archivo conocido): no se usó el archivo",
    en: "a column is missing (which, and of which known file, is told): the file is not used",
  },
  "expands-too-far": {
    es: "el archivo crece demasiado al descomprimirse (¿bomba zip?): no se usó",
    en: "the file grows too much when it is unpacked (a zip bomb?): it is not used",
  },
  "too-large": { es: "archivo demasiado grande: no se usó", en: "file too large: it is not used" },
  encrypted: { es: "archivo cifrado: no se usó", en: "encrypted file: it is not used" },
  "unknown-compression": {
    es: "compresión desconocida: no se usó el archivo",
    en: "unknown compression: the file is not used",
  },
  "bad-archive": {
    es: "archivo comprimido dañado o incompleto: descárgalo otra vez",
    en: "damaged or incomplete archive: download it again",
  },
  "packed-too-deep": {
    es: "archivos comprimidos unos dentro de otros, demasiado hondo: deja solo los datos",
    en: "files packed inside one another, too deep down: leave only the data",
  },
  "foreign-format": {
    es: "formato que no se lee: guárdalo como CSV, Parquet, JSON o .xlsx (en pandas, df.to_csv)",
    en: "a format that is not read: save it as CSV, Parquet, JSON or .xlsx (in pandas, df.to_csv)",
  },
  "web-page": {
    es: "es una página web sin tablas y no datos: si la descarga falló, descárgalo otra vez",
    en: "it is a web page without tables and no data: if the download failed, download it again",
  },
  "lfs-pointer": {
    es: "es solo un puntero de Git LFS: ejecuta «git lfs pull»",
    en: 'it is only a pointer of Git LFS: run "git lfs pull"',
  },
  "not-text": {
    es: "no es texto ni un formato conocido: guárdalo como CSV, Parquet, JSON o .xlsx",
    en: "neither text nor a known format: save it as CSV, Parquet, JSON or .xlsx",
  },
  "damaged-file": {
    es: "archivo dañado o incompleto: guárdalo o descárgalo otra vez",
    en: "damaged or incomplete file: save or download it again",
  },
  "no-header": {
    es: "la primera fila es demasiado larga para ser una cabecera: no se usó el archivo",
    en: "the first row is too long to be a header: the file is not used",
  },
  unreadable: { es: "no se puede leer (¿permisos?)", en: "cannot be read (permissions?)" },
  "other-file": { es: "no es un archivo de datos", en: "no data file" },
  "outside-link": { es: "enlace que sale de la fuente", en: "link that leads out of the source" },
  "too-deep": { es: "carpeta demasiado profunda", en: "folder too deep down" },
  "too-many-files": {
    es: "demasiados archivos en la fuente o en un archivo comprimido: este no se leyó; deja solo los de datos",
    en: "too many files in the source or in an archive: this one was not read; leave only those with data",
  },
  "empty-file": { es: "archivo vacío", en: "empty file" },
  "unknown-header": {
    es: "cabecera desconocida (se dice qué columnas faltan y qué archivo conocido es el más parecido)",
    en: "unknown header (which columns are missing, and which known file is nearest, is told)",
  },
  "imdb-file": {
    es: "archivo de IMDb: su licencia no permite usarlo aquí",
    en: "file of IMDb: its licence does not allow its use here",
  },
  "unused-layout": { es: "archivo conocido que no hace falta", en: "known file that is not needed" },
  "same-file": {
    es: "archivo idéntico a otro: se leyó una vez",
    en: "file that is the same as another: it was read once",
  },
  "other-edition": {
    es: "otra edición del mismo catálogo: se usa la que sabe más",
    en: "another edition of the same catalogue: the one that knows more is used",
  },
  "movielens-without-link": {
    es: "películas de MovieLens de las que ningún links.csv dice cuál son en TMDB",
    en: "films of MovieLens of which no links.csv says which of TMDB's they are",
  },
  "imdb-without-link": {
    es: "películas con id de IMDb y sin el de TMDB, de las que ninguna otra fuente dice cuál son: añade data/starter o un links.csv",
    en: "films with IMDb's id and without TMDB's, of which no other source says which they are: add data/starter or a links.csv",
  },
  "title-without-film": {
    es: "películas sin id cuyo título y año no son de una sola película de las otras fuentes",
    en: "films without an id whose title and year are not those of one film of the other sources",
  },
  "facts-without-film": {
    es: "datos de películas que ninguna fuente nombra",
    en: "facts of films that no source names",
  },
  "credits-without-title": {
    es: "repartos de títulos de plataforma que no están",
    en: "credits of platform titles that are not there",
  },
  "own-list": {
    es: "lista personal de películas vistas o puntuadas: se importa en el chat con /importar",
    en: "somebody's own list of films seen or rated: it is imported in the chat with /importar",
  },
  "series-row": {
    es: "filas de series entre las películas: no se usan",
    en: "rows of series among the films: they are not used",
  },
  "crew-without-jobs": {
    es: "equipo del que no se dice qué hizo cada uno: no se usa",
    en: "crew of which nobody says who did what: it is not used",
  },
  "unknown-json": { es: "JSON que no es del catálogo", en: "JSON that is no catalogue" },
  "withdrawn-film": {
    es: "película que TMDB ha retirado",
    en: "film that TMDB has withdrawn",
  },
  "unknown-theme-keyword": {
    es: "palabra clave de nuestros temas que ninguna película lleva",
    en: "keyword of our themes that no film bears",
  },
  "unknown-platform": {
    es: "catálogo o filas de una plataforma que ni el archivo ni una columna dicen (amazon, disney, hulu, netflix)",
    en: "catalogue or rows of a platform that neither the file nor a column says (amazon, disney, hulu, netflix)",
  },
  "smaller-ratings": {
    es: "valoraciones sin usar: son parte de las de otro archivo",
    en: "ratings not used: they are part of another file's",
  },
  "starter-streaming-unused": {
    es: "selección de una plataforma sin usar: otra fuente tiene su catálogo",
    en: "selection of a platform not used: another source has its catalogue",
  },
  "ratings-without-film": {
    es: "valoraciones de una película que no está",
    en: "ratings of a film that is not there",
  },
  "credits-without-film": {
    es: "reparto de una película que no está",
    en: "credits of a film that is not there",
  },
  "keywords-without-film": {
    es: "palabras clave de una película que no está",
    en: "keywords of a film that is not there",
  },
  "of-other-films": {
    es: "archivo del que ninguna fila es de una película de las fuentes: ¿es de otro conjunto?",
    en: "file of which no row is of a film of the sources: is it of another dataset?",
  },
  "archive-cut": {
    es: "el zip está cortado: se leyó lo que hay; descárgalo otra vez",
    en: "the zip is cut short: what is there was read; download it again",
  },
  truncated: {
    es: "el archivo está cortado: valen las filas completas de antes",
    en: "the file is cut short: the complete rows before are used",
  },
  corrupt: {
    es: "el archivo está dañado: valen las filas de antes",
    en: "the file is damaged: the rows before are used",
  },
  "late-column": {
    es: "campo que falta en los primeros registros: no se leyó",
    en: "field that the first records lack: it was not read",
  },
  "cut-cell": {
    es: "celda que el programa que la mostró cortó («…»): desconocida; guarda la tabla con to_csv",
    en: 'cell that was cut short by the program that showed it ("…"): unknown; save the table with to_csv',
  },
  "left-out": {
    es: "filas que el programa que mostró la tabla dejó fuera («...»): guárdala con to_csv",
    en: 'rows that the program that showed the table left out ("..."): save it with to_csv',
  },
  "list-left-out": {
    es: "lista que está junto a la que se leyó: no se leyó; guárdala en un archivo propio",
    en: "list that stands beside the one that was read: it was not read; save it to a file of its own",
  },
  "stray-quotes": { es: "comillas mal puestas dentro de una celda", en: "quotes out of place in a cell" },
  "not-utf8": {
    es: "letra que no es UTF-8 (se leyó como Windows-1252), o que ya venía perdida",
    en: "letter that is no UTF-8 (it was read as Windows-1252), or was lost before",
  },
  "bad-nested-cell": {
    es: "lista ilegible o cortada: falta lo que no se pudo leer",
    en: "unreadable or cut list: what could not be read of it is missing",
  },
  "lost-list-item": {
    es: "parte de una lista sin nombre o sin sentido: falta",
    en: "part of a list without a name or sense: it is missing",
  },
  "bad-number": {
    es: "número ilegible, dudoso o imposible: es desconocido",
    en: "unreadable, doubtful or impossible number: it is unknown",
  },
  "bad-flag": { es: "ni sí ni no: vale no", en: "neither yes nor no: taken for no" },
  "doubtful-date": {
    es: "fecha que puede ser día/mes o mes/día: solo vale el año",
    en: "date that may be day/month or month/day: only its year counts",
  },
  "bad-date": {
    es: "fecha ilegible o imposible: es desconocida",
    en: "unreadable or impossible date: it is unknown",
  },
  "bad-duration": { es: "duración ilegible: es desconocida", en: "unreadable duration: it is unknown" },
  "theme-name-shared": {
    es: "nombre que comparten varios temas: vale el primero",
    en: "name that several themes share: the first one counts",
  },
};

export const SEVERITY_WORDS: Record<Severity, Words> = {
  repaired: { es: "Arreglado", en: "Repaired" },
  merged: { es: "Unido", en: "Merged" },
  refused: { es: "Rechazado", en: "Refused" },
  "left-alone": { es: "Sin usar", en: "Left alone" },
  warning: { es: "Atención", en: "Note" },
};

/** What a file was read as. */
export const KIND_WORDS: ReadonlyMap<string, Words> = new Map([
  ["movies", { es: "películas", en: "films" }],
  ["credits", { es: "repartos", en: "credits" }],
  ["credits-rows", { es: "repartos, una persona por fila", en: "credits, a person a row" }],
  ["keywords", { es: "palabras clave", en: "keywords" }],
  ["facts-rows", { es: "datos de películas, uno por fila", en: "facts of films, one a row" }],
  ["thing-names", { es: "nombres de los ids de otras tablas", en: "names of the ids of other tables" }],
  ["links", { es: "enlaces", en: "links" }],
  ["ratings", { es: "valoraciones", en: "ratings" }],
  ["movielens-films", { es: "películas de MovieLens", en: "films of MovieLens" }],
  ["platform-titles", { es: "catálogo de plataforma", en: "platform catalogue" }],
  ["tmdb", { es: "películas de TMDB", en: "films of TMDB" }],
  ["labels", { es: "títulos de Wikidata", en: "titles of Wikidata" }],
  ["starter-films", { es: "películas de nuestro catálogo", en: "films of our catalogue" }],
  ["starter-ids", { es: "ids de nuestro catálogo", en: "ids of our catalogue" }],
  [
    "starter-streaming",
    { es: "títulos de plataforma de nuestro catálogo", en: "platform titles of our catalogue" },
  ],
  ["other-languages", { es: "títulos en otros idiomas", en: "titles in other languages" }],
  ["people-names", { es: "nuestros nombres de gente del cine", en: "our names of film people" }],
  ["spanish-titles", { es: "nuestros títulos en español", en: "our Spanish titles" }],
  ["company-groups", { es: "nuestros grupos de productoras", en: "our groups of companies" }],
  ["universes", { es: "nuestros universos", en: "our universes" }],
  ["franchise-names", { es: "nuestros nombres de sagas", en: "our names of franchises" }],
  ["themes", { es: "nuestros temas", en: "our themes" }],
]);
