/** The forms of regular Spanish verbs, folded. */

const ENDINGS: Readonly<Record<"ar" | "er" | "ir", readonly string[]>> = {
  ar: "ar o as a amos ais an aba abas abamos aban e aste o amos asteis aron are aras ara aremos aran aria arias ariamos arian es emos eis en ara aras aramos aran ase asen ando ado ada ados adas arme arte arlo arla arlos arlas arse arnos arles arle ame alo ala".split(
    " ",
  ),
  er: "er o es e emos eis en ia ias iamos ian i iste io imos isteis ieron ere eras era eremos eran eria erias eriamos erian a as amos ais an iera ieras ieramos ieran iese iesen iendo ido ida idos idas erme erte erlo erla erlos erlas erse ernos erles erle".split(
    " ",
  ),
  ir: "ir o es e imos is en ia ias iamos ian i iste io isteis ieron ire iras ira iremos iran iria irias iriamos irian a as amos ais an iera ieras ieramos ieran iese iesen iendo ido ida idos idas irme irte irlo irla irlos irlas irse irnos irles irle".split(
    " ",
  ),
};

/**
 * All simple forms of a verb whose stem stays as it is, with pronouns behind its infinitive.
 * @param infinitive folded: "estrenar"
 */
export function conjugated(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  const endings = ENDINGS[infinitive.slice(-2) as keyof typeof ENDINGS];
  return [...new Set(endings.map((ending) => stem + ending))];
}
