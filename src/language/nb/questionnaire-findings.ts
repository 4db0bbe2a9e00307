// Tekster på bokmål om et spørreskjema før innsamlingen: hva som er galt i det, og hvordan det rettes.
import type { questionnaireFindings as english, FindingPieces } from "../en/questionnaire-findings.ts";

export const questionnaireFindings: typeof english = {
  severity: { error: "Feil", warning: "Kontroller", note: "Merk" },
  at: (element, path) => [element && `«${element}»`, path].filter(Boolean).join(", "),
  whole: "Skjemaet",
  didYouMean: (suggestion) => `Mente du «${suggestion}»?`,
  other: (kind) => `survey-core har noe å innvende mot dette (${kind}). Se på det igjen.`,
  kinds: {
    "not-a-questionnaire": ({ value }: FindingPieces) =>
      `Dette er ikke et SurveyJS-skjema${value && ` (${value})`}. Lagre skjemaet som JSON fra verktøyet det ble laget i.`,
    "no-questions": () => "Det er ingen spørsmål i det. Legg til ett.",
    "type-not-supported": ({ name, list }) =>
      `Spørsmål av typen «${name}» kan ikke stilles her. Ta det bort, eller bruk en av: ${list}.`,
    "feature-not-supported": ({ name, value }) =>
      `«${name}» (${value}) støttes ikke, og uten det ville skjemaet ikke bety det samme. Ta det bort, eller løs det på en annen måte.`,
    "choices-by-url": () =>
      "Svaralternativer kan ikke hentes fra en annen tjeneste mens folk svarer. List dem opp under «choices».",
    "no-effect": ({ name, count }) =>
      `«${name}» har ingen virkning her${count > 1 ? ` (${count} steder)` : ""}: sidene har sitt eget utseende. Det kan bli stående.`,
    "translation-missing": ({ list, value }) =>
      `«${value}» mangler tekst på: ${list}. Legg den til, ellers vises et annet språk.`,
    "variable-twice": ({ name, value, other }) =>
      `«${value}» og «${other}» ville begge bli lagret som «${name}». Gi en av dem et annet navn.`,
    "code-twice": ({ value }) =>
      `To alternativer har koden «${value}», så svarene ville ikke kunne skilles. Gi ett av dem en annen kode.`,
    "no-choices": () => "Spørsmålet har ingen svaralternativer. Legg til noen.",
    "nothing-inside": ({ name }) => `Det er ingenting under «${name}». Legg til minst én.`,
    "no-title": ({ name }) =>
      `Spørsmålet mangler ordlyd: de som svarer, ville lese navnet «${name}». Legg til en tittel.`,
    "asks-for-contact": ({ name }) =>
      `Her spørres det om noe som kan vise hvem som svarer (${name}), og det ville bli lagret blant svarene. Spør om det utenfor skjemaet.`,
    "loop-without-limit": ({ name, count }) =>
      `Det ville gå an å legge til så mange at svarene ikke kan settes opp i tabell. Sett «${name}» til høyst ${count}.`,
    "hidden-answers-dropped": () =>
      "Svar på spørsmål som ikke ligger på den endelige veien gjennom skjemaet, tas bort likevel.",
    "name-reused": ({ name, other }) =>
      `«${name}» var en annen type spørsmål i versjon ${other}. Gi det nye spørsmålet et eget navn, så de to aldri blir sammenlignet.`,
    "code-reused": ({ name, value, other }) =>
      `Koden «${value}» i «${name}» stod for «${other}» i en tidligere versjon. Hvis meningen er endret, gi det nye alternativet en egen kode.`,
    "rule/expression/syntax": ({ value }) =>
      `Vilkåret eller formelen «${value}» kan ikke leses. Se etter en parentes, et anførselstegn eller et ord som mangler.`,
    "rule/reference/unknown": ({ name, value }) =>
      `{${name}} brukes her${value && value !== name ? ` («${value}»)` : ""}, men ingen spørsmål heter det. Rett navnet.`,
    "rule/reference/self": ({ value }) =>
      `Dette avhenger av sitt eget svar («${value}»). La det avhenge av et tidligere spørsmål.`,
    "rule/name/duplicate": ({ name }) => `Navnet «${name}» brukes mer enn én gang. Gi hver sitt eget navn.`,
    "rule/name/shadowing": ({ name }) =>
      `Navnet «${name}» skygger for noe annet som heter det samme. Velg et annet navn.`,
    "rule/name/reserved": ({ name }) => `Navnet «${name}» betyr noe for SurveyJS selv. Velg et annet navn.`,
    "rule/property/unknown": ({ name }) => `«${name}» blir ikke lest. Sjekk stavemåten eller ta det bort.`,
    "rule/property/invalid-value": ({ name, value }) =>
      `«${name}» kan ikke være ${value || "dette"}. Bruk en verdi som er tillatt.`,
    "rule/property/required": ({ name }) => `«${name}» mangler. Legg det til.`,
    "rule/property/not-an-array": ({ name }) => `«${name}» må være en liste i hakeparenteser.`,
    "rule/expression/unknown-function": ({ name, list }) =>
      `Det er ingen funksjon som heter «${name}».${list && ` Disse kan brukes: ${list}.`}`,
    "rule/cycle/calculated-value": ({ name }) => `«${name}» regnes ut av seg selv. Bryt sirkelen.`,
    "rule/cycle/trigger": () => "Disse reglene setter i gang hverandre i en sirkel. Bryt den.",
    "rule/cycle/value-write": ({ other }) =>
      `Disse spørsmålene fyller ut hverandre i en sirkel${other && ` (${other})`}. Bryt den.`,
    "rule/expression/unknown-choice": ({ name, value }) =>
      `Vilkåret «${value}» venter på et svar som «${name}» ikke tilbyr, så det blir aldri sant. Bruk koden til et av alternativene.`,
    "rule/expression/type-mismatch": ({ value }) =>
      `Vilkåret «${value}» sammenligner ting av ulikt slag. Sammenlign tall med tall og koder med koder.`,
    "rule/expression/contradiction": ({ value }) =>
      `Vilkåret «${value}» kan aldri bli sant, så ingen får noen gang se det som avhenger av det. Rett det, eller ta bort grenen.`,
    "rule/expression/meaningless-condition": ({ value }) =>
      `Vilkåret «${value}» er alltid sant. Rett det eller ta det bort.`,
    "rule/choices/dead-source": ({ value, name }) =>
      `Alternativene skal hentes fra «${name || value}», som ikke har noen. Oppgi et spørsmål med alternativer.`,
    "rule/choices/duplicate": ({ value }) =>
      `Koden ${value ? `«${value}» ` : ""}står her to ganger. Gi hvert alternativ sin egen kode.`,
    "rule/trigger/unknown-target": ({ name }) =>
      `Regelen gjelder «${name}», og ingenting heter det. Rett navnet.`,
    "rule/trigger/unknown-type": ({ name }) => `Det er ingen regel av typen «${name}». Rett typen.`,
    "rule/validator/unknown-type": ({ name }) => `Det er ingen kontroll av typen «${name}». Rett typen.`,
    "rule/validator/dead": () => "Kontrollen kan aldri finne noe. Rett den eller ta den bort.",
    "rule/value/not-a-choice": ({ value }) =>
      `${value ? `«${value}»` : "Verdien"} er ingen av alternativene. Bruk koden til et av dem.`,
    "rule/element/count-contradiction": () =>
      "Grensene går ikke i hop, for eksempel et minste antall som er større enn det største. Rett dem.",
    "rule/element/never-visible": ({ value, other }) =>
      `Ingen vil noen gang se dette: det avhenger av ${other || value}, som aldri vises. Rett vilkåret, eller ta bort grenen.`,
    "rule/variable/collision": ({ name }) =>
      `«${name}» er navnet på en opplysning om den som svarer. Gi spørsmålet et annet navn.`,
    "rule/page/empty": () => "Det er ingenting å se på siden. Legg til et spørsmål eller ta bort siden.",
  },
};
