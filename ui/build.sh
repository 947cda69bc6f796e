#!/bin/sh
# Builds the pages into target/classes/static, with the machine's own Node. Does nothing when nothing changed.
set -eu
cd "$(dirname "$0")"

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "ui: the pages are built with Node 20.19 or newer and npm, and neither was found on the PATH; install Node (https://nodejs.org) or skip the pages with -Dexec.skip" >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "ui: the pages need Node 20.19 or newer, but $(command -v node) is $(node -v)" >&2
  exit 1
fi

if ! cmp -s package-lock.json node_modules/.built-from; then
  npm ci --no-audit --no-fund --prefer-offline --loglevel=error
  cp package-lock.json node_modules/.built-from
fi

page=target/classes/static/index.html
if [ -f "$page" ] && [ -z "$(find src public checks index.html openapi.json package-lock.json vite.config.ts tsconfig.json build.sh -newer "$page" -print -quit)" ]; then
  # The server's sentences change without the pages.
  node checks/serverWords.mjs >/dev/null
  node checks/deeds.mjs >/dev/null
  exit 0
fi
npm run --silent build -- --logLevel warn

# Public pages have a stylesheet without a build: it stands on the same tokens and names its fonts plainly.
mkdir -p target/classes/static/fonts target/classes/publicpage
cp src/styles/tokens.css target/classes/publicpage/tokens.css
for font in schibsted-grotesk literata source-code-pro; do
  cp "node_modules/@fontsource-variable/$font/files/$font-latin-wght-normal.woff2" "target/classes/static/fonts/$font-latin.woff2"
done
