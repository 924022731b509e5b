/** Which company is meant by a name: of one house, the one that leads it. */
import { type Catalog, oncePerCatalog } from "../../../catalog/catalog.js";
import type { CompanyRow } from "../../../catalog/rows.js";
import type { Resolution } from "../../port.js";
import { resolveName } from "../decision.js";
import type { Domain } from "../domain.js";
import { namedReference } from "../references.js";

/** What an id or a name means. */
export function resolveCompany(
  catalog: Catalog,
  domain: Domain<CompanyRow>,
  text: string,
): Resolution<CompanyRow> {
  const reference = namedReference(text, "company", catalog.companies, domain.accepts);
  if (reference !== undefined) return reference;
  const resolution = resolveName(domain, text);
  switch (resolution.kind) {
    case "found":
      return { ...resolution, namesakes: withoutHouse(catalog, resolution.namesakes, [resolution.value]) };
    case "choices": {
      const values = withoutHouse(catalog, resolution.values, resolution.values);
      const [only] = values;
      return only !== undefined && values.length === 1
        ? { kind: "found", value: only, fit: "exact", namesakes: [] }
        : { kind: "choices", values };
    }
    case "none":
      return resolution;
  }
}

/** Those that belong to no house that one of `leads` leads: "Canal Plus" is no answer beside "Canal+". */
function withoutHouse(
  catalog: Catalog,
  rows: readonly CompanyRow[],
  leads: readonly CompanyRow[],
): CompanyRow[] {
  const leading = new Set(leads);
  return rows.filter(
    (row) =>
      !housesOf(catalog)
        .get(row)
        ?.some((lead) => leading.has(lead)),
  );
}

/** By company, those that lead it. */
const housesOf = oncePerCatalog(({ companyGroups: { lead, members, rowCount } }) => {
  const leads = new Map<CompanyRow, CompanyRow[]>();
  for (let group = 0; group < rowCount; group++) {
    const leader = lead[group];
    if (leader === undefined) continue;
    for (const member of members.get(group)) leads.set(member, [...(leads.get(member) ?? []), leader]);
  }
  return leads;
});
