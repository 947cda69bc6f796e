import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get } from "../../api/client.ts";
import { Head } from "../../parts/Head.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import type { CrisisRooms, PausedItem } from "./records.ts";

export function useRooms() {
  return useQuery({ queryKey: ["crisis"], queryFn: ({ signal }) => get<CrisisRooms>("/crisis", {}, signal), refetchInterval: 20_000 });
}

/** What was planned and waits, because a crisis room is open. */
export function PausedPart() {
  const { data } = useRooms();
  const room = data?.rooms.find((one) => !one.closedAt);
  if (!data || !room) return null;
  return (
    <div className="block">
      <Head title={t("crisis.paused")} level={3} thin />
      <p className="small q">
        {data.paused.length === 0 ? t("crisis.pausedNone") : t("crisis.pausedSome", { n: data.paused.length })}{" "}
        <Link href={`/spread/room/${room.id}`}>{t("crisis.go")}</Link>
      </p>
      <PausedList items={data.paused} />
    </div>
  );
}

export function PausedList({ items }: { items: PausedItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="small paused-list">
      {items.map((item) => (
        <li key={item.id}>
          <Link href={item.href}>
            <i>{item.text}</i>
          </Link>
          <br />
          <span className="q">{t("crisis.pausedWhen", { at: when(item.at), where: item.where })}</span>
        </li>
      ))}
    </ul>
  );
}
