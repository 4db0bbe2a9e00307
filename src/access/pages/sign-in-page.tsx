// Where staff ask for a sign-in link, and what they are told whoever they are.
import { Button, ButtonLink, ErrorSummary, PostForm, TextField } from "../../web/form.tsx";
import { signInLinkMinutes } from "../sign-in-link.ts";
import { AccessFrame, type AccessPageProps } from "./access-frame.tsx";

export const SignInPage = (
  props: AccessPageProps & { readonly email?: string; readonly problem?: "not-an-address" | "too-many" },
) => {
  const { signIn } = props.texts.access;
  const problem =
    props.problem === undefined
      ? undefined
      : { "not-an-address": signIn.emailProblem, "too-many": signIn.tooMany }[props.problem];
  return (
    <AccessFrame {...props} heading={signIn.title}>
      <ErrorSummary
        lines={problem === undefined ? [] : [{ field: "email", message: problem }]}
        texts={props.texts.web}
      />
      <p>{signIn.text}</p>
      <PostForm action="/sign-in">
        <TextField
          name="email"
          type="email"
          label={signIn.email}
          value={props.email ?? ""}
          problem={problem}
          autocomplete="email"
          inputMode="email"
          maxLength={254}
          isLiteral
          texts={props.texts.web}
        />
        <p class="actions">
          <Button>{signIn.button}</Button>
        </p>
      </PostForm>
    </AccessFrame>
  );
};

export const SignInSentPage = (props: AccessPageProps) => {
  const { sent } = props.texts.access;
  return (
    <AccessFrame {...props} heading={sent.title}>
      <p>{sent.text(signInLinkMinutes)}</p>
      <p>{sent.nothingCame}</p>
      <p class="actions">
        <ButtonLink href="/sign-in" variant="secondary">
          {sent.again}
        </ButtonLink>
      </p>
    </AccessFrame>
  );
};
