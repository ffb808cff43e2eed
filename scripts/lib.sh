# Gemeinsames der Befehle: die eigene Umgebung anlegen und finden. Wird eingebunden, nicht ausgeführt.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV="$ROOT/.venv"
# Der Hinweis des Themes auf sein Ende steht, mit dem Ausweg, unter docs/entscheidungen/.
export NO_MKDOCS_2_WARNING=1
# Übersetzte Module liegen in der eigenen Umgebung, nie zwischen den Quellen: so hält sie auch fest, wer das sonst abschaltet.
export PYTHONPYCACHEPREFIX="$VENV/uebersetzt" PYTHONDONTWRITEBYTECODE=

say() { printf '%s\n' "$*" >&2; }
die() { say "Fehler: $*"; exit 1; }

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$candidate"
      return
    fi
  done
  die "Gebraucht wird Python 3.11 oder neuer; gefunden wurde keines. Der Pfad lässt sich mit PYTHON=… nennen."
}

# ensure_venv LOCKFILE: legt .venv an und bringt sie auf den Stand der Datei mit den festgeschriebenen Paketen.
ensure_venv() {
  local lock="$ROOT/requirements/$1.txt" stamp="$VENV/.stand-$1" python
  local state
  state=$(cksum "$ROOT/requirements/praxis.txt" "$lock" | cksum)
  if [ -x "$VENV/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then
    return
  fi
  # Die Umgebung der Tests enthält die der Website: sie wird nicht gegen die kleinere getauscht.
  if [ "$1" = praxis ] && [ -x "$VENV/bin/python" ] && [ -f "$VENV/.stand-test" ]; then
    [ "$(cat "$VENV/.stand-test")" = "$(cksum "$ROOT/requirements/praxis.txt" "$ROOT/requirements/test.txt" | cksum)" ] && return
  fi
  python=$(find_python) || exit 1
  say "Richte die Umgebung ein ($1) …"
  [ -x "$VENV/bin/python" ] || "$python" -m venv "$VENV" || die "Die Umgebung $VENV lässt sich nicht anlegen. Unter Debian und Ubuntu fehlt dann meist das Paket python3-venv."
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
    die "Die Pakete lassen sich nicht installieren. Gebraucht wird ein Zugang zum Python-Paketverzeichnis."
  "$VENV/bin/python" - "$ROOT" <<'PY' || die "Die Umgebung lässt sich nicht einrichten."
import pathlib, sys, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "praxis.pth").write_text(sys.argv[1] + "\n", encoding="utf-8")
PY
  printf '%s' "$state" > "$stamp"
}
