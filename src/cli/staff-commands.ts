// tidvis staff add | list | remove: who may lead a study and who may evaluate it.
import { type Command, Option } from "commander";
import { addStaff, listStaff, removeStaffRole } from "../access/add-staff.ts";
import type { StaffRole } from "../access/staff.ts";
import { alignedTable, type CommandContext, CommandRefusedError, operator, studyNamed } from "./command.ts";

const roleOption = () =>
  new Option("--role <role>", "what the person may do").choices(["lead", "evaluator"]).makeOptionMandatory();

export function addStaffCommands(program: Command, context: CommandContext): void {
  const staff = program.command("staff").description("who may lead a study, and who may evaluate it");

  staff
    .command("add")
    .argument("<study>")
    .argument("<email>")
    .addOption(roleOption())
    .description("give a person a role; they sign in at /sign-in with a link sent to the address")
    .action(async (studyId: string, email: string, { role }: { role: StaffRole }) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const added = await addStaff(deps.db, deps, study, { email, role, actor: operator, now: deps.now() });
      switch (added.kind) {
        case "added":
          return context.io.out(
            `${email} is now ${role} of ${studyId}; sign in at ${deps.publicUrl}/sign-in`,
          );
        case "already":
          return context.io.out(`${email} is already ${role} of ${studyId}`);
        case "two-roles-not-allowed":
          throw new CommandRefusedError(
            `${email} has the other role in ${studyId}; one person may be both only where study.json says "onePersonTwoRoles": true`,
          );
        case "not-an-address":
          throw new CommandRefusedError(`"${email}" is not an e-mail address`);
      }
    });

  staff
    .command("list")
    .argument("<study>")
    .description("everybody with a role in the study")
    .action(async (studyId: string) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const people = await listStaff(deps.db, deps.keys, study.studyId);
      for (const line of alignedTable(people.map(({ email, role }) => [email, role]))) context.io.out(line);
      if (people.length === 0) context.io.err(`nobody yet; tidvis staff add ${studyId} EMAIL --role lead`);
    });

  staff
    .command("remove")
    .argument("<study>")
    .argument("<email>")
    .addOption(roleOption())
    .description("take a role away; it ends with the person's next click")
    .action(async (studyId: string, email: string, { role }: { role: StaffRole }) => {
      const deps = await context.open();
      const study = await studyNamed(deps, studyId);
      const people = await listStaff(deps.db, deps.keys, study.studyId);
      const person = people.find(
        (held) => held.email.toLowerCase() === email.toLowerCase() && held.role === role,
      );
      if (person === undefined) throw new CommandRefusedError(`${email} is not ${role} of ${studyId}`);
      const { staffId } = person;
      await removeStaffRole(deps.db, {
        studyId: study.studyId,
        staffId,
        role,
        actor: operator,
        now: deps.now(),
      });
      context.io.out(`${email} is no longer ${role} of ${studyId}`);
    });
}
