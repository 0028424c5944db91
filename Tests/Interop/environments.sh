# Python environments for tests, sourced by their scripts: each in .venv beside this file, kept for
# the next run. The caller stops at errors (`set -e`).

environments=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '== %s\n' "$*"; }
skip() { printf '\n!!!!  SKIPPED  %s  !!!!\n\n' "$*"; }

# A Python that has venv, and is new enough for all that is installed here.
find_python() {
  local name
  for name in python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# is_registry_there PYTHON: whether pip finds any package at all.
is_registry_there() {
  "$1" -m pip index versions --disable-pip-version-check packaging >/dev/null 2>&1
}

# environment PYTHON NAME: makes .venv/NAME of requirements/NAME.txt unless it is there as such.
# Fails when the packages can't be had; ends the run when they can, but not these versions.
environment() {
  local python=$1 folder=$environments/.venv/$2 requirements=$environments/requirements/$2.txt wanted
  wanted=$({ cat "$requirements" && "$python" --version; } | cksum)
  if [[ $(cat "$folder/made-of" 2>/dev/null) == "$wanted" ]]; then return 0; fi
  say "Installing $requirements"
  rm -rf "$folder"
  "$python" -m venv "$folder"
  if "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements"
  then
    echo "$wanted" >"$folder/made-of"
  elif is_registry_there "$folder/bin/python"; then
    echo "$requirements can't be installed, although PyPI is there." >&2
    exit 2
  else
    return 1
  fi
}
