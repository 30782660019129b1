#!/usr/bin/env bash
# Launcher: installs what is missing, builds what changed, starts the program.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
artifacts=$root/artifacts
built=$artifacts/.built
program=$artifacts/bin/NasEngine.Host/release/nas.dll

fail() { echo "nas: $*" >&2; exit 2; }
running() { echo "The sources changed, but a program of this folder is running; it is built anew when that has ended." >&2; }

. "$root/host/launcher/packages.sh"
. "$root/host/launcher/build.sh"

packages "$@"
mkdir -p "$artifacts" 2>/dev/null && exec 9>>"$artifacts/.use" || fail "the folder '$artifacts' cannot be written; start once as the user who owns it"
case "${1:-}" in
  test) shift; exec "$root/tests/run" "$@" ;;
  bench)
    shift
    if changed "$built-bench" tests; then
      build tests/benchmarks/NasEngine.Benchmarks/NasEngine.Benchmarks.csproj "$built-bench" "the benchmarks" tests || running
    fi
    flock -s 9
    exec dotnet "$artifacts/bin/NasEngine.Benchmarks/release/NasEngine.Benchmarks.dll" "$@" ;;
  *)
    if changed "$built"; then build host/NasEngine.Host/NasEngine.Host.csproj "$built" "NasEngine" || running; fi
    flock -s 9
    exec dotnet "$program" "$@" ;;
esac
