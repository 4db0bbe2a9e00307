// Property tests draw the same cases at every `npm test`, and new ones at every `npm run verify`.
import fc from "fast-check";
import { inject } from "vitest";

if (!inject("isVerify")) fc.configureGlobal({ seed: 20_261_121 });
