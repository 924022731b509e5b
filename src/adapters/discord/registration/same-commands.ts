/** Whether what Discord holds is what we would register. */

type Json = Readonly<Record<string, unknown>>;

/** What we say of a command; ids, versions and whatever Discord adds to it are not compared. */
const OURS = [
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "default_member_permissions",
  "contexts",
  "integration_types",
  "type",
  "required",
  "autocomplete",
  "min_value",
  "max_value",
  "choices",
  "value",
  "options",
] as const;

/** Those of a server's commands that Discord fills in by itself. */
const PLACES: ReadonlySet<string> = new Set(["contexts", "integration_types"]);

/** Compares two lists of commands; their order says nothing. */
export function sameCommands(
  held: readonly unknown[],
  wanted: readonly unknown[],
  withPlaces = true,
): boolean {
  const forms = (commands: readonly unknown[]) =>
    commands.map((command) => JSON.stringify(canonical(command, withPlaces))).sort();
  return JSON.stringify(forms(held)) === JSON.stringify(forms(wanted));
}

/** Only our members, in one order, without those that say nothing. */
function canonical(value: unknown, withPlaces: boolean): Json {
  const given = value as Json;
  const members = OURS.filter((member) => withPlaces || !PLACES.has(member)).flatMap((member) => {
    const shown = canonicalMember(member, given[member], withPlaces);
    return shown === undefined ? [] : [[member, shown] as const];
  });
  return Object.fromEntries(members);
}

function canonicalMember(member: string, value: unknown, withPlaces: boolean): unknown {
  if (value === undefined || value === null || value === false || value === "") return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    if (member === "options" || member === "choices") return value.map((one) => canonical(one, withPlaces));
    return [...value].sort();
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : entries;
}
