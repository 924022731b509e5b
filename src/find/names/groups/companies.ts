/** Which company is meant by a name: of one house, the one that leads it. */
import { type Catalog, oncePerCatalog } from "../../../catalog/catalog.js";
import type { CompanyRow } from "../../../catalog/rows.js";
import { companyAlone } from "../../encode/keys/group-keys.js";
import type { Resolution } from "../../port.js";
import { type Match, SAME_FIT } from "../candidates.js";
import { decideWithDoubt } from "../decision.js";
import { asTyped, type Domain } from "../domain.js";
import { matches, normalise } from "../matching.js";
import { thresholdsOf } from "../thresholds.js";

/** What a name means. */
export function resolveCompany(
  catalog: Catalog,
  domain: Domain<CompanyRow>,
  text: string,
): Resolution<CompanyRow> {
  const folded = normalise(text);
  if (folded === "") return { kind: "none", suggestions: [] };
  const thresholds = thresholdsOf(folded);
  const alone = companyAlone(folded) ?? folded;
  // What is likely another one is offered: "endesa" is not BNDES.
  const resolve = (within: Domain<CompanyRow>) =>
    decideWithDoubt(within, alone, withoutLed(catalog, matches(within, folded, thresholds)), thresholds);
  // "Walt Disney Productions" is one of that name, whatever "Walt Disney" alone would be.
  const typed = resolve(asTyped(domain));
  return typed.kind === "found" && typed.fit === "exact" ? typed : resolve(domain);
}

/** Without those whose leader fits as well: "Canal Plus", of a few films, is no answer beside "Canal+". */
function withoutLed(catalog: Catalog, found: readonly Match<CompanyRow>[]): Match<CompanyRow>[] {
  const costs = new Map(found.map(({ row, cost }) => [row, cost]));
  const leads = leadsOf(catalog);
  return found.filter(
    ({ row, cost }) =>
      !leads.get(row)?.some((lead) => (costs.get(lead) ?? Number.POSITIVE_INFINITY) < cost + SAME_FIT),
  );
}

/** By company, those that lead it. */
const leadsOf = oncePerCatalog(({ companyGroups: { lead, members, rowCount } }) => {
  const leads = new Map<CompanyRow, CompanyRow[]>();
  for (let group = 0; group < rowCount; group++) {
    const leader = lead[group];
    if (leader === undefined) continue;
    for (const member of members.get(group)) leads.set(member, [...(leads.get(member) ?? []), leader]);
  }
  return leads;
});
