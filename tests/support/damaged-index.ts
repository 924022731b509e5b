/** Ways in which an index is damaged: on a copy, since the starter's index is everybody's. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatManifest, manifestVersion } from "../../src/catalog/manifest.js";
import { CURRENT_FILE, type Manifest } from "../../src/catalog/schema.js";
import { currentVersion } from "../../src/catalog/versions/versions.js";

export function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(path, bytes);
}

/** Gives the version in use another list of files, under the name that this list has, and puts that in use. */
export function rewriteFiles(root: string, change: (files: Manifest["files"]) => Manifest["files"]): void {
  const version = currentVersion(root) ?? "";
  const manifest = JSON.parse(readFileSync(join(root, version, "manifest.json"), "utf8")) as Manifest;
  const changed = { ...manifest, files: change(manifest.files) };
  const name = manifestVersion(changed);
  cpSync(join(root, version), join(root, name), { recursive: true });
  writeFileSync(join(root, name, "manifest.json"), formatManifest({ ...changed, version: name }));
  writeFileSync(join(root, CURRENT_FILE), `${name}\n`);
}

/** Puts one table in another's place, with a manifest and a version that vouch for it. */
export function replaceTable(root: string, name: string, by: string): void {
  const version = currentVersion(root) ?? "";
  cpSync(join(root, version, by), join(root, version, name));
  rewriteFiles(root, (files) => {
    const entry = files[by];
    if (entry === undefined) throw new Error(`${by} is in no manifest`);
    return { ...files, [name]: entry };
  });
}
