// People and seats for tests, put in as the service puts them in.
import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../src/db/schema.ts";
import { addMember } from "../../src/panel/add-member.ts";
import type { MemberId } from "../../src/panel/member.ts";
import type { StudyId } from "../../src/study/study.ts";
import { plainVault } from "./plain-vault.ts";

/** Adds a person to a study; a politician of Flen since ever with an address of their own, unless said otherwise. */
export async function aMember(
  db: Kysely<Database>,
  studyId: StudyId,
  now: Date,
  {
    name = "Anna Exempel",
    email = `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org` as string | null,
    role = "politician",
    municipality = "0482",
    from = null as string | null,
  } = {},
): Promise<MemberId> {
  const added = await addMember(db, plainVault, {
    studyId,
    contact: { name, email },
    post: { role, municipality },
    from,
    isAddressShared: true,
    actor: "test",
    now,
    randomBytes,
  });
  if (added.kind !== "added") throw new Error(JSON.stringify(added));
  return added.memberId;
}
