// Before withdrawing: what happens, how much is meant, and a way back.
import { Button, ButtonLink, ChoiceField, ErrorSummary, PostForm } from "../../web/form.tsx";
import { addressIn, type Visit } from "../visit.ts";
import { RespondentFrame } from "./respondent-frame.tsx";

export const WithdrawPage = (props: {
  readonly visit: Visit;
  readonly nonce: string;
  readonly hasProblem: boolean;
}) => {
  const { visit } = props;
  const { respondent, web } = visit.texts;
  const words = respondent.withdraw;
  const problem = props.hasProblem ? words.choose : undefined;
  const isRest = visit.entered.isWithdrawn;
  const action = addressIn(visit, ["own", "withdraw"]);
  return (
    <RespondentFrame
      visit={visit}
      nonce={props.nonce}
      heading={props.hasProblem ? respondent.page.errorTitle(words.title) : words.title}
      path={action}
    >
      <ErrorSummary lines={problem === undefined ? [] : [{ field: "scope", message: problem }]} texts={web} />
      <section class="sheet">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <PostForm
          action={action}
          fields={{ language: visit.language, ...(isRest ? { scope: "study" } : {}) }}
        >
          {isRest ? (
            <p>{words.otherRounds}.</p>
          ) : (
            <ChoiceField
              name="scope"
              label={words.scope}
              problem={problem}
              options={[
                { value: "wave", label: words.wave },
                { value: "study", label: words.study },
              ]}
              texts={web}
            />
          )}
          <div class="actions">
            <Button color="danger">{words.button}</Button>
            <ButtonLink href={addressIn(visit, ["own"])} variant="secondary">
              {words.keep}
            </ButtonLink>
          </div>
        </PostForm>
      </section>
    </RespondentFrame>
  );
};
