import type { components } from "../../api/schema.d.ts";

/** The records of the server's API, named as there. */
type Schemas = components["schemas"];

export type DecisionView = Schemas["DecisionView"];
export type ThemeRow = Schemas["StrategyThemeRow"];
export type StatementView = Schemas["StatementView"];
export type StrategyView = Schemas["StrategyView"];
export type WishView = Schemas["WishView"];
export type WishesView = Schemas["WishesView"];
export type VerdictWord = DecisionView["verdict"];
export type Together = NonNullable<ThemeRow["together"]>;
export type Kind = StatementView["kind"];
