/** What stands between a title and what is told of the film beside it; and words that tell which film of that title. */

/** "…, la de Javier Gutiérrez", "…, la chilena", "… con Al Pacino": what follows tells of the film and names none. */
export const OPENERS: readonly string[] = [
  "[o sea|digo|pero] (la|el|esa|ese|aquella|una|the) [peli|pelicula|film|version|adaptacion|remake|cinta|que es] (de|del|que|con|donde|en la que|en que|version|basada|dirigida|protagonizada|hecha|by|with|from|about|starring|where)",
  "[o sea|digo|pero] (la|el|esa|ese|aquella|the|una) [peli|pelicula|version] (nueva|nuevo|vieja|viejo|viejita|antigua|antiguo|original|primera|primer|segunda|tercera|ultima|clasica|reciente|animada|muda|musical|new|old|original|first|one|latest|moderna|actual|coreana|gringa|americana|española|mexicana|argentina|chilena|colombiana|peruana|uruguaya|francesa|italiana|japonesa|inglesa|alemana|brasileña|brasilera|cubana|venezolana|dominicana|rusa|china|danesa|sueca|noruega|iraní|turca|india|animated|french|korean|japanese|italian|spanish|mexican|british|american)",
  "(version|remake|adaptacion) (de|del|nueva|vieja|original|animada|live action)",
  "(version|remake) original",
  "(live action|carne y hueso|en dibujos|de dibujos|animada)",
];

/** "… con Al Pacino", "… de Coppola": only where somebody, a country or a time follows. */
export const JOINERS: readonly string[] = [
  "(con|with|starring|by|from|protagonizada por|dirigida por|directed by|de|del|del director|de la directora|del actor|con el actor|con la actriz|hecha por|hecha en)",
];

/** Words that tell which of several films of a name is meant, kept beside the title where it is looked for. */
export const WHICH: readonly string[] = [
  "(la|el|esa|the) [mas] (nueva|nuevo|vieja|viejo|viejita|antigua|antiguo|original|clasica|ultima|reciente|moderna|actual|new|old|older|newest|latest|classic)",
  "(la|el) (primera|segunda|tercera|cuarta|quinta|primer|segundo|tercer)",
  "de (antes|ahora)",
  "[de|en] (animada|animado|dibujos|dibujitos|dibujos animados|muñequitos|monitos|comiquitas|caricaturas|animated)",
  "[en|de] (live action|carne y hueso|accion real|actores reales|personas reales)",
];
