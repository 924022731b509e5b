/** Orders by what films cost and made, as people say them, folded. */

/** How an order is asked for. */
export interface OrderPhrases {
  readonly order: string;
  readonly phrases: readonly string[];
  /** The same in the singular: "la más larga". */
  readonly one?: readonly string[];
}

const MONEY =
  "dinero|plata|lana|pasta|guita|billete|billetes|feria|luca|lucas|lukas|luka|taquilla|varo|varos|money|cash";
const MADE =
  "recaudo|gano|hizo|metio|vendio|facturo|recauda|gana|saco|ingreso|dio|dejo|genero|junto|produjo|cosecho|ha recaudado|ha ganado|ha hecho|ha dado|ha generado|ha sacado|haya recaudado|haya ganado|haya hecho|haya dado|haya sacado|habia ganado";
const MADE_MANY =
  "recaudaron|recaudan|ganaron|ganan|vendieron|hicieron|facturaron|facturan|sacaron|dieron|dejaron|generaron|ingresaron|han recaudado|han ganado|han hecho|han dado|han sacado|hayan recaudado|hayan ganado|hayan hecho|hayan dado";

const LITTLE =
  "poco|poquito|poquisimo|nada|casi nada|muy poco|re poco|bien poco|poca|poquisima|muy poca|dos pesos|cuatro duros|dos mangos|tres pesos|una miseria|menos|lo minimo";
/** What is said of a film that was cheap: with what follows, the best return. */
export const CHEAP: readonly string[] = [
  "[muy|re|bien|super] barat(a|o)[s]",
  "baratit(a|o)[s]",
  `[de|con|a|un] (bajo|bajisimo|poco|poquito|poquisimo|escaso|minimo|menos|menor|pequeño|misero|cero) (presupuesto|coste|costo)`,
  `[que|q] [haya|hayan|ha|han] cost(o|aron|aba|aban|ado) [tan] (${LITTLE}) [${MONEY}]`,
  `[que|q] [se|la|las] (hizo|hicieron|filmo|filmaron|rodo|rodaron) con [tan] (${LITTLE}) [${MONEY}|presupuesto]`,
  `(hecha|hechas|filmada|filmadas|rodada|rodadas) con [tan] (${LITTLE}) [${MONEY}|presupuesto]`,
  "low budget",
  "cheap [to make]",
  "small budget",
  "tiny budget",
  "micro budget",
];
const MUCH =
  "un monton|mucho|mucha|muchisimo|muchisima|millones|una fortuna|un dineral|un platal|un paston|una pasta|una millonada|un toco|un chorro|un huevo|un vagon|un pastizal|harto|harta|hartisimo|caleta|cualquier cantidad|a lo bestia|mas|tanto|tanta|todo|bastante";
/** What is said of a film that made much. */
export const PAID: readonly string[] = [
  `(${MADE}|${MADE_MANY}) [un|una] (${MUCH}) [de] [${MONEY}] [en taquilla|en el cine|en los cines|en cines]`,
  `(haya|hayan|ha|han) (ganado|recaudado|hecho|dado|sacado|generado|vendido) [un|una] (${MUCH}) [de] [${MONEY}] [en taquilla]`,
  "(fue|fueron|haya sido|hayan sido|ha sido|han sido) [un|una] (exito|exitazo|taquillazo|bombazo|pelotazo|exitos|taquillazos|exitos de taquilla|exito de taquilla)",
  "(la|lo) (rompio|rompieron|petaron|peto|reventaron|revento|partio|partieron)",
  "(reventaron|revento|rompio|rompieron|arrasaron|arraso|petaron|peto) [en] [la] taquilla",
  "(haya|hayan) (reventado|roto|petado|arrasado) [en] [la] taquilla",
  "(made|earned|grossed|making|earning) (a lot|a ton|tons|millions|bank|a fortune|lots|so much|loads|the most|a killing|big) [of] [money]",
  "(did|doing) well at the box office",
  `(que|q) mas [${MONEY}] (${MADE}|${MADE_MANY})`,
];
/** What may stand between the two. */
export const CHEAP_AND_PAID: readonly string[] =
  "y e pero and but para por siendo con que q that which igual despues luego al final lo a on la las peli pelis pelicula peliculas movie movies film films flick flicks mas".split(
    " ",
  );

