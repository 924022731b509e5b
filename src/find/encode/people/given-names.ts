/** Given names that go by another: somebody is billed with one and looked for with the other. */

/** Each short form with the names it stands for, in English and in Spanish. */
const SHORT_FORMS = `
  abby abigail, adri adriana adrian, al albert alfred alan alejandro alberto, ale alejandro alejandra,
  alejo alejandro, aleks aleksandr, alex alexander alexandra alexis alejandro, alfre alfredo,
  andy andrew andrea, angie angelina angela, anita ana, antoñito antonio, arnie arnold, art arthur,
  barb barbara, bart bartholomew, bea beatriz, becky rebecca, ben benjamin, benny benjamin benedict bernard, bernie bernard,
  bert albert robert, berto alberto roberto, bess elizabeth, beth elizabeth, beto alberto roberto,
  bette elizabeth, betty beatriz, betty elizabeth, bill william, billy william, bob robert, bobby robert,
  brad bradley, burt burton, carlitos carlos, carmencita carmen, cat catherine, catalina catherine,
  cate catherine, cathy catherine, chabela isabel, charlie charles, charo rosario, chavela isabel,
  chayo rosario, chelo consuelo, chema jose_maria, chente vicente, chepe jose,
  chris christopher christian christina, chucho jesus, chuck charles, chus jesus maria_jesus, cindy cynthia,
  concha concepcion, conchita concepcion, cris cristina, curro francisco, dan daniel, dani daniel daniela,
  danny daniel, dave david, deb deborah, debbie deborah, debra deborah, di diane diana, dick richard,
  dirk derek, don donald, dot dorothy, dottie dorothy, doug douglas, drew andrew, ed edward eduardo,
  eddie edward edgar eduardo, edu eduardo, ellie eleanor ellen, ema emma, ernie ernest, fede federico,
  fer fernando fernanda, fito adolfo, fran frances francis francisco, frank francis franklin,
  fred frederick alfred, freddie frederick, gabby gabrielle, gabi gabriel gabriela, gabo gabriel,
  gene eugene, geoff geoffrey, gerry gerard, ginny virginia, gonza gonzalo, goyo gregorio, greg gregory,
  guille guillermo, guillermito guillermo, gus augustus, gus gustavo, hal harold, hank henry,
  harry harold henry, hattie harriet, isa isabel, jack john, jackie jacqueline, jake jacob, jamie james,
  jan janet, javi javier, jeff jeffrey, jen jennifer, jenny jennifer, jerry jerome gerald, jess jessica,
  jessie jessica, jim james, jimmy james, jo josephine joanna, joe joseph josephine, joey joseph,
  john jonathan, johnny john jonathan, jon jonathan, jony john, joselito jose, josh joshua, juancho juan,
  juanito juan, juanjo juan_jose, juanma juan_manuel, jude judith, judy judith,
  kate katherine catherine katharine, kathy katherine kathleen katharine, katie katherine, katy katherine,
  ken kenneth, kenny kenneth, kike enrique, kiko francisco enrique, kim kimberly, kit christopher,
  kris kristofer kristoffer kristen, lalo eduardo, larry lawrence laurence, laurie lawrence, len leonard,
  lena helena, leni helene, leo leonardo leonard, les leslie, leti leticia, liz elizabeth, lizzie elizabeth,
  lola dolores, loles dolores, lolita dolores, lou louis, lucho luis, luisito luis, lupe guadalupe,
  lupita guadalupe, maggie margaret, maite maria_teresa, manny manuel emmanuel, manolito manuel,
  manolo manuel, manu manuel, marge margaret, mari maria, mariajo maria_jose, maribel maria_isabel,
  marijo maria_jose, marisa maria_luisa, marty martin, mat matthew, matt matthew, mau mauricio,
  max maximilian, mayte maria_teresa, meg margaret, mel melvin, memo guillermo, merche mercedes,
  mick michael, mickey michael, micky miguel, miguelito miguel, mike michael, milly millicent, moe moses,
  moncho ramon, monse montserrat, montse montserrat, monty montgomery, nacho ignacio, nan nancy,
  nando fernando, nat nathaniel natalie, nate nathan nathaniel, nati natividad natalia, nell eleanor,
  neto ernesto, nic nicolas nicholas, nick nicholas nicolas, nicky nicholas nicole, nico nicolas,
  nikki nicole, ollie oliver, pablito pablo, paca francisca, pachi francisco, paco francisco, pam pamela,
  pancho francisco, pat patrick patricia, patri patricia, patty patricia, pe penelope, pedrito pedro,
  peg margaret, pepa josefa maria_jose, pepe jose jose_luis jose_maria, pepito jose, perico pedro, pete peter,
  phil philip phillip, pilarin pilar, pili pilar, pocho alfonso, poncho alfonso, quino joaquin,
  quique enrique, rafa rafael, ramoncito ramon, ray raymond, reggie reginald, ric richard, rich richard,
  rick richard, ricky richard ricardo, rob robert, robbie robert, rober roberto, rodri rodrigo, ron ronald,
  ronnie ronald, rosita rosa, roz rosalind, rulo raul, russ russell, sacha alexander, salva salvador,
  sam samuel samantha, sammy samuel, sandy sandra alexandra, santi santiago, sebas sebastian, sergi sergio,
  sly sylvester, stan stanley, steph stephanie, steve steven stephen esteban, sue susan, susie susan,
  suso jesus, tavo gustavo, ted theodore edward, tere teresa, terry terence teresa, tim timothy,
  tina cristina, tito alberto ernesto, toby tobias, tom thomas tomas, tommy thomas, toni antonio anthony,
  tonio antonio, tono antonio, tony anthony antonio, toño antonio, trini trinidad, trish patricia,
  vero veronica, vic victor victoria, vicky victoria, vince vincent, vinnie vincent, viv vivien vivian,
  wally walter, walt walter, will william, willy william, xavi xavier, yoli yolanda, yoni john, zac zachary,
  zach zachary
`;

