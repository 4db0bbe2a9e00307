// The parts of a page of questions that are renewed while it is being filled in: how far, what is asked, the ways on.
import type { PageView } from "../../questionnaire/page-view.ts";
import { PageQuestions } from "../../questionnaire/pages/element.tsx";
import { Button } from "../../web/form.tsx";
import { Progress } from "../../web/notice.tsx";
import type { Visit } from "../visit.ts";

interface Part {
  readonly visit: Visit;
  readonly page: PageView;
}

export const ProgressPart = ({ visit, page }: Part) => (
  <div data-live="progress">
    {page.total > 1 ? <Progress page={page.number} total={page.total} texts={visit.texts.web} /> : null}
  </div>
);

export const QuestionsPart = ({ page }: Part) => (
  <div data-live="questions">
    {page.description === "" ? null : <p>{page.description}</p>}
    <PageQuestions page={page} />
  </div>
);

export const ButtonsPart = ({ visit, page }: Part) => {
  const words = visit.texts.respondent.page;
  const send = visit.situation === "correcting" ? words.sendCorrected : words.send;
  return (
    <div data-live="buttons">
      {page.isLast && !page.isFirst ? <p class="hint">{words.lastPage}</p> : null}
      {page.isLast && visit.situation === "correcting" ? (
        <p class="hint">{visit.texts.unsaved.newWord}</p>
      ) : null}
      <div class="actions">
        <Button name="press" value="next">
          {page.isLast ? send : words.next}
        </Button>
        {page.isFirst ? null : (
          <Button name="press" value="back" variant="secondary" skipsChecks>
            {words.back}
          </Button>
        )}
        <Button name="press" value="later" variant="tertiary" skipsChecks>
          {words.later}
        </Button>
      </div>
    </div>
  );
};

/** What the page's script gets back for what it saved. */
export const LiveParts = (part: Part) => (
  <>
    <ProgressPart {...part} />
    <QuestionsPart {...part} />
    <ButtonsPart {...part} />
  </>
);

/** Where the script says what is saved; empty, and out of the way, without it. */
export const SavedLine = ({ visit }: { readonly visit: Visit }) => {
  const { saved, more, waiting, goOn, refused } = visit.texts.unsaved;
  return (
    <p
      class="saved"
      role="status"
      data-saved={saved}
      data-more={more}
      data-waiting={waiting}
      data-go-on={goOn}
      data-refused={refused}
    />
  );
};
