/** The sources that the operator named, in their order: of several that tell the same thing, the first counts. */
import { join } from "node:path";
import type { RefreshSettings, SourceSetting } from "../settings.js";
import { FolderSource } from "./folder.js";
import type { Source } from "./source.js";

export interface SourceSurroundings {
  /** Where sources keep what they were given. */
  readonly folder: string;
  /** Folder of our own catalogue. */
  readonly starter: string;
}

export function createSources(
  { sources }: RefreshSettings,
  { folder, starter }: SourceSurroundings,
): readonly Source[] {
  const create = (setting: SourceSetting): Source => {
    switch (setting.kind) {
      case "starter":
        return new FolderSource(setting.name, starter);
      case "folder":
        return new FolderSource(setting.name, setting.folder);
      default:
        throw new Error(`${setting.kind} in ${join(folder)}`);
    }
  };
  return sources.map(create);
}
