import type { components } from "../../../api/schema.d.ts";

type Schemas = components["schemas"];

export type DrawView = Schemas["DrawView"];
export type DrawStep = Schemas["DrawStep"];
