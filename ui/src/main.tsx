import "@fontsource-variable/literata/wght.css";
import "@fontsource-variable/literata/wght-italic.css";
import "@fontsource-variable/schibsted-grotesk/wght.css";
import "@fontsource-variable/source-code-pro/wght.css";
import "./styles/tokens.css";
import "./styles/look.css";
import "./styles/house.css";
import "./styles/parts.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/queries.ts";
import { Spoken } from "./shell/Spoken.tsx";
import { applyTheme } from "./shell/preferences.ts";
import { preferredLanguage, useCatalogue } from "./texts/index.ts";

applyTheme();
await useCatalogue(preferredLanguage());

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Spoken />
      </QueryClientProvider>
    </StrictMode>,
  );
}
