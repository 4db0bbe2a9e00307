// The note on method, and where a study's figures come from.

import type { Catalogue } from "../../language/catalogue.ts";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PageTexts } from "../../web/page-texts.ts";
import { type Crumb, type EvaluatorFrame, EvaluatorPage } from "./evaluator-frame.tsx";

/** One kept set of counts. */
export interface SourceLine {
  readonly waves: string;
  readonly madeAt: string;
  readonly questionnaires: string;
  readonly asked: string;
  readonly program: string;
  /** The first characters of its checksum. */
  readonly fingerprint: string;
}

export const MethodPage = (props: {
  readonly frame: EvaluatorFrame;
  readonly pageTexts: PageTexts;
  readonly texts: Catalogue["methodNote"];
  readonly crumbs: readonly Crumb[];
  readonly minimumBase: string;
  readonly sources: readonly SourceLine[];
}) => {
  const { texts } = props;
  return (
    <EvaluatorPage frame={props.frame} title={texts.title} crumbs={props.crumbs}>
      <Sheet>
        <div class="narrow">
          <p>{texts.intro}</p>
          {texts.sections(props.minimumBase).map((section) => (
            <section>
              <h2>{section.heading}</h2>
              {section.paragraphs.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </section>
          ))}
        </div>
      </Sheet>
      {props.sources.length === 0 ? null : (
        <Sheet>
          <h2>{texts.sourceHeading}</h2>
          <p>{texts.sourceText}</p>
          <div class="figures">
            <DataTable
              caption={texts.sourceCaption}
              texts={props.pageTexts}
              rows={props.sources}
              columns={[
                { heading: texts.columns.waves, cell: (line) => line.waves, isRowHeading: true },
                { heading: texts.columns.madeAt, cell: (line) => line.madeAt },
                { heading: texts.columns.questionnaire, cell: (line) => line.questionnaires },
                { heading: texts.columns.cases, cell: (line) => line.asked, isNumber: true },
                { heading: texts.columns.program, cell: (line) => line.program },
                { heading: texts.columns.fingerprint, cell: (line) => <code>{line.fingerprint}</code> },
              ]}
            />
          </div>
        </Sheet>
      )}
    </EvaluatorPage>
  );
};
