/** The server's own description of its API, as far as it is shown; OpenAPI 3.1. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  enum?: unknown[];
  default?: unknown;
  description?: string;
}
export interface Parameter {
  name: string;
  in: "query" | "path" | "header";
  required?: boolean;
  description?: string;
  schema?: Schema;
}
interface Bodies {
  content?: Record<string, { schema?: Schema }>;
}
interface Described {
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  requestBody?: Bodies;
  responses: Record<string, Bodies>;
  "x-needs"?: string;
  "x-rate"?: { rule: string; aMinute: number }[];
}
export interface Description {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}
export interface Operation extends Described {
  method: string;
  path: string;
  room: string;
}

export function operations(description: Description): Operation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, method: method.toUpperCase(), path, room: path.split("/")[3]?.split(".")[0] ?? "" })),
  );
}

const DEEPEST = 3;
const types = (schema: Schema) => (Array.isArray(schema.type) ? schema.type : schema.type ? [schema.type] : []);

function resolved(schema: Schema, all: Description): Schema {
  const name = schema.$ref?.split("/").pop();
  return name ? (all.components.schemas[name] ?? {}) : schema;
}

/** A shape as one reads it: the type after each name, `?` where it may be missing. */
export function shape(schema: Schema | undefined, all: Description, deep = 0): string {
  if (!schema) return "";
  if (schema.anyOf) return schema.anyOf.map((one) => shape(one, all, deep)).join(" | ");
  const here = resolved(schema, all);
  if (here.enum) return here.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (here.items) return `[${shape(here.items, all, deep)}]`;
  if (here.properties) {
    if (deep >= DEEPEST) return "{ … }";
    const pad = "  ".repeat(deep + 1);
    const lines = Object.entries(here.properties).map(([name, one]) => `${pad}${name}${here.required?.includes(name) ? "" : "?"}: ${shape(one, all, deep + 1)}`);
    return `{\n${lines.join("\n")}\n${"  ".repeat(deep)}}`;
  }
  if (typeof here.additionalProperties === "object") return `{ [name]: ${shape(here.additionalProperties, all, deep)} }`;
  return [...types(here).filter((type) => type !== "object"), here.format ? `(${here.format})` : ""].filter(Boolean).join(" ") || "object";
}

/** A value of that shape, as an example has it: only what must be there. */
export function example(schema: Schema | undefined, all: Description, name = "", deep = 0): unknown {
  if (!schema) return undefined;
  const here = resolved(schema.anyOf?.[0] ?? schema, all);
  if (here.default !== undefined) return here.default;
  if (here.enum) return here.enum[0];
  if (here.items) return deep >= DEEPEST ? [] : [example(here.items, all, name, deep + 1)];
  if (here.properties) {
    if (deep >= DEEPEST) return {};
    const shown = Object.entries(here.properties).filter(([key], i) => here.required?.includes(key) || (!here.required?.length && i < 3));
    return Object.fromEntries(shown.map(([key, one]) => [key, example(one, all, key, deep + 1)]));
  }
  const type = types(here).find((one) => one !== "null");
  if (here.format === "date-time") return "2026-11-20T10:00:00Z";
  if (here.format === "uuid") return "01932f00-0000-7000-8000-000000000000";
  if (type === "integer" || type === "number") return name === "since" ? 0 : 1;
  if (type === "boolean") return true;
  if (type === "object") return {};
  return name === "query" ? "lantern" : name || "text";
}

/** The address of an operation on this server, with an example for each parameter that must be there. */
export function address(one: Operation, all: Description, origin: string): string {
  let path = one.path;
  const search = new URLSearchParams();
  for (const parameter of one.parameters ?? []) {
    if (parameter.in === "path") path = path.replace(`{${parameter.name}}`, encodeURIComponent(String(example(parameter.schema, all, parameter.name))));
    if (parameter.in === "query" && parameter.required) search.set(parameter.name, String(example(parameter.schema, all, parameter.name)));
  }
  const asked = search.toString();
  return `${origin}${path}${asked ? `?${asked}` : ""}`;
}

function body(one: Operation, all: Description): { type: string; text: string } | null {
  const [type, content] = Object.entries(one.requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return null;
  return { type, text: type.includes("json") ? JSON.stringify(example(content.schema, all), null, 2) : "" };
}

export function curl(one: Operation, all: Description, origin: string): string {
  const sent = body(one, all);
  const lines = [`curl ${one.method === "GET" ? "" : `-X ${one.method} `}"${address(one, all, origin)}"`, `  -H "Authorization: Bearer $WORDBORNE_TOKEN"`];
  if (sent) lines.push(`  -H "Content-Type: ${sent.type}"`, sent.text ? `  -d '${sent.text.replaceAll("'", "'\\''")}'` : "  --data-binary @file");
  return lines.join(" \\\n");
}

export function typescript(one: Operation, all: Description, origin: string): string {
  const sent = body(one, all);
  const headers = [`    Authorization: \`Bearer \${process.env.WORDBORNE_TOKEN}\`,`, ...(sent ? [`    "Content-Type": "${sent.type}",`] : [])];
  const payload = sent ? [`  body: ${sent.text ? `JSON.stringify(${sent.text.replaceAll("\n", "\n  ")})` : "file"},`] : [];
  return [
    `const response = await fetch("${address(one, all, origin)}", {`,
    `  method: "${one.method}",`,
    "  headers: {",
    ...headers,
    "  },",
    ...payload,
    "});",
    "if (!response.ok) throw new Error(await response.text());",
    answers(one).some(([, type]) => type.includes("json")) ? "const answer = await response.json();" : "const answer = await response.text();",
  ].join("\n");
}

/** What it answers where all is well: code, type and shape. */
export function answers(one: Operation): [code: string, type: string, schema: Schema | undefined][] {
  return Object.entries(one.responses).map(([code, { content }]) => {
    const [type, found] = Object.entries(content ?? {})[0] ?? ["", undefined];
    return [code, type, found?.schema];
  });
}
