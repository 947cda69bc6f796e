import type { Phrase } from "../../index.ts";

/** Signing in: codes, passkeys, the company's sign-in. */
const phrases: Phrase[] = [
  [/^a device makes codes for you already; turn that off first$/, "Ein Gerät macht schon Codes für Sie; schalten Sie das zuerst ab."],
  [/^this is not the code of that device now; look at its clock too$/, "Das ist nicht der Code, den dieses Gerät jetzt zeigt; sehen Sie auch auf seine Uhr."],
  [/^this passkey did not answer what was asked; begin again$/, "Dieser Passkey hat nicht auf die Frage geantwortet; beginnen Sie von vorn."],
  [/^there are (\d+) passkeys already; remove one first$/, "Es gibt schon {1} Passkeys; entfernen Sie zuerst einen."],
  [/^this passkey is known already$/, "Diesen Passkey gibt es hier schon."],
  [/^there is no such passkey of yours$/, "Diesen Passkey haben Sie nicht."],
  [/^this passkey is not known here$/, "Diesen Passkey kennt man hier nicht."],
  [/^bytes in base64url are needed$/, "Nötig sind Bytes in base64url."],
  [/^the address by which the company names itself is needed, by https$/, "Nötig ist die Adresse, unter der sich die Firma selbst nennt, mit https."],
  [/^a name of at most (\d+) characters is needed$/, "Nötig ist ein Name von höchstens {1} Zeichen."],
  [/^the secret of this client is needed$/, "Nötig ist das Geheimnis dieses Clients."],
  [/^a mail domain as lantern\.example is needed$/, "Nötig ist eine Mail-Domain wie lantern.example."],
  [/^1 to (\d+) characters are needed$/, "Nötig sind 1 bis {1} Zeichen."],
  [/^no company's sign-in is set up here$/, "Hier ist keine Anmeldung über eine Firma eingerichtet."],
  [/^the company's sign-in cannot be asked: (.+)$/, "Die Anmeldung der Firma ist nicht zu erreichen: {1}"],
  [/^the company's sign-in does not work as it should: (.+)$/, "Die Anmeldung der Firma arbeitet nicht, wie sie soll: {1}"],
  [/^it goes by another name$/, "sie nennt sich anders"],
  [/^it takes no secret of a client$/, "sie nimmt kein Geheimnis eines Clients an"],
  [/^it names no (\S+) that is safe$/, "ihr {1} ist nicht sicher"],
  [/^it gave no token$/, "sie gab kein Token"],
  [/^its keys cannot be read$/, "ihre Schlüssel lassen sich nicht lesen"],
  [/^it answered with (\d+)$/, "sie antwortete mit {1}"],
  [/^it answered with no JSON$/, "sie antwortete nicht mit JSON"],
  [/^this answer does not belong to what this browser asked; sign in again from the start$/, "Diese Antwort gehört nicht zu dem, was dieser Browser gefragt hat; melden Sie sich von vorn an."],
  [/^what the company's sign-in says cannot be believed; tell whoever runs this server$/, "Was die Anmeldung der Firma sagt, ist nicht glaubwürdig; sagen Sie es der Person, die diesen Server betreibt."],
];

export default phrases;
