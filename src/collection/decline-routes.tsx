// Saying no, not me, or no longer in the post; and taking it back.
import { Hono } from "hono";
import { typedDay } from "../study/calendar-date.ts";
import { fieldOf } from "../web/form-body.ts";
import { nonceOf } from "../web/security-headers.ts";
import { seeOther, sendPage } from "../web/send-page.ts";
import type { Stance } from "./entered-case.ts";
import { DeclinedPage, DeclinePage } from "./pages/decline-page.tsx";
import { onPost, onVisit, type RouteDeps, situationResponse } from "./respond.tsx";
import { saveStance } from "./stance-store.ts";
import { addressIn } from "./visit.ts";

const stances: readonly Stance[] = ["declined", "not_me", "left_office"];

/** Mount at "/". */
export const declineRoutes = (deps: RouteDeps): Hono => {
  const routes = new Hono();

  routes.get("/s/:link/decline", (c) =>
    onVisit(c, deps, (visit) =>
      visit.situation === "answering"
        ? sendPage(
            c,
            <DeclinePage
              visit={visit}
              nonce={nonceOf(c)}
              leftOn=""
              hasProblem={false}
              isUndone={c.req.query("undone") === "1" && visit.entered.stance === null}
            />,
          )
        : situationResponse(c, visit),
    ),
  );

  routes.post("/s/:link/decline", (c) =>
    onPost(c, deps, async (visit, pairs) => {
      if (visit.situation !== "answering") return situationResponse(c, visit, []);
      const stance = stances.find((known) => known === fieldOf(pairs, "stance"));
      if (stance === undefined) return seeOther(c, addressIn(visit, ["decline"]));
      const typed = stance === "left_office" ? fieldOf(pairs, "on").trim() : "";
      const leftOn = typedDay(typed);
      if (typed !== "" && leftOn === null) {
        const shown = typed.slice(0, 40);
        return sendPage(
          c,
          <DeclinePage visit={visit} nonce={nonceOf(c)} leftOn={shown} hasProblem isUndone={false} />,
          422,
        );
      }
      const isSaved = await saveStance(deps.db, {
        entered: visit.entered,
        stance,
        leftOn,
        now: deps.now(),
      });
      return seeOther(c, addressIn(visit, isSaved ? ["declined"] : []));
    }),
  );

  routes.get("/s/:link/declined", (c) =>
    onVisit(c, deps, (visit) => {
      const { stance } = visit.entered;
      if (stance !== null)
        return sendPage(c, <DeclinedPage visit={visit} nonce={nonceOf(c)} stance={stance} />);
      return seeOther(c, addressIn(visit));
    }),
  );

  routes.post("/s/:link/undo", (c) =>
    onPost(c, deps, async (visit) => {
      if (visit.situation !== "answering") return situationResponse(c, visit, []);
      const { entered } = visit;
      await saveStance(deps.db, { entered, stance: null, leftOn: null, now: deps.now() });
      return seeOther(c, addressIn(visit, ["decline"], { undone: "1" }));
    }),
  );

  return routes;
};
