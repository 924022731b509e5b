/** Every command, in the order in which `/ayuda` lists them. */
import type { Command } from "../src/chat/command.js";
import { actor } from "./actor.js";
import { ayuda } from "./ayuda.js";
import { datos } from "./datos.js";
import { dia } from "./dia.js";
import { director } from "./director.js";
import { mes } from "./mes.js";
import { recomendar } from "./recomendar.js";
import { score } from "./score.js";
import { votos } from "./votos.js";

export const commands: readonly Command[] = [
  recomendar,
  votos,
  score,
  actor,
  director,
  mes,
  dia,
  datos,
  ayuda,
];
