import { Link } from "wouter";
import type { ConversationView, PersonView } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { CloseIcon } from "../../parts/icons.tsx";
import { PersonBetween, PersonFacts, PersonMonths, PersonSentence, PersonTrust } from "../../parts/person.tsx";
import { t } from "../../texts/index.ts";

/** Who speaks: names on all places, who hears them, how they spoke of us, trust by deeds, what is between us. */
export function PersonPane({ view, onClose }: { view: ConversationView; onClose?: () => void }) {
  const { person } = view;
  return (
    <aside className="side pane person-pane" aria-label={t("conversations.person")}>
      {onClose && (
        <button type="button" className="ib close" aria-label={t("words.close")} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
      {person ? <Known person={person} here={view.row.id} /> : <p className="small q">{t("conversations.no_person")}</p>}
    </aside>
  );
}

function Known({ person, here }: { person: PersonView; here: string }) {
  return (
    <>
      <div className="person-top">
        <Avatar initials={person.initials} size="l" />
        <div>
          <h2>
            <Link href={`/people/${person.id}`} className="who">
              <bdi>{person.name}</bdi>
            </Link>
          </h2>
          <p className="small q">
            <PersonSentence person={person} />
          </p>
        </div>
      </div>
      <PersonFacts person={person} />
      <PersonMonths person={person} level={3} />
      {person.trust.length > 0 && <PersonTrust person={person} level={3} most={5} />}
      <PersonBetween person={person} level={3} most={8} here={here} />
    </>
  );
}
