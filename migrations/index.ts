// Every schema change in order. A migration is never edited once it has landed.
import * as createStudy from "./20261121T0900_create_study.ts";
import * as createPanel from "./20261121T0910_create_panel.ts";
import * as createWave from "./20261121T0920_create_wave.ts";
import * as createCollection from "./20261121T0930_create_collection.ts";
import * as createMailing from "./20261121T0940_create_mailing.ts";
import * as createAccess from "./20261121T0950_create_access.ts";
import * as createChange from "./20261121T1000_create_change.ts";
import * as addImports from "./20261122T0900_add_imports.ts";

export const migrations = {
  "20261121T0900_create_study": createStudy,
  "20261121T0910_create_panel": createPanel,
  "20261121T0920_create_wave": createWave,
  "20261121T0930_create_collection": createCollection,
  "20261121T0940_create_mailing": createMailing,
  "20261121T0950_create_access": createAccess,
  "20261121T1000_create_change": createChange,
  "20261122T0900_add_imports": addImports,
};
