import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { post } from "../../api/client.ts";
import type { CompanyEntered, SessionView } from "../../api/types.ts";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, letIn } from "./Door.tsx";

interface Answer {
  code: string | null;
  state: string | null;
  iss: string | null;
}

/* The code leaves the address before anything else is loaded. */
function takeAnswer(): Answer {
  const brought = new URLSearchParams(window.location.search);
  window.history.replaceState(null, "", window.location.pathname);
  return { code: brought.get("code"), state: brought.get("state"), iss: brought.get("iss") };
}

/** Where the company sends the browser back to: signs in, or links the account of who is signed in. */
export function CompanyBack({ session }: { session: SessionView }) {
  const [answer] = useState(takeAnswer);
  const [, go] = useLocation();
  const inside = session.person !== null;
  const tried = useRef(false);
  const enter = useMutation({
    mutationFn: async () => {
      if (inside) {
        await post("/me/factors/company/answer", answer);
        return go("/settings/security", { replace: true });
      }
      const { session: view, next } = await post<CompanyEntered>("/session/company/answer", answer);
      letIn(view);
      go(next, { replace: true });
    },
  });
  const { mutate } = enter;
  useEffect(() => {
    if (tried.current || !answer.code) return;
    tried.current = true;
    mutate();
  }, [answer, mutate]);
  if (answer.code && !enter.error) return <Door title={t("signin.code_working")} />;
  return (
    <Door title={t("signin.company_failed")}>
      {enter.error ? <ErrorNote error={enter.error} /> : <Notice fault>{t("signin.company_refused")}</Notice>}
      <div className="other-doors">
        <button type="button" className="btn" onClick={() => go(inside ? "/settings/security" : "/", { replace: true })}>
          {t("signin.back")}
        </button>
      </div>
    </Door>
  );
}
