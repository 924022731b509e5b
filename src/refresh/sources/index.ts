/** The sources that the operator named, in their order: of several that tell the same thing, the first counts. */
import { join } from "node:path";
import type { Timing } from "../http/client.js";
import type { RefreshSettings, SourceSetting } from "../settings.js";
import { FolderSource } from "./folder.js";
import { KaggleSource } from "./kaggle.js";
import type { Source } from "./source.js";
import { TmdbSource } from "./tmdb/source.js";
import { WikidataSource } from "./wikidata.js";

export interface SourceSurroundings {
  /** Where sources keep what they were given. */
  readonly folder: string;
  /** Folder of our own catalogue. */
  readonly starter: string;
  /** Patience with servers, for tests. */
  readonly timing?: Timing;
}

export function createSources(
  { sources, tmdb, kaggle, wikidata }: RefreshSettings,
  { folder, starter, timing }: SourceSurroundings,
): readonly Source[] {
  const create = (setting: SourceSetting): Source => {
    switch (setting.kind) {
      case "starter":
        return new FolderSource(setting.name, starter);
      case "folder":
        return new FolderSource(setting.name, setting.folder);
      case "tmdb":
        return new TmdbSource(tmdb, join(folder, "tmdb"), timing);
      case "wikidata":
        return new WikidataSource(wikidata, join(folder, "wikidata"), timing);
      case "kaggle": {
        const { name, owner, slug } = setting;
        const own = join(folder, `kaggle-${owner}-${slug}`);
        return new KaggleSource(name, { owner, slug }, kaggle, own, timing);
      }
    }
  };
  return sources.map(create);
}
