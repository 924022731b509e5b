/**
 * The order in which files are begun: those that take longest first, since one that begins last keeps every other core
 * waiting for it. Files of a project that shares what is loaded follow one another: it is loaded anew after another's.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Seconds each, or nearly so: they wait for other processes, browsers and clocks, or build an index. */
const LONG = [
  "program/web/chat",
  "program/refresh/swap",
  "program/web/site",
  "program/refresh/processes",
  "program/refresh/feeds",
  "program/refresh/tmdb-day",
  "program/refresh/run",
  "program/recommend/true-reasons",
  "program/refresh/memory",
  "program/replicas/three",
  "program/operations/rolling-restart",
  "program/adapters/discord/program",
  "program/start",
  "program/index-build/full-size",
  "program/index-build/write",
  "program/web/trouble",
  "program/web/access",
  "program/refresh/killed",
  "program/dev",
  "program/charts/pictures",
  "program/commands/platforms",
  "program/refresh/tmdb",
  "program/find/typed-questions",
  "program/full-size",
  "program/nights/killed",
  "unit/adapters/discord/faults",
  "unit/adapters/telegram/faults",
  "unit/index-build/starter-check",
  "unit/cli/build-index",
  "unit/store/backups-postgres",
  "unit/adapters/discord/common",
  "unit/adapters/discord/hostile",
  "unit/store/postgres",
  "unit/adapters/telegram/render",
  "unit/architecture",
].map((name) => `/tests/${name}.test.ts`);

const PROJECTS = ["alone", "unit", "program"];

function rank({ moduleId, project }: TestSpecification): number {
  const long = LONG.findIndex((name) => moduleId.endsWith(name));
  return PROJECTS.indexOf(project.name) * 1_000 + (long === -1 ? LONG.length : long);
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}
