// Every text in Bokmål.

import type { Catalogue } from "../catalogue.ts";
import { access } from "./access.ts";
import { changeSentence } from "./change-sentence.ts";
import { fieldwork } from "./fieldwork.ts";
import { fieldworkMail } from "./fieldwork-mail.ts";
import { fieldworkPeople } from "./fieldwork-people.ts";
import { fieldworkQuestionnaire } from "./fieldwork-questionnaire.ts";
import { mail } from "./mail.ts";
import { methodNote } from "./method-note.ts";
import { panel } from "./panel.ts";
import { publicUse } from "./public-use.ts";
import { questionnaire } from "./questionnaire.ts";
import { questionnaireFindings } from "./questionnaire-findings.ts";
import { questionnaireTemplate } from "./questionnaire-template.ts";
import { report } from "./report.ts";
import { respondent } from "./respondent.ts";
import { study } from "./study.ts";
import { unsaved } from "./unsaved.ts";
import { web } from "./web.ts";

export const bokmal: Catalogue = {
  access,
  changeSentence,
  fieldwork,
  fieldworkMail,
  fieldworkPeople,
  fieldworkQuestionnaire,
  mail,
  methodNote,
  panel,
  publicUse,
  questionnaire,
  questionnaireFindings,
  questionnaireTemplate,
  report,
  respondent,
  study,
  unsaved,
  web,
};
