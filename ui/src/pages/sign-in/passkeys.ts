import { post } from "../../api/client.ts";
import type { PasskeyAsked, PasskeyWanted, SessionView } from "../../api/types.ts";

/** Whether this browser can do it, and the page has the one address at which they are good. */
export function canUsePasskeys(origin: string | null | undefined): boolean {
  return origin === window.location.origin && typeof window.PublicKeyCredential === "function";
}

/** Whether the browser offers passkeys where it offers e-mail addresses. */
export async function offersPasskeysInFields(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isConditionalMediationAvailable();
  } catch {
    return false;
  }
}

/** Whoever closes the browser's own window, or begins something else, has done nothing wrong. */
export function isLeft(error: unknown): boolean {
  return error instanceof DOMException && ["NotAllowedError", "AbortError"].includes(error.name);
}

function bytes(text: string): ArrayBuffer {
  const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0)).buffer;
}

function text(bytes: ArrayBuffer | null): string {
  const raw = Array.from(new Uint8Array(bytes ?? new ArrayBuffer()), (byte) => String.fromCharCode(byte)).join("");
  return btoa(raw).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Has the device make one, and sends it. */
export async function makePasskey(wanted: PasskeyWanted, name: string): Promise<void> {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytes(wanted.challenge),
      rp: { id: wanted.place, name: "Wordborne" },
      user: { id: bytes(wanted.handle), name: wanted.email, displayName: wanted.name },
      pubKeyCredParams: wanted.algorithms.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: wanted.others.map((id) => ({ type: "public-key", id: bytes(id) })),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout: 300_000,
    },
  })) as PublicKeyCredential;
  const answer = made.response as AuthenticatorAttestationResponse;
  await post("/me/factors/passkeys", {
    name,
    attestation: text(answer.attestationObject),
    clientData: text(answer.clientDataJSON),
    transports: answer.getTransports(),
  });
}

/** Has the person show one and signs them in; within the e-mail field, if `signal` is given. */
export async function showPasskey(signal?: AbortSignal): Promise<SessionView> {
  const asked = await post<PasskeyAsked>("/session/passkey/ask", {}, signal);
  const shown = (await navigator.credentials.get({
    mediation: signal ? "conditional" : "optional",
    signal,
    publicKey: { challenge: bytes(asked.challenge), rpId: asked.place, userVerification: "required", timeout: 300_000 },
  })) as PublicKeyCredential;
  const answer = shown.response as AuthenticatorAssertionResponse;
  return post<SessionView>("/session/passkey", {
    id: text(shown.rawId),
    clientData: text(answer.clientDataJSON),
    authenticatorData: text(answer.authenticatorData),
    signature: text(answer.signature),
    userHandle: text(answer.userHandle),
  });
}
