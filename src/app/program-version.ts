// The version that every figure is kept with.
import manifest from "../../package.json" with { type: "json" };

export const programVersion: string = manifest.version;
