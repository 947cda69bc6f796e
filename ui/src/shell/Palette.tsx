import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Autocomplete, Input, Menu, MenuItem, SearchField } from "react-aria-components";
import { useLocation } from "wouter";
import { get } from "../api/client.ts";
import type { PeoplePage } from "../api/types.ts";
import { Avatar } from "../parts/Avatar.tsx";
import { Layer } from "../parts/Dialog.tsx";
import { listenAddress } from "../parts/Evidence.tsx";
import { FindIcon, OnIcon } from "../parts/icons.tsx";
import { Kbd } from "../parts/Kbd.tsx";
import { currentLanguage, keepLanguage, t } from "../texts/index.ts";
import { T } from "../texts/T.tsx";
import { places } from "./places.ts";
import { keepTheme } from "./preferences.ts";

interface Entry {
  id: string;
  name: string;
  shown: ReactNode;
  sign: ReactNode;
  keys?: string;
  run: () => void;
}

interface PaletteProps {
  open: boolean;
  onClose: () => void;
  onKeys: () => void;
}

/** Deeds first, then people, pages, words. */
export function Palette({ open, onClose, onKeys }: PaletteProps) {
  return (
    <Layer open={open} onClose={onClose} label={t("shell.palette")} className="pal">
      <Finder onClose={onClose} onKeys={onKeys} />
    </Layer>
  );
}

function Finder({ onClose, onKeys }: Omit<PaletteProps, "open">) {
  const [text, setText] = useState("");
  const [, go] = useLocation();
  const wanted = text.trim();
  const people = useQuery({
    queryKey: ["palette", wanted],
    queryFn: ({ signal }) => get<PeoplePage>("/people", { query: wanted, sort: "recent" }, signal),
    enabled: wanted.length > 1,
    placeholderData: keepPreviousData,
  });
  const goTo = (href: string) => () => go(href);
  const persons: Entry[] = wanted.length > 1
    ? (people.data?.people ?? []).slice(0, 5).map((person) => ({
        id: `person-${person.id}`,
        name: person.name,
        shown: (
          <>
            <bdi>{person.name}</bdi> <span className="qq">{person.sentence}</span>
          </>
        ),
        sign: <Avatar initials={person.initials} size="s" />,
        run: goTo(`/people/${person.id}`),
      }))
    : [];
  const entries = [
    ...matching(deeds(onKeys, go), wanted),
    ...persons,
    ...matching(pages(go), wanted),
    ...(wanted ? [search(wanted, goTo(listenAddress({ query: wanted })))] : []),
  ];
  const run = (id: string) => {
    const entry = entries.find((e) => e.id === id);
    onClose();
    entry?.run();
  };
  // One Escape closes, whatever stands in the field.
  const leave = (event: { key: string }) => event.key === "Escape" && onClose();
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="pin" aria-label={t("shell.find")} autoFocus onKeyDown={leave}>
        <FindIcon />
        <Input autoFocus placeholder={t("shell.find")} />
      </SearchField>
      {/* The box that scrolls can be reached by Tab, for those who scroll by keys. */}
      <div className="finds-box" tabIndex={0}>
      <Menu aria-label={t("shell.results")} items={entries} onAction={(key) => run(String(key))} className="finds" dependencies={[text, people.data]}>
        {(entry) => (
          <MenuItem id={entry.id} textValue={entry.name}>
            <span className="find-sign">{entry.sign}</span>
            <span className="find-name">{entry.shown}</span>
            {entry.keys && <Kbd>{entry.keys}</Kbd>}
          </MenuItem>
        )}
      </Menu>
      </div>
    </Autocomplete>
  );
}

function matching(entries: (Entry & { also?: string })[], wanted: string): Entry[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.name} ${entry.also ?? ""}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function search(wanted: string, run: () => void): Entry {
  return {
    id: "search",
    name: wanted,
    shown: <T k="shell.search_for" text={<b>{wanted}</b>} />,
    sign: <FindIcon />,
    run,
  };
}

function pages(go: (href: string) => void): (Entry & { also: string })[] {
  return places.flat().map((place) => ({
    id: place.page,
    name: t(place.name),
    also: t(place.also),
    shown: t(place.name),
    sign: <OnIcon />,
    keys: place.keys,
    run: () => go(place.href),
  }));
}

function deeds(onKeys: () => void, go: (href: string) => void): Entry[] {
  const speak = currentLanguage() === "en" ? "de" : "en";
  const list: [id: string, name: string, run: () => void, keys?: string][] = [
    ["answer-next", t("shell.deed_answer"), () => go("/conversations?first"), undefined],
    ["add-topic", t("shell.deed_topic"), () => go("/topics/new")],
    ["add-source", t("shell.deed_source"), () => go("/sources?add")],
    ["light", t("shell.deed_light"), () => keepTheme("light")],
    ["dark", t("shell.deed_dark"), () => keepTheme("dark")],
    ["language", t("shell.deed_language"), () => { keepLanguage(speak); window.location.reload(); }],
    ["keys", t("shell.deed_keys"), onKeys, "?"],
  ];
  return list.map(([id, name, run, keys]) => ({ id, name, shown: name, sign: <OnIcon />, keys, run }));
}
