/** Spans of years as people say them, folded; `last` counts back from the newest year of the data. */
export const ERAS: readonly (readonly [years: { readonly from?: number; readonly to?: number; readonly last?: number }, phrases: readonly string[]])[] = [
  [{ from: 1920, to: 1929 }, ["años veinte", "los veinte", "the twenties"]],
  [{ from: 1930, to: 1939 }, ["treintera[s]", "[los|años] treinta[s]", "the thirties", "treintero[s]"]],
  [{ from: 1940, to: 1949 }, ["cuarentera[s]", "[los|años] cuarenta[s]", "the forties", "cuarentero[s]"]],
  [{ from: 1950, to: 1959 }, ["cincuentera[s]", "[los|años] cincuenta[s]", "the fifties", "cincuentero[s]"]],
  [{ from: 1960, to: 1969 }, ["sesentera[s]", "[los|años] sesenta[s]", "the sixties", "sixties", "sesentero[s]"]],
  [{ from: 1970, to: 1979 }, ["setentera[s]", "[los|años] setenta[s]", "the seventies", "seventies", "setentero[s]"]],
  [{ from: 1980, to: 1989 }, ["ochentera[s]", "[los|años] ochenta[s]", "the eighties", "eighties", "ochentero[s]", "ochentosa[s]", "ochentoso[s]"]],
  [{ from: 1990, to: 1999 }, ["noventera[s]", "[los|años] noventa[s]", "the nineties", "nineties", "noventero[s]", "noventosa[s]", "noventoso[s]"]],
  [
    { from: 2000, to: 2009 },
    ["dosmilera[s]", "[los|años] dosmil[es]", "los dos miles", "[los] dos mil", "dosmilero[s]", "noughties", "the (noughties|two thousands)", "dosmilenas", "los 2miles", "dosmiles"],
  ],
  [{ from: 2010, to: 2019 }, ["los dosmil diez", "los dos mil diez", "the (twenty tens|tens)", "decada pasada", "la decada pasada"]],
  [{ from: 2020, to: 2029 }, ["esta decada", "this decade", "los veinte de ahora"]],
  [{ from: 2001 }, ["[de] este siglo", "siglo (xxi|21)", "this century", "[del] siglo actual", "21st century"]],
  [{ to: 2000 }, ["siglo pasado", "siglo (xx|20)", "last century", "20th century"]],
  [{ from: 1936, to: 1959 }, ["cine de oro", "epoca de oro", "(la|de la) epoca de oro", "golden age"]],
  [{ last: 0 }, ["este año", "this year"]],
  [{ last: 1 }, ["año pasado", "last year"]],
  [{ to: 1979 }, ["antigua[s]", "antiguo[s]", "vieja[s]", "viejita[s]", "viejit(o|os)", "old", "clasicas antiguas", "old school", "de antes", "de las de antes"]],
];
