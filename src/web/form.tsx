// Pieces of forms: fields with label, hint and message; buttons; the summary of what must be mended.
import type { Child } from "hono/jsx";
import type { PageTexts } from "./page-texts.ts";

export type ButtonVariant = "primary" | "secondary" | "tertiary";

export interface ButtonProps {
  readonly variant?: ButtonVariant;
  readonly color?: "danger" | "neutral";
  readonly name?: string;
  readonly value?: string;
  /** Sends the form without the browser's own checks. */
  readonly skipsChecks?: boolean;
  /** Id of the form it sends, where it stands outside of it. */
  readonly form?: string;
  readonly children?: Child;
}

/** A button that sends its form. */
export const Button = (props: ButtonProps) => (
  <button
    type="submit"
    class="ds-button"
    data-variant={props.variant ?? "primary"}
    data-color={props.color}
    name={props.name}
    value={props.value}
    form={props.form}
    formnovalidate={props.skipsChecks === true ? true : undefined}
  >
    {props.children}
  </button>
);

/** A link that looks like a button: leads somewhere and changes nothing. */
export const ButtonLink = (props: {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly children?: Child;
}) => (
  <a class="ds-button" data-variant={props.variant ?? "primary"} href={props.href}>
    {props.children}
  </a>
);

/** Fields that travel with a form unseen. */
export const HiddenFields = ({ fields }: { readonly fields: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

export interface PostFormProps {
  readonly action: string;
  readonly id?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Set for forms with a file in them. */
  readonly hasFile?: boolean;
  readonly children?: Child;
}

/** A form that is posted. The browser's own checks are off: the page says what is wrong, in its own words. */
export const PostForm = (props: PostFormProps) => (
  <form
    method="post"
    action={props.action}
    id={props.id}
    enctype={props.hasFile === true ? "multipart/form-data" : undefined}
    novalidate
  >
    <HiddenFields fields={props.fields ?? {}} />
    {props.children}
  </form>
);

interface FieldFrame {
  /** Form field; the element's id is the same. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, to be shown at the field. */
  readonly problem?: string | undefined;
  readonly texts: PageTexts;
}

const describedBy = (field: FieldFrame): string | undefined =>
  [
    ...(field.hint === undefined ? [] : [`${field.name}-hint`]),
    ...(field.problem === undefined ? [] : [`${field.name}-problem`]),
  ].join(" ") || undefined;

const HintAndProblem = (field: FieldFrame) => (
  <>
    {field.hint === undefined ? null : (
      <p class="hint" id={`${field.name}-hint`}>
        {field.hint}
      </p>
    )}
    {field.problem === undefined ? null : (
      <p class="problem" id={`${field.name}-problem`}>
        <span class="sr-only">{field.texts.errorPrefix} </span>
        {field.problem}
      </p>
    )}
  </>
);

export interface TextFieldProps extends FieldFrame {
  readonly type?: "text" | "email" | "tel" | "date" | "number" | "search";
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly autocomplete?: string;
  readonly inputMode?: "text" | "email" | "tel" | "numeric" | "decimal";
  readonly maxLength?: number;
  /** Width in characters, for short things like codes and dates. */
  readonly size?: number;
  /** For codes and addresses: no capitals, no correction. */
  readonly isLiteral?: boolean;
}

/** One line of text with its label. */
export const TextField = (props: TextFieldProps) => (
  <div class={props.problem === undefined ? "field" : "field has-problem"}>
    <label for={props.name}>{props.label}</label>
    <HintAndProblem {...props} />
    <input
      class="ds-input"
      type={props.type ?? "text"}
      id={props.name}
      name={props.name}
      value={props.value ?? ""}
      required={props.isRequired === true ? true : undefined}
      autocomplete={props.autocomplete ?? "off"}
      inputmode={props.inputMode}
      maxlength={props.maxLength}
      size={props.size}
      autocapitalize={props.isLiteral === true ? "none" : undefined}
      spellcheck={props.isLiteral === true ? false : undefined}
      aria-describedby={describedBy(props)}
      aria-invalid={props.problem === undefined ? undefined : "true"}
    />
  </div>
);

/** Several lines of text with their label. */
export const TextAreaField = (
  props: FieldFrame & { readonly value?: string; readonly rows?: number; readonly maxLength?: number },
) => (
  <div class={props.problem === undefined ? "field" : "field has-problem"}>
    <label for={props.name}>{props.label}</label>
    <HintAndProblem {...props} />
    <textarea
      class="ds-input"
      id={props.name}
      name={props.name}
      rows={props.rows ?? 4}
      maxlength={props.maxLength}
      aria-describedby={describedBy(props)}
      aria-invalid={props.problem === undefined ? undefined : "true"}
    >
      {props.value ?? ""}
    </textarea>
  </div>
);

/** An option of a list or a group. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** One of many, as a list that opens. */
export const SelectField = (
  props: FieldFrame & { readonly options: readonly Option[]; readonly value?: string },
) => (
  <div class={props.problem === undefined ? "field" : "field has-problem"}>
    <label for={props.name}>{props.label}</label>
    <HintAndProblem {...props} />
    <select
      class="ds-input"
      id={props.name}
      name={props.name}
      aria-describedby={describedBy(props)}
      aria-invalid={props.problem === undefined ? undefined : "true"}
    >
      {props.options.map((option) => (
        <option value={option.value} selected={option.value === props.value ? true : undefined}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** A file to choose. */
export const FileField = (props: FieldFrame & { readonly accept?: string }) => (
  <div class={props.problem === undefined ? "field" : "field has-problem"}>
    <label for={props.name}>{props.label}</label>
    <HintAndProblem {...props} />
    <input
      type="file"
      id={props.name}
      name={props.name}
      accept={props.accept}
      aria-describedby={describedBy(props)}
      aria-invalid={props.problem === undefined ? undefined : "true"}
    />
  </div>
);

/** One or several of a few, each as a broad row: radios, or checkboxes with `isMulti`. */
export const ChoiceField = (
  props: FieldFrame & {
    readonly options: readonly Option[];
    readonly values?: readonly string[];
    readonly isMulti?: boolean;
  },
) => (
  <fieldset
    class={props.problem === undefined ? "field" : "field has-problem"}
    id={props.name}
    tabindex={-1}
    aria-describedby={describedBy(props)}
  >
    <legend>{props.label}</legend>
    <HintAndProblem {...props} />
    {props.options.map((option) => (
      <label class="choice">
        <input
          class="ds-input"
          type={props.isMulti === true ? "checkbox" : "radio"}
          name={props.name}
          value={option.value}
          checked={(props.values ?? []).includes(option.value) ? true : undefined}
        />
        <span>
          {option.label}
          {option.hint === undefined ? null : <span class="choice-hint">{option.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

/** A message that belongs to a field; the link leads there. */
export interface SummaryLine {
  /** Id of the element to go to. */
  readonly field: string;
  readonly message: string;
}

/** All that must be mended on the page, first thing in its content; nothing when there is nothing. */
export const ErrorSummary = (props: { readonly lines: readonly SummaryLine[]; readonly texts: PageTexts }) =>
  props.lines.length === 0 ? null : (
    <section class="ds-error-summary" role="alert" aria-labelledby="error-summary" tabindex={-1}>
      <h2 id="error-summary">{props.texts.errorSummary}</h2>
      <ul>
        {props.lines.map((line) => (
          <li>
            <a href={`#${encodeURIComponent(line.field)}`}>{line.message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
