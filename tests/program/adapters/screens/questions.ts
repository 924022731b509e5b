/** What is asked on the screens: an answer of every form. */
export const QUESTIONS = [
  "pelicula el padrino",
  "recomendar el padrino",
  "votos cenicienta",
  "retorno titanic",
  "duracion el padrino",
  "director almodovar",
  "actor ricardo darin",
  "franquicia star wars",
  "plataforma maxima netflix",
  "descubrir genero=terror desde=1980 hasta=1989",
  "comparar el padrino, uno de los nuestros",
  "idioma español",
  "datos",
  "ayuda",
  "pelicula asdfqwerty",
] as const;
