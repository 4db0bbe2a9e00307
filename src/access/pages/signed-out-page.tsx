// After signing out, and when a form comes from somebody whose session has ended.
import { ButtonLink } from "../../web/form.tsx";
import { AccessFrame, type AccessPageProps } from "./access-frame.tsx";

export const SignedOutPage = (
  props: AccessPageProps & { readonly reason: "signed-out" | "session-ended" },
) => {
  const { signedOut, sessionEnded } = props.texts.access;
  const { title, text } = props.reason === "signed-out" ? signedOut : sessionEnded;
  return (
    <AccessFrame {...props} heading={title}>
      <p>{text}</p>
      <p class="actions">
        <ButtonLink href="/sign-in">{signedOut.again}</ButtonLink>
      </p>
    </AccessFrame>
  );
};
