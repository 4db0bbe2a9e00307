// Reads a study folder from the disc of the machine.
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type CheckedFolder, checkStudyFolder } from "./study-folder.ts";

/** No file of a study that is read here comes near this size, in bytes. */
const largestFile = 5_000_000;

const isRead = (name: string): boolean => name.endsWith(".json") || name === "groups.csv";

/** The checked folder, or that there is no such folder. */
export type ReadFolder = CheckedFolder | { readonly kind: "no-folder"; readonly path: string };

/** Reads and checks `study.json`, `instrument-*.json`, `texts/*.json`, the plans beside them and `groups.csv`. */
export async function readStudyFolder(path: string): Promise<ReadFolder> {
  const root = resolve(path);
  const files = new Map<string, string>();
  try {
    for (const folder of ["", "texts"]) {
      const names = await readdir(join(root, folder)).catch((error: unknown) => {
        if (folder === "") throw error;
        return [];
      });
      for (const name of names.filter(isRead)) {
        const file = join(root, folder, name);
        const { size } = await stat(file);
        if (size <= largestFile)
          files.set(folder === "" ? name : `${folder}/${name}`, await readFile(file, "utf8"));
      }
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "no-folder", path: root };
    throw error;
  }
  return checkStudyFolder(files, basename(root));
}
