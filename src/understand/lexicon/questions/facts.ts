/** What is asked of one film, folded; the film's title is what is left of the text. */
import { CARD } from "./card.js";

export interface FactPhrases {
  /** Name of the command that tells it. */
  readonly command: string;
  readonly phrases: readonly string[];
}

const MONEY =
  "pasta|lana|guita|plata|dinero|feria|billete|billetes|varo|varos|luca|lucas|lukas|money|platita|baro|mosca|biyuya|chavos|cuartos|tela|pelas|cash|dolares|euros|pesos|millones";
const EARNED =
  "recaudo|recaudaron|recaudaba|recaudado|gano|ganaron|hizo|hicieron|saco|sacaron|junto|juntaron|facturo|genero|genera|ingreso|vendio|perdio|perdieron|cobro|dejo|dieron|dio|levanto|embolso|se llevo|se embolso|ha recaudado|ha ganado|ha hecho|ha sacado|lleva recaudado|lleva|ha dejado";
const SPENT =
  "costo|cuesta|costaria|costaba|costado|gastaron|gasto|se gastaron|se gasto|han gastado|invirtieron|invirtio|se invirtio|metio|metieron|le metieron|pusieron|valio|fue lo que costo|salio|se ha gastado|ha costado|les costo|le costo";
const LASTS =
  "dura|dure|duraba|duran|durara|duro|tiempo dura|tiempo duraba|tiempo es|tiempo tiene|demora|tarda|rato dura|rato es|mide";

