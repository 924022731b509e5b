/** Every command, in the order in which `/ayuda` lists them. */
import type { Command } from "../src/chat/command.js";
import { actor } from "./actor.js";
import { ayuda } from "./ayuda.js";
import { buscar } from "./buscar.js";
import { datos } from "./datos.js";
import { dia } from "./dia.js";
import { director } from "./director.js";
import { duracion } from "./duracion.js";
import { franquicia } from "./franquicia.js";
import { idioma } from "./idioma.js";
import { mes } from "./mes.js";
import { pais } from "./pais.js";
import { pelicula } from "./pelicula.js";
import { plataformaActor } from "./plataforma-actor.js";
import { plataformaCantidad } from "./plataforma-cantidad.js";
import { plataformaMaxima } from "./plataforma-maxima.js";
import { plataformaPuntaje } from "./plataforma-puntaje.js";
import { productora } from "./productora.js";
import { recomendar } from "./recomendar.js";
import { refrescar } from "./refrescar.js";
import { retorno } from "./retorno.js";
import { score } from "./score.js";
import { votos } from "./votos.js";

export const commands: readonly Command[] = [
  recomendar,
  pelicula,
  buscar,
  votos,
  score,
  duracion,
  retorno,
  actor,
  director,
  franquicia,
  productora,
  pais,
  idioma,
  mes,
  dia,
  plataformaCantidad,
  plataformaMaxima,
  plataformaPuntaje,
  plataformaActor,
  datos,
  ayuda,
];

/** For those who run the bot, and offered to nobody else. */
export const operatorCommands: readonly Command[] = [refrescar];
