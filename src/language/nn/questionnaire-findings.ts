// Tekstar på nynorsk om eit spørjeskjema før innsamlinga: kva som er gale i det, og korleis det blir retta.
import type { questionnaireFindings as english, FindingPieces } from "../en/questionnaire-findings.ts";

export const questionnaireFindings: typeof english = {
  severity: { error: "Feil", warning: "Kontroller", note: "Merk" },
  at: (element, path) => [element && `«${element}»`, path].filter(Boolean).join(", "),
  whole: "Skjemaet",
  didYouMean: (suggestion) => `Meinte du «${suggestion}»?`,
  other: (kind) => `survey-core har noko å innvende mot dette (${kind}). Sjå på det igjen.`,
  kinds: {
    "not-a-questionnaire": ({ value }: FindingPieces) =>
      `Dette er ikkje eit SurveyJS-skjema${value && ` (${value})`}. Lagre skjemaet som JSON frå verktøyet det vart laga i.`,
    "no-questions": () => "Det er ingen spørsmål i det. Legg til eitt.",
    "type-not-supported": ({ name, list }) =>
      `Spørsmål av typen «${name}» kan ikkje stillast her. Ta det bort, eller bruk ein av: ${list}.`,
    "feature-not-supported": ({ name, value }) =>
      `«${name}» (${value}) er ikkje støtta, og utan det ville skjemaet ikkje bety det same. Ta det bort, eller løys det på ein annan måte.`,
    "choices-by-url": () =>
      "Svaralternativ kan ikkje hentast frå ei anna teneste medan folk svarer. List dei opp under «choices».",
    "no-effect": ({ name, count }) =>
      `«${name}» har ingen verknad her${count > 1 ? ` (${count} stader)` : ""}: sidene har sin eigen utsjånad. Det kan bli ståande.`,
    "translation-missing": ({ list, value }) =>
      `«${value}» manglar tekst på: ${list}. Legg han til, elles blir eit anna språk vist.`,
    "variable-twice": ({ name, value, other }) =>
      `«${value}» og «${other}» ville begge bli lagra som «${name}». Gi ein av dei eit anna namn.`,
    "code-twice": ({ value }) =>
      `To alternativ har koden «${value}», så svara ville ikkje kunne skiljast. Gi eitt av dei ein annan kode.`,
    "no-choices": () => "Spørsmålet har ingen svaralternativ. Legg til nokre.",
    "nothing-inside": ({ name }) => `Det er ingenting under «${name}». Legg til minst éin.`,
    "no-title": ({ name }) =>
      `Spørsmålet manglar ordlyd: dei som svarer, ville lese namnet «${name}». Legg til ein tittel.`,
    "asks-for-contact": ({ name }) =>
      `Her blir det spurt om noko som kan vise kven som svarer (${name}), og det ville bli lagra blant svara. Spør om det utanfor skjemaet.`,
    "loop-without-limit": ({ name, count }) =>
      `Det ville gå an å leggje til så mange at svara ikkje kan setjast opp i tabell. Set «${name}» til høgst ${count}.`,
    "hidden-answers-dropped": () =>
      "Svar på spørsmål som ikkje ligg på den endelege vegen gjennom skjemaet, blir tekne bort likevel.",
    "name-reused": ({ name, other }) =>
      `«${name}» var ein annan type spørsmål i versjon ${other}. Gi det nye spørsmålet eit eige namn, så dei to aldri blir samanlikna.`,
    "code-reused": ({ name, value, other }) =>
      `Koden «${value}» i «${name}» stod for «${other}» i ein tidlegare versjon. Dersom meininga er endra, gi det nye alternativet ein eigen kode.`,
    "rule/expression/syntax": ({ value }) =>
      `Vilkåret eller formelen «${value}» kan ikkje lesast. Sjå etter ein parentes, eit hermeteikn eller eit ord som manglar.`,
    "rule/reference/unknown": ({ name, value }) =>
      `{${name}} blir brukt her${value && value !== name ? ` («${value}»)` : ""}, men ingen spørsmål heiter det. Rett namnet.`,
    "rule/reference/self": ({ value }) =>
      `Dette er avhengig av sitt eige svar («${value}»). La det vere avhengig av eit tidlegare spørsmål.`,
    "rule/name/duplicate": ({ name }) =>
      `Namnet «${name}» er brukt meir enn éin gong. Gi kvar sitt eige namn.`,
    "rule/name/shadowing": ({ name }) =>
      `Namnet «${name}» skuggar for noko anna som heiter det same. Vel eit anna namn.`,
    "rule/name/reserved": ({ name }) => `Namnet «${name}» betyr noko for SurveyJS sjølv. Vel eit anna namn.`,
    "rule/property/unknown": ({ name }) => `«${name}» blir ikkje lese. Sjekk stavemåten eller ta det bort.`,
    "rule/property/invalid-value": ({ name, value }) =>
      `«${name}» kan ikkje vere ${value || "dette"}. Bruk ein verdi som er tillaten.`,
    "rule/property/required": ({ name }) => `«${name}» manglar. Legg det til.`,
    "rule/property/not-an-array": ({ name }) => `«${name}» må vere ei liste i hakeparentesar.`,
    "rule/expression/unknown-function": ({ name, list }) =>
      `Det er ingen funksjon som heiter «${name}».${list && ` Desse kan brukast: ${list}.`}`,
    "rule/cycle/calculated-value": ({ name }) => `«${name}» blir rekna ut av seg sjølv. Bryt sirkelen.`,
    "rule/cycle/trigger": () => "Desse reglane set i gang kvarandre i ein sirkel. Bryt han.",
    "rule/cycle/value-write": ({ other }) =>
      `Desse spørsmåla fyller ut kvarandre i ein sirkel${other && ` (${other})`}. Bryt han.`,
    "rule/expression/unknown-choice": ({ name, value }) =>
      `Vilkåret «${value}» ventar på eit svar som «${name}» ikkje tilbyr, så det blir aldri sant. Bruk koden til eitt av alternativa.`,
    "rule/expression/type-mismatch": ({ value }) =>
      `Vilkåret «${value}» samanliknar ting av ulikt slag. Samanlikn tal med tal og kodar med kodar.`,
    "rule/expression/contradiction": ({ value }) =>
      `Vilkåret «${value}» kan aldri bli sant, så ingen får nokon gong sjå det som er avhengig av det. Rett det, eller ta bort greina.`,
    "rule/expression/meaningless-condition": ({ value }) =>
      `Vilkåret «${value}» er alltid sant. Rett det eller ta det bort.`,
    "rule/choices/dead-source": ({ value, name }) =>
      `Alternativa skal hentast frå «${name || value}», som ikkje har nokon. Oppgi eit spørsmål med alternativ.`,
    "rule/choices/duplicate": ({ value }) =>
      `Koden ${value ? `«${value}» ` : ""}står her to gonger. Gi kvart alternativ sin eigen kode.`,
    "rule/trigger/unknown-target": ({ name }) =>
      `Regelen gjeld «${name}», og ingenting heiter det. Rett namnet.`,
    "rule/trigger/unknown-type": ({ name }) => `Det er ingen regel av typen «${name}». Rett typen.`,
    "rule/validator/unknown-type": ({ name }) => `Det er ingen kontroll av typen «${name}». Rett typen.`,
    "rule/validator/dead": () => "Kontrollen kan aldri finne noko. Rett han eller ta han bort.",
    "rule/value/not-a-choice": ({ value }) =>
      `${value ? `«${value}»` : "Verdien"} er ingen av alternativa. Bruk koden til eitt av dei.`,
    "rule/element/count-contradiction": () =>
      "Grensene går ikkje i hop, til dømes eit minste tal som er større enn det største. Rett dei.",
    "rule/element/never-visible": ({ value, other }) =>
      `Ingen vil nokon gong sjå dette: det er avhengig av ${other || value}, som aldri blir vist. Rett vilkåret, eller ta bort greina.`,
    "rule/variable/collision": ({ name }) =>
      `«${name}» er namnet på ei opplysning om den som svarer. Gi spørsmålet eit anna namn.`,
    "rule/page/empty": () => "Det er ingenting å sjå på sida. Legg til eit spørsmål eller ta bort sida.",
  },
};