/** Spellings of one name between which people do not tell. */
const SPELLINGS = `
  nicolas nicholas, mathew matthew, steven stephen stefan esteban, jeffrey geoffrey,
  catherine katherine katharine cathrine, elizabeth elisabeth, philip phillip, lawrence laurence,
  sara sarah, anne ann anna ana, john jon, sophia sofia, isabelle isabel isabella, michelle michele,
  kristen kirsten, alan allan allen, carl karl, erik eric, mark marc, marcus markus, frederic frederick,
  theresa teresa, alexander aleksandr alexandre alejandro, andrei andrey, sergei sergey, mikhail michael,
  yuri yury, aleksandr alexander, jacqueline jaqueline
`;

const OTHERS = new Map<string, Set<string>>();

function link(name: string, other: string): void {
  if (name === other) return;
  const known = OTHERS.get(name);
  if (known === undefined) OTHERS.set(name, new Set([other]));
  else known.add(other);
}

function groups(text: string): string[][] {
  const plain = text.replaceAll("ñ", "n");
  return plain.split(",").map((line) =>
    line
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll("_", " ")),
  );
}

for (const [short = "", ...names] of groups(SHORT_FORMS)) {
  for (const name of names) {
    link(short, name);
    link(name, short);
  }
}
for (const names of groups(SPELLINGS)) {
  for (const name of names) for (const other of names) link(name, other);
}

/** A folded name with its given name in its other forms. */
export function otherGivenNames(folded: string): string[] {
  const words = folded.split(" ");
  const forms: string[] = [];
  for (const count of [2, 1]) {
    if (words.length <= count) continue;
    const rest = words.slice(count).join(" ");
    for (const name of OTHERS.get(words.slice(0, count).join(" ")) ?? []) forms.push(`${name} ${rest}`);
  }
  return forms;
}
