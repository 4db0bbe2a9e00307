// What stands beside the public-use file: how to read it, why it has no persons, and what it was made from.
import type { KeptPlan } from "../change/cube-store.ts";
import { catalogueFor } from "../language/catalogue.ts";
import type { LanguageCode } from "../language/language-code.ts";
import { type StudyDefinition, studyTitle } from "../study/study.ts";
import { writeNumber } from "./figure-words.ts";

/** The text in each language, one after the other, then the sources of the counts. Lines end with a line feed. */
export function publicUseReadme(
  study: StudyDefinition,
  kept: readonly KeptPlan[],
  languages: readonly LanguageCode[],
): string {
  const said = languages.map((language) =>
    catalogueFor(language)
      .publicUse.about({
        title: studyTitle(study, language),
        minimum: writeNumber(language, study.minimumBase),
      })
      .join("\n\n"),
  );
  const sources = [
    ...languages.map((language) => catalogueFor(language).publicUse.madeFrom),
    ...kept.map(({ waves, madeAt, provenance }) =>
      [waves.join(" + "), madeAt.toISOString().slice(0, 10), provenance.program, provenance.checksum].join(
        "  ",
      ),
    ),
  ];
  return `${[...said, sources.join("\n")].join(`\n\n${"-".repeat(70)}\n\n`)}\n`;
}
