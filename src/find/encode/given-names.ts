/** Given names that go by another: somebody is billed with one and looked for with the other. */
const SAME_NAMES: readonly (readonly [string, string])[] = [
  ["charlie", "charles"],
  ["bob", "robert"],
  ["rob", "robert"],
  ["bill", "william"],
  ["will", "william"],
  ["mike", "michael"],
  ["tom", "thomas"],
  ["jim", "james"],
  ["joe", "joseph"],
  ["ed", "edward"],
  ["chris", "christopher"],
  ["matt", "matthew"],
  ["dan", "daniel"],
  ["ben", "benjamin"],
  ["steve", "steven"],
  ["pepe", "jose"],
  ["paco", "francisco"],
];

const OTHERS = new Map<string, string[]>();
for (const [short, full] of SAME_NAMES) {
  OTHERS.set(short, [...(OTHERS.get(short) ?? []), full]);
  OTHERS.set(full, [...(OTHERS.get(full) ?? []), short]);
}

/** A folded name with its first given name in its other forms. */
export function otherGivenNames(folded: string): string[] {
  const [first = "", ...rest] = folded.split(" ");
  if (rest.length === 0) return [];
  return (OTHERS.get(first) ?? []).map((name) => [name, ...rest].join(" "));
}
