// The frame of a respondent's page: study at the top, languages, and at the foot who is responsible and the ways out.
import type { Child } from "hono/jsx";
import { studyTitle } from "../../study/study.ts";
import { type FooterLink, type LanguageChoice, Layout, type PageScript } from "../../web/layout.tsx";
import { withQuery } from "../addresses.ts";
import { languageNames, writtenContact } from "../respondent-texts.ts";
import { addressIn, type Visit } from "../visit.ts";

export interface RespondentFrameProps {
  readonly visit: Visit;
  readonly nonce: string;
  /** What the page is about; stands in the tab before the study's title. */
  readonly heading: string;
  /** Path of this page, for the language switch; no switch without it. */
  readonly path?: string | undefined;
  /** Where the page holds a form whose content the language switch must not lose. */
  readonly languageFormId?: string;
  readonly extraStyle?: string;
  /** What the page's script does with answers in the device: keeps and sends them, or removes them. */
  readonly script?: "keeps" | "forgets";
  readonly children?: Child;
}

const languagesOf = ({ visit, path, languageFormId }: RespondentFrameProps): LanguageChoice[] =>
  path === undefined && languageFormId === undefined
    ? []
    : visit.prepared.study.languages.map((code) => ({
        code,
        name: languageNames[code],
        isCurrent: code === visit.language,
        href: path === undefined ? null : withQuery(path, { lang: code }),
      }));

const footerOf = (visit: Visit): FooterLink[] => {
  const { footer } = visit.texts.respondent;
  const canDecline = visit.situation === "answering";
  return [
    { href: addressIn(visit, ["privacy"]), label: footer.privacy },
    { href: addressIn(visit, ["own"]), label: footer.own },
    ...(canDecline ? [{ href: addressIn(visit, ["decline"]), label: footer.decline }] : []),
    { href: withQuery("/lost", { lang: visit.language }), label: footer.lost },
    { href: withQuery("/accessibility", { lang: visit.language }), label: footer.accessibility },
  ];
};

const scriptOf = ({ caseMark, linkMark }: Visit, isOver: boolean): PageScript => ({
  caseMark,
  linkMark,
  isOver,
});

export const RespondentFrame = (props: RespondentFrameProps) => {
  const { visit } = props;
  const { study } = visit.prepared;
  const site = studyTitle(study, visit.language);
  return (
    <Layout
      lang={visit.language}
      title={`${props.heading} – ${site}`}
      site={site}
      nonce={props.nonce}
      texts={visit.texts.web}
      languages={languagesOf(props)}
      {...(props.languageFormId === undefined ? {} : { languageFormId: props.languageFormId })}
      {...(props.extraStyle === undefined ? {} : { extraStyle: props.extraStyle })}
      {...(props.script === undefined ? {} : { script: scriptOf(visit, props.script === "forgets") })}
      responsible={visit.texts.respondent.footer.responsible(study.controller.name, writtenContact(study))}
      footerLinks={footerOf(visit)}
    >
      {props.children}
    </Layout>
  );
};
