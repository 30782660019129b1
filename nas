#!/usr/bin/env bash
# Launcher: installs what is missing, builds what changed, starts the program.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
built=$root/artifacts/.built
program=$root/artifacts/bin/NasEngine.Host/release/nas.dll

fail() { echo "nas: $*" >&2; exit 2; }

packages() {
  local missing=()
  compgen -G '/usr/lib/*/libtcmalloc_minimal.so.4' >/dev/null || missing+=(libtcmalloc-minimal4)
  case "${1:-} $* " in
    *" --data "* | *" --data="*) ;;
    run\ * | resume\ * | test\ *)
      [ -e /usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz ] || missing+=(dataset-fashion-mnist) ;;
  esac
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ]; then
    fail "these packages are missing; install them with: sudo apt-get update && sudo apt-get install -y ${missing[*]}"
  fi
  command -v apt-get >/dev/null || fail "these packages are missing and there is no apt-get to install them with: ${missing[*]}"
  echo "Installing ${missing[*]}" >&2
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    { apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2; } ||
    fail "apt-get could not install: ${missing[*]}"
}

# What the program is built from; any newer file means a build.
changed() {
  [ -e "$1" ] || return 0
  [ -n "$(find "$root/engine" "$root/plugins" "$root/host" ${2:+"$root/tests"} "$root"/*.props "$root"/*.targets "$root/global.json" \
    -path "$root/tests/benchmarks/results" -prune -o \( -type d -o -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' \) \
    -newer "$1" -print -quit)" ]
}

# Running programs share the lock on what they are built of; a build needs it alone, and never replaces what is in use.
build() { # project, stamp, what for the user
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; install it so that 'dotnet' is on the PATH"
  if ! flock -x -w "$([ -e "$2" ] && echo 0 || echo 600)" 9; then
    echo "The sources changed, but a program of this folder is running; it is built anew when that has ended." >&2
    return
  fi
  changed "$2" "${4:-}" || return 0
  echo "Building $3 (only when sources changed)" >&2
  local log=$root/artifacts/build.log
  touch "$2.new"
  if ! dotnet build "$root/$1" -c Release --nologo -v quiet -clp:NoSummary >"$log" 2>&1 9>&-; then
    cat "$log" >&2
    fail "the build failed; the messages are above"
  fi
  mv "$2.new" "$2"
}

packages "$@"
mkdir -p "$root/artifacts"
exec 9>>"$root/artifacts/.use"
case "${1:-}" in
  test) shift; exec 9>&-; exec "$root/tests/run" "$@" ;;
  bench)
    shift
    if changed "$built-bench" tests; then build tests/benchmarks/NasEngine.Benchmarks/NasEngine.Benchmarks.csproj "$built-bench" "the benchmarks" tests; fi
    flock -s 9
    exec dotnet "$root/artifacts/bin/NasEngine.Benchmarks/release/NasEngine.Benchmarks.dll" "$@" ;;
  *)
    if changed "$built"; then build host/NasEngine.Host/NasEngine.Host.csproj "$built" "NasEngine"; fi
    flock -s 9
    exec dotnet "$program" "$@" ;;
esac
