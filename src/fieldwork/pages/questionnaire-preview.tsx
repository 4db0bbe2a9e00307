// How a questionnaire looks, on a phone and at a desk: one page in two frames of the respondent's own rendering.
import { Sheet } from "../../web/notice.tsx";
import type { QuestionnaireTexts } from "../lead-texts.ts";

/** A page or language to look at; chosen by a link, or by a button of the form that carries the file. */
export interface PreviewChoice {
  readonly label: string;
  readonly value: string;
  readonly isCurrent: boolean;
  readonly href: string | null;
  readonly lang?: string;
}

export interface Preview {
  readonly pages: readonly PreviewChoice[];
  readonly languages: readonly PreviewChoice[];
  /** The page that is shown, as a whole document. */
  readonly document: string;
  readonly pageName: string;
}

const Choices = (props: {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly PreviewChoice[];
}) => (
  <nav class="preview-choices" aria-label={props.label}>
    <strong>{props.label}:</strong>
    <ul>
      {props.choices.map((choice) => (
        <li>
          {choice.isCurrent ? (
            <span aria-current="true" lang={choice.lang}>
              {choice.label}
            </span>
          ) : choice.href === null ? (
            <button
              type="submit"
              class="plain-button"
              form={lookForm}
              name={props.name}
              value={choice.value}
              lang={choice.lang}
            >
              {choice.label}
            </button>
          ) : (
            <a href={choice.href} lang={choice.lang}>
              {choice.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

/** Id of the form whose buttons choose page and language where a file travels with them. */
export const lookForm = "look";

/** Widths of the devices in points, how much the picture is made smaller to fit, and the list of findings. */
export const questionnaireStyle = `
.finding-list{list-style:none;margin:0;padding:0}
.finding-list li{padding:.75rem 0;border-top:1px solid #d5dade;overflow-wrap:anywhere}
.finding-list p{margin:.35rem 0 0}
.preview-frame{overflow:auto;border:1px solid #b0b8c0;border-radius:8px;background:#fff;max-width:100%}
.preview-frame iframe{display:block;border:0;transform-origin:0 0}
.preview-phone{width:390px;height:700px}
.preview-phone iframe{width:390px;height:700px}
.preview-desktop{width:832px;height:585px}
.preview-desktop iframe{width:1280px;height:900px;transform:scale(.65)}
.preview-choices{margin:.75rem 0}
.preview-choices ul{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;list-style:none;margin:.25rem 0 0;padding:0}
.preview-choices button{font:inherit;padding:0;text-align:start}
.preview-choices [aria-current]{font-weight:600}
.preview-look figure{margin:1.5rem 0}
.preview-look figcaption{margin-bottom:.5rem}
`;

/** The preview with its choices. */
export const PreviewPart = (props: { readonly preview: Preview; readonly texts: QuestionnaireTexts }) => {
  const { view } = props.texts;
  const { preview } = props;
  const frame = (kind: "phone" | "desktop", device: string) => (
    <figure>
      <figcaption>{device}</figcaption>
      <section
        class={`preview-frame preview-${kind}`}
        tabindex={0}
        aria-label={view.preview(device, preview.pageName)}
      >
        <iframe
          title={view.preview(device, preview.pageName)}
          srcdoc={preview.document}
          sandbox=""
          width={kind === "phone" ? 390 : 1280}
          height={kind === "phone" ? 700 : 900}
        />
      </section>
    </figure>
  );
  return (
    <Sheet>
      <h2 id="preview">{view.previewHeading}</h2>
      <p>{view.previewIntro}</p>
      <Choices label={view.pages} name="page" choices={preview.pages} />
      {preview.languages.length < 2 ? null : (
        <Choices label={view.languages} name="lang" choices={preview.languages} />
      )}
      <div class="preview-look">
        {frame("phone", view.phone)}
        {frame("desktop", view.desktop)}
      </div>
    </Sheet>
  );
};
