import { slug } from "./place.ts";

/** A refusal of the server, after RFC 9457; `field`, `start`, `end` and `hint` where it names a place. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly more: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body.title === "string" ? body.title : "";
    const detail = typeof body.detail === "string" ? body.detail : "";
    super(detail || title || String(status));
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.more = body;
  }

  text(name: string): string | null {
    const value = this.more[name];
    return typeof value === "string" ? value : null;
  }

  number(name: string): number | null {
    const value = this.more[name];
    return typeof value === "number" ? value : null;
  }
}

/** The line is broken: nobody answered, so nothing is known of what was asked. */
export class NoLine extends Error {}

type Param = string | number | boolean | null | undefined;
export type Params = Record<string, Param | Param[]>;

let csrf: string | null = null;
let signedOut: () => void = () => {};

export function useCsrf(token: string | null): void {
  csrf = token;
}

/** Called once a request is refused because the session has ended. */
export function whenSignedOut(then: () => void): void {
  signedOut = then;
}

export function address(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  if (slug !== null && !search.has("workspace")) search.append("workspace", slug);
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ""}`;
}

async function ask(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET" && csrf) headers["X-CSRF"] = csrf;
  // Signing in and out concerns the person, wherever they are.
  if (slug !== null && method !== "GET" && !url.startsWith("/api/v1/session")) headers["Wordborne-Workspace"] = slug;
  let payload: BodyInit | undefined;
  if (body instanceof Blob) {
    payload = body;
    if (body.type) headers["Content-Type"] = body.type;
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers["Content-Type"] = "application/json";
  }
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body: payload, signal, credentials: "same-origin" });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new NoLine("no answer", { cause });
  }
  if (response.ok) return response;
  if (response.status === 401) signedOut();
  throw new Problem(response.status, await readProblem(response));
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export async function get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  return read<T>(await ask("GET", address(path, params), undefined, signal));
}

/** What may not be there yet: null where the answer is empty. */
export async function getOrNone<T>(path: string, signal?: AbortSignal): Promise<T | null> {
  return (await get<T | undefined>(path, {}, signal)) ?? null;
}

export async function post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return read<T>(await ask("POST", address(path), body, signal));
}

/** What is answered with a file. */
export async function postForFile(path: string): Promise<Blob> {
  return (await ask("POST", address(path))).blob();
}

export async function put<T>(path: string, body?: unknown): Promise<T> {
  return read<T>(await ask("PUT", address(path), body));
}

export async function patch<T>(path: string, body?: unknown): Promise<T> {
  return read<T>(await ask("PATCH", address(path), body));
}

export async function remove<T>(path: string): Promise<T> {
  return read<T>(await ask("DELETE", address(path)));
}
