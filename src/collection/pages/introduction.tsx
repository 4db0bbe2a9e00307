// What is said before the first question: who asks, what about, how long, who sees what, how to stop, how to say no.
import { roleLabel } from "../../study/study.ts";
import { writtenDay } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";
import { municipalityNameOf } from "../walk-context.ts";

const secondsPerItem = 12;
const secondsPerOpenItem = 40;

/** Rough time for all questions of the instrument, in whole minutes, at least 1. */
const minutesFor = (visit: Visit): number => {
  const { variables } = visit.prepared.questionnaire.instrument;
  const seconds = variables.map(({ kind }) => (kind === "open" ? secondsPerOpenItem : secondsPerItem));
  return Math.max(1, Math.round(seconds.reduce((sum, one) => sum + one, 0) / 60));
};

export const Introduction = ({ visit }: { readonly visit: Visit }) => {
  const { intro } = visit.texts.respondent;
  const { entered, language } = visit;
  const { study, questionnaire } = visit.prepared;
  const description = questionnaire.instrument.description[language] ?? "";
  const role = roleLabel(study, entered.role, language).singular;
  const municipality = municipalityNameOf(entered, study);
  return (
    <>
      <p>
        {description === "" ? `${intro.takes(minutesFor(visit))} ` : `${description} `}
        {intro.voluntary}
      </p>
      <ul class="small">
        <li>{intro.asks(study.controller.name, role, municipality)}</li>
        <li>{intro.who(study.minimumBase)}</li>
        <li>{intro.stop(writtenDay(entered.closesOn, language))}</li>
        <li>{intro.unsent}</li>
      </ul>
      <ul class="links small">
        <li>
          <a href={addressIn(visit, ["privacy"])}>{intro.privacy}</a>
        </li>
        <li>
          <a href={addressIn(visit, ["decline"])}>{intro.no}</a>
        </li>
      </ul>
    </>
  );
};
