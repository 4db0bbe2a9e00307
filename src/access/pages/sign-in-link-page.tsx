// Where a sign-in link leads: a button that uses it up, or why there is none and how to go on.
import { Button, ButtonLink, PostForm } from "../../web/form.tsx";
import { type SignInLink, signInLinkMinutes } from "../sign-in-link.ts";
import { AccessFrame, type AccessPageProps } from "./access-frame.tsx";

export const SignInLinkPage = (props: AccessPageProps & { readonly action: string }) => {
  const { link } = props.texts.access;
  return (
    <AccessFrame {...props} heading={link.title}>
      <p>{link.text}</p>
      <PostForm action={props.action}>
        <p class="actions">
          <Button>{link.button}</Button>
        </p>
      </PostForm>
    </AccessFrame>
  );
};

export const SpentLinkPage = (props: AccessPageProps & { readonly reason: Exclude<SignInLink, "ready"> }) => {
  const { spent } = props.texts.access;
  const { title, text } = spent[props.reason];
  return (
    <AccessFrame {...props} heading={title}>
      <p>{typeof text === "string" ? text : text(signInLinkMinutes)}</p>
      <p class="actions">
        <ButtonLink href="/sign-in">{spent.again}</ButtonLink>
      </p>
    </AccessFrame>
  );
};
