import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The server replaces the placeholder by a fresh nonce in every index.html it hands out.
export default defineConfig({
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "target/classes/static",
    emptyOutDir: true,
    assetsInlineLimit: 0, // font-src and img-src name 'self'; nothing travels inside a stylesheet
    modulePreload: { polyfill: false },
    target: "es2023",
  },
  server: { proxy: { "/api": process.env.WORDBORNE_URL ?? "http://127.0.0.1:8080" } },
});
