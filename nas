#!/usr/bin/env bash
# Launcher: installs what is missing, builds what changed, starts the program.
set -euo pipefail
root=$(readlink -f "${BASH_SOURCE[0]}")
root=${root%/*}
artifacts=$root/artifacts
built=$artifacts/.built
program=$artifacts/bin/NasEngine.Host/release/nas.dll
web=$artifacts/bin/NasEngine.Web/release/NasEngine.Web.dll

fail() { echo "nas: $*" >&2; exit 2; }
running() { echo "The sources changed, but a program of this folder is running; it is built anew when that has ended." >&2; }

. "$root/host/launcher/packages.sh"
. "$root/host/launcher/build.sh"
. "$root/host/launcher/pack.sh"

# A stream that is closed is opened: what the program opens next would take its place, and what it prints would land there. The shell
# itself may have put this file there.
is_open() { [ -e "/dev/fd/$1" ] && ! [ "/dev/fd/$1" -ef "${BASH_SOURCE[0]}" ]; }
is_open 0 || exec 0</dev/null
is_open 1 || exec 1>/dev/null
is_open 2 || exec 2>/dev/null

# The lock needs no writing where all is built, by another user or on a disk that is read only.
[ -d "$artifacts" ] || mkdir -p "$artifacts" 2>/dev/null || true
{ exec 9>>"$artifacts/.use"; } 2>/dev/null || { exec 9<"$artifacts/.use"; } 2>/dev/null || exec 9</dev/null
writable() { [ -w "$artifacts" ] || fail "$1, and the folder '$artifacts' cannot be written; start once as the user who owns it"; }

program() {
  if changed "$built"; then
    writable "the program is not built as the sources are"
    build host/NasEngine.Host/NasEngine.Host.csproj "$built" "NasEngine" || running
  fi
}

packages "$@"
case "${1:-}" in
  test) shift; exec "$root/tests/run" "$@" ;;
  pack) shift; pack "$@" ;;
  bench)
    shift
    if changed "$built-bench" tests; then
      writable "the benchmarks are not built as the sources are"
      build tests/benchmarks/NasEngine.Benchmarks/NasEngine.Benchmarks.csproj "$built-bench" "the benchmarks" tests || running
    fi
    flock -s 9
    exec dotnet "$artifacts/bin/NasEngine.Benchmarks/release/NasEngine.Benchmarks.dll" "$@" ;;
  serve)
    program
    changed "$built" || web
    [ -e "$web" ] || fail "the sources changed while a program of this folder runs, and the web view is not built yet; start it when that has ended"
    flock -s 8
    flock -s 9
    exec dotnet "$web" "$@" ;;
  *)
    program
    flock -s 9
    exec dotnet "$program" "$@" ;;
esac
