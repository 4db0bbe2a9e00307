// Choosing a file of people to load, and what the file must hold.
import { Button, ChoiceField, FileField, PostForm, type SummaryLine, TextField } from "../../web/form.tsx";
import { DataTable, Sheet } from "../../web/notice.tsx";
import type { PeopleTexts } from "../lead-texts.ts";
import { type Crumb, type LeadFrame, LeadPage } from "./lead-frame.tsx";

/** A column that the file may hold. */
export interface ColumnLine {
  readonly heading: string;
  readonly isNeeded: boolean;
  readonly meaning: string;
}

export const LoadPage = (props: {
  readonly frame: LeadFrame;
  readonly crumbs: readonly Crumb[];
  readonly action: string;
  readonly exampleHref: string;
  readonly columns: readonly ColumnLine[];
  readonly mostMegabytes: number;
  readonly asOf: string;
  readonly absent: "keep" | "leave";
  /** Whether there is anybody in the study who could be missing from the file. */
  readonly hasPeople: boolean;
  readonly problems: readonly SummaryLine[];
  readonly texts: PeopleTexts;
}) => {
  const texts = props.texts.load;
  return (
    <LeadPage frame={props.frame} title={texts.title} crumbs={props.crumbs} problems={props.problems}>
      <Sheet>
        <p>{texts.intro}</p>
        <PostForm action={props.action} hasFile>
          <FileField
            name="file"
            label={texts.file}
            hint={texts.fileHelp(props.mostMegabytes)}
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            problem={props.problems.find(({ field }) => field === "file")?.message}
            texts={props.frame.texts}
          />
          <TextField
            type="date"
            name="as_of"
            label={texts.asOf}
            hint={texts.asOfHelp}
            value={props.asOf}
            problem={props.problems.find(({ field }) => field === "as_of")?.message}
            texts={props.frame.texts}
          />
          {props.hasPeople ? (
            <ChoiceField
              name="absent"
              label={texts.absent}
              options={[
                { value: "keep", label: texts.absentKeep },
                { value: "leave", label: texts.absentLeave },
              ]}
              values={[props.absent]}
              texts={props.frame.texts}
            />
          ) : null}
          <Button>{texts.submit}</Button>
        </PostForm>
      </Sheet>
      <Sheet>
        <h2>{texts.columnsHeading}</h2>
        <p>{texts.columnsIntro}</p>
        <DataTable
          caption={texts.columnsCaption}
          texts={props.frame.texts}
          rows={props.columns}
          columns={[
            {
              heading: texts.columns.heading,
              cell: (column) => (
                <>
                  {column.heading}
                  {column.isNeeded ? (
                    <>
                      <br />
                      <span class="muted">{texts.needed}</span>
                    </>
                  ) : null}
                </>
              ),
              isRowHeading: true,
            },
            { heading: texts.columns.meaning, cell: (column) => column.meaning },
          ]}
        />
        <p>
          <a href={props.exampleHref}>{texts.example}</a>
        </p>
      </Sheet>
    </LeadPage>
  );
};
