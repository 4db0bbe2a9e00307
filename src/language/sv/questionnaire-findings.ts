// Svenska texter om ett frågeformulär före insamlingen: vad som är fel i det, och hur det rättas.
import type { questionnaireFindings as english, FindingPieces } from "../en/questionnaire-findings.ts";

export const questionnaireFindings: typeof english = {
  severity: { error: "Fel", warning: "Kontrollera", note: "Notera" },
  at: (element, path) => [element && `”${element}”`, path].filter(Boolean).join(", "),
  whole: "Formuläret",
  didYouMean: (suggestion) => `Menade du ”${suggestion}”?`,
  other: (kind) => `survey-core anmärker på detta (${kind}). Se över det.`,
  kinds: {
    "not-a-questionnaire": ({ value }: FindingPieces) =>
      `Detta är inte ett SurveyJS-formulär${value && ` (${value})`}. Spara formuläret som JSON från det verktyg där det gjordes.`,
    "no-questions": () => "Det finns ingen fråga i det. Lägg till en.",
    "type-not-supported": ({ name, list }) =>
      `Frågor av typen ”${name}” kan inte ställas här. Ta bort frågan eller använd någon av: ${list}.`,
    "feature-not-supported": ({ name, value }) =>
      `”${name}” (${value}) stöds inte, och utan det skulle formuläret inte betyda detsamma. Ta bort det eller lös det på ett annat sätt.`,
    "choices-by-url": () =>
      "Svarsalternativ kan inte hämtas från en annan tjänst medan folk svarar. Räkna upp dem under ”choices”.",
    "no-effect": ({ name, count }) =>
      `”${name}” har ingen verkan här${count > 1 ? ` (${count} ställen)` : ""}: sidorna har sitt eget utseende. Det kan stå kvar.`,
    "translation-missing": ({ list, value }) =>
      `”${value}” saknar text på: ${list}. Lägg till den, annars visas ett annat språk.`,
    "variable-twice": ({ name, value, other }) =>
      `”${value}” och ”${other}” skulle båda sparas som ”${name}”. Döp om den ena.`,
    "code-twice": ({ value }) =>
      `Två alternativ har koden ”${value}”, så svaren skulle inte gå att skilja åt. Ge det ena en annan kod.`,
    "no-choices": () => "Frågan har inga svarsalternativ. Lägg till några.",
    "nothing-inside": ({ name }) => `Det finns inget under ”${name}”. Lägg till minst en.`,
    "no-title": ({ name }) =>
      `Frågan saknar lydelse: de svarande skulle läsa dess namn, ”${name}”. Lägg till en titel.`,
    "asks-for-contact": ({ name }) =>
      `Här frågas om något som kan avslöja vem som svarar (${name}), och det skulle sparas bland svaren. Fråga om det utanför formuläret.`,
    "loop-without-limit": ({ name, count }) =>
      `Man skulle kunna lägga till så många att svaren inte kan ställas upp i tabell. Sätt ”${name}” till högst ${count}.`,
    "hidden-answers-dropped": () =>
      "Svar på frågor som inte ligger på den svarandes slutliga väg tas bort ändå.",
    "name-reused": ({ name, other }) =>
      `”${name}” var en annan sorts fråga i version ${other}. Ge den nya frågan ett eget namn, så att de två aldrig jämförs.`,
    "code-reused": ({ name, value, other }) =>
      `Koden ”${value}” i ”${name}” stod för ”${other}” i en tidigare version. Om innebörden har ändrats, ge det nya alternativet en egen kod.`,
    "rule/expression/syntax": ({ value }) =>
      `Villkoret eller formeln ”${value}” går inte att läsa. Leta efter en parentes, ett citattecken eller ett ord som saknas.`,
    "rule/reference/unknown": ({ name, value }) =>
      `{${name}} används här${value && value !== name ? ` (”${value}”)` : ""}, men ingen fråga heter så. Rätta namnet.`,
    "rule/reference/self": ({ value }) =>
      `Detta beror på sitt eget svar (”${value}”). Låt det bero på en tidigare fråga.`,
    "rule/name/duplicate": ({ name }) =>
      `Namnet ”${name}” används mer än en gång. Ge var och en sitt eget namn.`,
    "rule/name/shadowing": ({ name }) =>
      `Namnet ”${name}” skymmer något annat som heter likadant. Välj ett annat namn.`,
    "rule/name/reserved": ({ name }) =>
      `Namnet ”${name}” betyder något för SurveyJS självt. Välj ett annat namn.`,
    "rule/property/unknown": ({ name }) => `”${name}” läses inte. Kontrollera stavningen eller ta bort det.`,
    "rule/property/invalid-value": ({ name, value }) =>
      `”${name}” kan inte vara ${value || "detta"}. Använd ett tillåtet värde.`,
    "rule/property/required": ({ name }) => `”${name}” saknas. Lägg till det.`,
    "rule/property/not-an-array": ({ name }) => `”${name}” måste vara en lista inom hakparenteser.`,
    "rule/expression/unknown-function": ({ name, list }) =>
      `Det finns ingen funktion ”${name}”.${list && ` Dessa kan användas: ${list}.`}`,
    "rule/cycle/calculated-value": ({ name }) => `”${name}” räknas ut av sig självt. Bryt cirkeln.`,
    "rule/cycle/trigger": () => "Dessa regler sätter i gång varandra i en cirkel. Bryt den.",
    "rule/cycle/value-write": ({ other }) =>
      `Dessa frågor fyller i varandra i en cirkel${other && ` (${other})`}. Bryt den.`,
    "rule/expression/unknown-choice": ({ name, value }) =>
      `Villkoret ”${value}” väntar på ett svar som ”${name}” inte erbjuder, så det blir aldrig sant. Använd koden för något av alternativen.`,
    "rule/expression/type-mismatch": ({ value }) =>
      `Villkoret ”${value}” jämför saker av olika slag. Jämför tal med tal och koder med koder.`,
    "rule/expression/contradiction": ({ value }) =>
      `Villkoret ”${value}” kan aldrig bli sant, så ingen får någonsin se det som beror på det. Rätta det eller ta bort grenen.`,
    "rule/expression/meaningless-condition": ({ value }) =>
      `Villkoret ”${value}” är alltid sant. Rätta det eller ta bort det.`,
    "rule/choices/dead-source": ({ value, name }) =>
      `Alternativen ska hämtas från ”${name || value}”, som inte har några. Ange en fråga med alternativ.`,
    "rule/choices/duplicate": ({ value }) =>
      `Koden ${value ? `”${value}” ` : ""}står här två gånger. Ge varje alternativ sin egen kod.`,
    "rule/trigger/unknown-target": ({ name }) => `Regeln gäller ”${name}”, och inget heter så. Rätta namnet.`,
    "rule/trigger/unknown-type": ({ name }) => `Det finns ingen regel av slaget ”${name}”. Rätta dess typ.`,
    "rule/validator/unknown-type": ({ name }) =>
      `Det finns ingen kontroll av slaget ”${name}”. Rätta dess typ.`,
    "rule/validator/dead": () => "Kontrollen kan aldrig hitta något. Rätta den eller ta bort den.",
    "rule/value/not-a-choice": ({ value }) =>
      `${value ? `”${value}”` : "Värdet"} är inget av alternativen. Använd koden för något av dem.`,
    "rule/element/count-contradiction": () =>
      "Gränserna går inte ihop, till exempel ett minsta antal som är större än det största. Rätta dem.",
    "rule/element/never-visible": ({ value, other }) =>
      `Ingen kommer någonsin att se detta: det beror på ${other || value}, som aldrig visas. Rätta villkoret eller ta bort grenen.`,
    "rule/variable/collision": ({ name }) =>
      `”${name}” är namnet på en uppgift om den svarande. Ge frågan ett annat namn.`,
    "rule/page/empty": () => "Det finns inget att se på sidan. Lägg till en fråga eller ta bort sidan.",
  },
};
