import { Heading } from "react-aria-components";
import { Layer } from "../parts/Dialog.tsx";
import { Kbd } from "../parts/Kbd.tsx";
import { t, type TextKey } from "../texts/index.ts";

const groups: [TextKey, [string[], TextKey][]][] = [
  [
    "shell.keys_everywhere",
    [
      [["/", "⌘K"], "shell.key_find"],
      [["?"], "shell.key_list"],
      [["g n"], "shell.key_now"],
      [["g l"], "shell.key_listen"],
      [["g c"], "shell.key_conversations"],
      [["g p"], "shell.key_people"],
      [["g t"], "shell.key_topics"],
      [["g s"], "shell.key_spread"],
      [["g m"], "shell.key_campaigns"],
      [["g r"], "shell.key_results"],
      [["g y"], "shell.key_strategy"],
      [["g o"], "shell.key_sources"],
      [["g e"], "shell.key_settings"],
    ],
  ],
  [
    "shell.keys_lists",
    [
      [["j", "k"], "shell.key_next"],
      [["↵"], "shell.key_open"],
      [["esc"], "shell.key_back"],
      [["r"], "shell.key_answer"],
      [["w"], "shell.key_why"],
      [["1", "2", "3", "4"], "shell.key_correct"],
      [["."], "shell.key_new"],
      [["space"], "shell.key_hold"],
      [["[", "]"], "shell.key_columns"],
    ],
  ],
  [
    "shell.keys_conversation",
    [
      [["⌘↵"], "shell.key_send"],
      [["n"], "shell.key_note"],
      [["a"], "shell.key_assign"],
      [["z"], "shell.key_later"],
      [["e"], "shell.key_done"],
    ],
  ],
];

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Layer open={open} onClose={onClose} label={t("shell.keys")} className="dlg wide">
      <Heading slot="title">{t("shell.keys")}</Heading>
      <div className="key-groups">
        {groups.map(([name, keys]) => (
          <section key={name}>
            <h3>{t(name)}</h3>
            <dl className="keys">
              {keys.map(([names, what]) => (
                <div key={what}>
                  <dt>
                    {names.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                    <span className="vh">{names.join(", ")}</span>
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="small qq">{t("shell.keys_off")}</p>
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
      </div>
    </Layer>
  );
}
