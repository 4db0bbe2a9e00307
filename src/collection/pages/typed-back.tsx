// What was filled in and could not be saved, so that it can be copied.
import type { RespondentTexts } from "../respondent-texts.ts";
import type { TypedAnswer } from "../typed-answers.ts";

export const TypedBack = (props: {
  readonly typed: readonly TypedAnswer[] | null;
  readonly texts: RespondentTexts;
}) => {
  const { typedTitle, typedText } = props.texts.unsaved;
  if (props.typed === null || props.typed.length === 0) return null;
  return (
    <section class="sheet">
      <h2>{typedTitle}</h2>
      <p>{typedText}</p>
      <ul>
        {props.typed.map(({ title, answer }) => (
          <li class="typed">
            {title === "" ? null : <strong>{title} </strong>}
            {answer}
          </li>
        ))}
      </ul>
    </section>
  );
};