export const FACTS: readonly FactPhrases[] = [
  {
    command: "duracion",
    phrases: [
      `[como|mas o menos|aprox] cuanto (${LASTS}) [mas o menos|aprox|aproximadamente|en total]`,
      "[como|mas o menos] (cuantas horas|cuantos minutos|cuanto tiempo|cuantos min|cuanta hora) [y minutos] [mas o menos|en total] [dura|duran|duraba|tiene|tienen|son|es|hay|durara|trae|de duracion]",
      "(que|cual es la|cual es su|cual seria la|dime la|dame la) duracion [total|exacta] [tiene|de|es]",
      "duracion [total|exacta] [de]",
      "tiempo de (duracion|metraje)",
      "(metraje|minutaje) [total] [de]",
      "de (cuanto tiempo|cuanto|cuantas horas|cuantos minutos) es",
      "(como de|que tan|q tan|cuan|como de de) (larga|largo|extensa) (es|sera)",
      "(es|sera|se hace|era) [muy|tan|demasiado|bastante|re|super] (larga|largo|larguisima|corta|cortita|cortisima|eterna|extensa)",
      "how long",
      "how long (is|does|was|s)",
      "how many (minutes|hours) [is|long]",
      "[what s|what is|whats|the] (runtime|run time|running time|length) [of]",
      "(is|are) * [really|that|very|too|so] [hours|minutes|half] long",
      "(is|are) * [really|almost|over|like|more|less] [than] (2|3|4|two|three|four) [and a half] hours [long]",
      "(hours|minutes) long",
      "how lengthy is",
      "cuanto me (dura|va a durar)",
      "dura [mas|menos] [de] (mucho|poco|bastante|demasiado|tanto)",
      "dura [mas|menos] [de] (1|2|3|4|una|dos|tres|cuatro) hora[s] [y media]",
      "(llega|pasa) [a|de] [las] (2|3|4|dos|tres|cuatro) horas",
    ],
  },
  {
    command: "retorno",
    phrases: [
      `[como] cuant(o|a|os|as) [${MONEY}] [dinero] (${EARNED}|${SPENT}) [a] [hacer|hacerla|producir|producirla|rodar|rodarla|filmar|filmarla] [de] [en hacer|en hacerla|en producirla|en taquilla|de taquilla|en la taquilla|en [el|los] cine[s]|en salas|en total|mundialmente|en [todo] el mundo|a nivel mundial]`,
      `cuant(o|a|os|as) (${MONEY})`,
      "cuanto le[s] (costo|costaria|salio) a * (hacer|producir|rodar|filmar)[la]",
      "en (los|el) cine[s]",
      "(que|cual es el|cual fue el|cual era el|de cuanto fue el) [fue] (presupuesto|retorno|coste|costo) [tuvo|tiene|fue|de|tenia|manejo]",
      "(recaudacion|presupuesto|taquilla|retorno|ganancia|ganancias|beneficio|beneficios|coste|costo) [total|mundial|en el mundo|en taquilla] [de|tuvo|de la|que tuvo]",
      "(que|cual fue la|cual es la|de cuanto fue la|cuanta|cuanto) (recaudacion|taquilla|presupuesto) [mundial|total] [tuvo|hizo|tenia|saco|de|tiene]",
      "(presupuesto y [la] recaudacion|recaudacion y [el] presupuesto) [de]",
      "(fue|es|era|salio|resulto) [muy|tan] (rentable|taquillera|un negocio|negocio|cara|carisima|barata)",
      "(le fue|como le fue|le fue bien|como le fue a|que tal le fue|le fue mal|como le ha ido|le ha ido bien) [a] en [la] taquilla",
      "(como le fue|que tal le fue|como anduvo|que tal anduvo|como funciono|que tal funciono) [a] [en] [taquilla|cines|el cine|la taquilla]",
      "(fracaso|petardazo|exito|fue un exito|fue un fracaso|exitazo|batacazo) (en|de) [la] taquilla",
      "(la peto|la rompio|arraso|triunfo|reviento|pego|se estrello|pincho|se pego un batacazo) [en] [la] [taquilla]",
      "how much (money|cash) [did|has]",
      "how much (did|has|have|does|was|were) * (make|made|cost|earn|earned|gross|grossed|take|bring in|rake in|pull in|lose|budget|spent|spend) [to make|at the box office|worldwide|in theaters|in cinemas|in total|domestically]",
      "how much did",
      "did * (make|lose|earn) [any|a lot of|its|their] money [back]",
      "(make|made|lose|lost) [any|its|a lot of|much] (money|money back)",
      "[what was|what s|whats|what is] [the] (budget|box office|gross|budget and box office|box office numbers) (of|for|on)",
      "how much (money|it cost|did it cost|it made|did it make)",
      "(at the|worldwide) box office",
      "box office",
      `perdio (${MONEY})`,
      `(gano|hizo|dio|genero) [mucha|mucho|harta|harto] (${MONEY})`,
      "(was|is) * a [big|huge|box office|total] (flop|hit|bomb|success|failure)",
      "did * (flop|bomb|do well|do good|break even)",
      "a (flop|box office hit|box office bomb|box office success)",
      "cuanto (taquilla|recaudo|costo|gano|hizo)",
      "costo (mucho|cara|caro|poco)",
      "(recaudo|recaudaron|gano) (bien|mucho|mal|poco|algo|lo suficiente)",
      `(recuperaron|recupero|recuperar) [lo invertido|la inversion|lo que costo|[la] (${MONEY})]`,
      "fue [un] (fracaso|exito)",
      "(ganancias|perdidas) (tuvo|dejo|dio)",
    ],
  },
  {
    command: "votos",
    phrases: [
      "(que|cual es la|cual es el|cual es su|dime la|dame la|dame el) (nota|calificacion|puntuacion|puntaje|valoracion|rating|nota media|score|nota promedio|ranking) [tiene|le ponen|le dan|saca|lleva|tuvo|tendra|le dieron|le pusieron|le da la gente|le pone la gente|de|del|promedio]",
      "(nota|calificacion|puntuacion|puntaje|valoracion|rating|valoraciones|calificaciones) [media|promedio|en imdb|imdb|de imdb] [de|tiene|del|que tiene]",
      "(que|cuantos|cuantas) (votos|estrellas|puntos) [tiene|le dan|de|le ponen|saca|lleva|le dieron]",
      "votos [de|tiene]",
      "(como|que tan|que tan bien|como de bien) [esta] (calificada|valorada|puntuada|rankeada|evaluada|votada)",
      "tiene (buen|mal) (score|rating|puntaje)",
      "tiene (buena|mala) (nota|puntuacion|calificacion|valoracion)",
      "(esta|estaba) (bien|mal) (calificada|valorada|puntuada|evaluada)",
      "(que|cuanto) (nota|puntaje) [tiene]",
      "[what s|what is|whats|the] (rating|score|ratings) (of|for)",
      "(s|is|its|imdb) (rating|ratings|score)",
      "(rating|ratings)",
      "how (many votes|well rated|highly rated|well reviewed) [is|does|has|did]",
      "(cuanto|que) (puntua|le ponen|le dan|le dieron|saca) [de nota|en imdb]",
      "(en|segun) imdb",
    ],
  },
  {
    command: "score",
    phrases: [
      "(que|como de|cuan|q) [tan] (popular|famosa|conocida) (es|fue|era)",
      "popularidad [de]",
      "how (popular|famous) (is|was)",
      "es [muy|tan] (popular|famosa|conocida)",
    ],
  },
  { command: "pelicula", phrases: CARD },
];
