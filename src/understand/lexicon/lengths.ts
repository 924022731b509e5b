/** Words of how long films are, as minutes; folded phrases. Negated, a most becomes a least and the other way round. */
export const LENGTHS: readonly (readonly [minutes: { readonly min?: number; readonly max?: number }, phrases: readonly string[]])[] = [
  [{ max: 95 }, ["cortita[s]", "corta[s]", "cortito[s]", "cortica[s]", "cortico[s]", "corto[s]", "breve[s]", "que dure[n] poco", "poco larga[s]", "rapidita[s]", "short", "de corta duracion", "cortitita", "que no se haga larga", "que dure poquito"]],
  [
    { max: 120 },
    [
      "(que|q) no (dure[n]|sea[n]) (tanto|tan larga[s]|muy larga[s]|demasiado larga[s]|mucho|demasiado|larga[s])",
      "no [sea[n]|dure[n]] (muy|tan|demasiado) larga[s]",
      "ni muy larga[s]",
      "no muy larg(a|o)[s]",
      "not too long",
      "mas cort(a|ita)[s]",
      "shorter",
      "(que|q) dure[n] menos",
      "no dure tanto",
      "que no sea[n] eterna[s]",
      "que no sea un tocho",
    ],
  ],
  [
    { min: 150 },
    ["larga[s]", "largo[s]", "larguisima[s]", "larguisimo[s]", "bien larga[s]", "muy larga[s]", "long", "que dure[n] (mucho|bastante|un monton|harto)", "de larga duracion", "tochos", "tocho", "very long", "de esas largas", "interminable[s]", "eternas", "kilometrica[s]", "largota[s]"],
  ],
];