export const MONEY_ORDERS: readonly OrderPhrases[] = [
  {
    order: "recaudacion",
    phrases: [
      "mas taquiller(a|o)s",
      "mas exitos(a|o)s [en taquilla]",
      `(que|q) mas [${MONEY}] (${MADE_MANY}) [en taquilla]`,
      "que mas (taquilla hicieron|entradas vendieron|han vendido|boletos vendieron|entradas han vendido)",
      "[por|con|de] [la] [mayor|mas] (recaudacion|taquilla)",
      "(mas|mayor) (recaudacion|taquilla|taquillazo)",
      "recaudacion mas alta",
      "(highest|top|biggest) (grossing|earning|grosser[s]|earner[s])",
      "(biggest|best) (box office|moneymaker[s])",
      "box office (hit[s]|champion[s]|record[s]|smash)",
      "(by|top) box office",
      "most successful",
      "taquiller(a|o)s",
      "taquillazo[s]",
      "por taquilla",
      "por recaudacion",
      "con mas recaudacion",
      "mayores recaudaciones",
      "(exitos|exitazos|records|record|bombazos|pelotazos) de taquilla",
      "(reventaron|rompieron|arrasaron|petaron|arrasaron en|petaron en) [la] taquilla",
    ],
    one: [
      "mas taquiller(a|o)",
      "mas exitos(a|o) [en taquilla]",
      `(que|q) mas [${MONEY}] (${MADE}) [en taquilla]`,
      `(${MADE}) (mas|la mayor) [cantidad de] (${MONEY}) [en taquilla]`,
      "(recaudo|facturo) mas",
      "que mas (entradas vendio|boletos vendio|entradas ha vendido)",
      "(mayor|mas grande) exito de taquilla",
      "(exito|exitazo|record|bombazo|pelotazo) de taquilla",
      "(revento|rompio|arraso|peto|arraso en|peto en) [la] taquilla",
      "(made|earned|grossed|makes) [the] most [money]",
      "con mas recaudacion",
    ],
  },
  {
    order: "retorno",
    phrases: [
      "mas rentables",
      "mas redituables",
      "que mas (rindieron|rinden|rindio) [para|por] [lo] [poco] [que] [costaron|costo]",
      "(mejor|mayor|mas) (retorno|rentabilidad|rendimiento) [de] [la|su] [inversion]",
      "con (mejor|mayor|mas) retorno",
      "most profitable",
      "por retorno",
      "(rindieron|rindio|rinden|rinde|gano|ganaron) mas por cada (dolar|peso|euro|duro|centimo) [invertido|gastado|que costo]",
      "por cada (dolar|peso|euro) (invertido|gastado)",
      "por rentabilidad",
      "(mejor|best) (inversion|return|roi) [on] [investment]",
      "(return on|highest|best) (investment|return|returns|roi)",
      "low budget hit[s]",
      "[most] [profitable] (relative to|compared to|in relation to|for) [its|their|the] (budget|cost|costs|budgets)",
      "relacion (costo|coste|presupuesto) (beneficio|ganancia|taquilla|recaudacion)",
      "(para|por|segun) lo (poco que costo|que costo|poco que costaron|que costaron|poco que se gasto)",
    ],
    one: [
      "mas rentable",
      "mas redituable",
      "mas retorno",
      "que mas (rindio|rentabilidad tuvo|retorno tuvo|renta)",
      "(que|q) mas [veces] (multiplico|recupero) [su|lo|la] (inversion|presupuesto|coste|costo|invertido)",
      "(mejor|mas) (negocio|rendidora)",
    ],
  },
  {
    order: "ganancia",
    phrases: [
      "con (mas|mayor|mayores) (ganancia|ganancias|beneficio|beneficios|utilidad|utilidades)",
      "que mas (ganancia|ganancias|beneficios|beneficio|utilidad|utilidades) [neta|netas|netos] (dieron|tuvieron|dejaron|generaron)",
      "por ganancia[s]",
      "(biggest|highest|most|largest) (profit[s]|net profit)",
      "por beneficio[s]",
      "mayor[es] (ganancia[s]|beneficio[s]|utilidad[es])",
    ],
    one: [
      "con mas ganancia",
      "que mas (ganancia|beneficio|utilidad)[s] [neta|netas|netos] (dio|tuvo|dejo|genero)",
    ],
  },
  {
    order: "presupuesto",
    phrases: [
      "mas (caras|caros|costosas|costosos) [de|en] [hacer|producir|rodar|filmar|realizar]",
      "mas (caras|caros|costosas|costosos) (jamas|nunca) (hechas|filmadas|rodadas|producidas)",
      "[con|de|por] [el] (mayor|mas|mayores|mas grande) presupuesto[s]",
      "presupuesto[s] mas (alto|grande|gordo|elevado|altos|abultado)[s]",
      "por presupuesto",
      "(most expensive|costliest|priciest) [to make]",
      "(biggest|highest|largest|huge|massive|big) budget[s]",
      "que mas (costaron|costo)",
      `(que|q) mas [${MONEY}] (costaron|gastaron)`,
      "cost the most [to make]",
    ],
    one: [
      "mas (car(a|o)|costos(a|o)) [de|en] [hacer|producir|rodar|filmar|realizar]",
      "mas (cara|costosa) (jamas|nunca) (hecha|filmada|rodada|producida)",
      "mas (cara|costosa) que (se ha hecho|se haya hecho|han hecho|se hizo|hayan hecho|se filmo|se ha rodado|se ha filmado)",
      `(que|q) mas [${MONEY}] costo [hacer|producir|rodar|filmar]`,
      `(costo|cuesta|costaba) mas [${MONEY}] [hacer|producir|rodar|filmar]`,
      `(que|q|en la que|en que) mas [${MONEY}] (gastaron|se gasto|se gastaron|invirtieron|metieron|se invirtio)`,
      `(gastaron|se gasto|se gastaron|invirtieron|metieron) mas [${MONEY}]`,
    ],
  },
];
