/** Every command, in the order in which `/ayuda` lists them. */
import type { ActionHandler, Command } from "../src/chat/contract.js";
import { ayuda } from "./about/ayuda.js";
import { datos } from "./about/datos.js";
import { pregunta } from "./about/pregunta.js";
import { language } from "./actions/language.js";
import { grafico } from "./charts/grafico.js";
import { buscar } from "./discover/buscar.js";
import { comparar } from "./discover/comparar.js";
import { descubrir } from "./discover/descubrir.js";
import { recomendar } from "./discover/recomendar.js";
import { duracion } from "./film/duracion.js";
import { pelicula } from "./film/pelicula.js";
import { retorno } from "./film/retorno.js";
import { score } from "./film/score.js";
import { votos } from "./film/votos.js";
import { nocheAbrir } from "./night/commands/abrir.js";
import { nocheCuando } from "./night/commands/cuando.js";
import { nocheHistorial } from "./night/commands/historial.js";
import { nocheLleva } from "./night/commands/lleva.js";
import { nocheProponer } from "./night/commands/proponer.js";
import { nocheSugiere } from "./night/commands/sugiere.js";
import { nocheVer } from "./night/commands/ver.js";
import { nocheVino } from "./night/commands/vino.js";
import { nightActions } from "./night/panel/actions.js";
import { refrescar } from "./operators/refrescar.js";
import { actor } from "./people/actor.js";
import { director } from "./people/director.js";
import { franquicia } from "./people/franquicia.js";
import { productora } from "./people/productora.js";
import { dudosas } from "./personal/data/doubtful.js";
import { importar } from "./personal/data/importar.js";
import { oculto, olvido, datos as ownData, privacidad } from "./personal/data/privacidad.js";
import { vista as vistaButton } from "./personal/films/film-buttons.js";
import { nota } from "./personal/films/nota.js";
import { pendientes } from "./personal/films/pendientes.js";
import { valorar } from "./personal/films/valorar.js";
import { vista } from "./personal/films/vista.js";
import { pendiente } from "./personal/films/wanted.js";
import { gustos } from "./personal/tastes/gustos.js";
import { perfil } from "./personal/tastes/perfil.js";
import { servidor } from "./personal/tastes/servidor.js";
import { plataformaActor } from "./platforms/actor.js";
import { plataformaCantidad } from "./platforms/cantidad.js";
import { plataformaMaxima } from "./platforms/maxima.js";
import { plataformaPuntaje } from "./platforms/puntaje.js";
import { dia } from "./releases/dia.js";
import { idioma } from "./releases/idioma.js";
import { mes } from "./releases/mes.js";
import { pais } from "./releases/pais.js";
import { settingActions } from "./settings/actions.js";
import { ajustes } from "./settings/ajustes.js";

export const commands: readonly Command[] = [
  recomendar,
  descubrir,
  comparar,
  pregunta,
  pelicula,
  buscar,
  grafico,
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
  nocheVer,
  nocheAbrir,
  nocheProponer,
  nocheSugiere,
  nocheLleva,
  nocheCuando,
  nocheVino,
  nocheHistorial,
  valorar,
  vista,
  pendientes,
  perfil,
  gustos,
  servidor,
  importar,
  privacidad,
  datos,
  ajustes,
  ayuda,
];

/** For those who run the bot, and offered to nobody else. */
export const operatorCommands: readonly Command[] = [refrescar];

/** What buttons do that ask no question. */
export const actions: readonly ActionHandler[] = [
  language,
  ...settingActions,
  ...nightActions,
  nota,
  vistaButton,
  pendiente,
  ownData,
  oculto,
  olvido,
  dudosas,
];
