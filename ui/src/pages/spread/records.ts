import type { components } from "../../api/schema.d.ts";

/** The records of the server's API, named as there. */
type Schemas = components["schemas"];

export type Band = Schemas["TaleBand"];
export type TaleForecast = Schemas["TaleForecast"];
export type TaleRow = Schemas["TaleRow"];
export type Truth = TaleRow["truth"];
export type Teller = Schemas["Teller"];
export type TaleView = Schemas["TaleView"];
export type TalesView = Schemas["TalesView"];
export type WatchRule = Schemas["WatchRuleView"];
export type WatchTry = Schemas["WatchTryView"];
export type AlarmCause = Schemas["AlarmCause"];
export type AlarmRow = Schemas["AlarmRow"];
export type Change = Schemas["TalkFirstChange"];
export type TalkFirst = Schemas["TalkFirstView"];
export type CrisisRef = Schemas["CrisisRef"];
export type PausedItem = Schemas["PausedItem"];
export type CrisisRooms = Schemas["CrisisRoomsView"];
export type Statement = Schemas["CrisisStatement"];
export type StatementLink = Schemas["StatementLinkView"];
export type CrisisMark = Schemas["CrisisMark"];
export type CrisisRoom = Schemas["CrisisRoomView"];
