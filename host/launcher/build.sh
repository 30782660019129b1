# Builds, and says in one sentence why it could not. Sourced by the launcher and by tests/run, with root and artifacts set.

. "$root/host/launcher/ahead.sh"

log=$artifacts/build.log
mark=$artifacts/.building

# Which natives are built in: those for the processor, or with NASENGINE_CUDA=1 those for CUDA.
if [ "${NASENGINE_CUDA:-0}" = 1 ]; then variant=cuda cuda=true; else variant=cpu cuda=false; fi

# Whether a build is due: none was finished, it was of the other variant, or a file is newer than its stamp.
changed() { # stamp, 'tests' when they belong to it
  [ -e "$1" ] && [ ! -e "$mark" ] && [ "$(<"$1")" = "$variant" ] || return 0
  [ -n "$(find "$root/engine" "$root/plugins" "$root/host" ${2:+"$root/tests"} "$root"/*.props "$root"/*.targets "$root/global.json" \
    -path "$root/tests/benchmarks/results" -prune -o -newer "$1" -print -quit)" ]
}

# Running programs share the lock on what they are built of; a build needs it alone, and never replaces what is in use.
# Returns 1 when a program that runs keeps it from building.
build() { # project, stamp, what for the user, 'tests' when they belong to it
  platform
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; install it so that 'dotnet' is on the PATH"
  flock -x -w "$([ -e "$2" ] && [ ! -e "$mark" ] && echo 0 || echo 600)" 9 || return 1
  changed "$2" "${4:-}" || return 0
  echo "Building $3 (only when sources changed)" >&2
  if ! compile "$1" "$2"; then
    fail "$(explain)"
  fi
}

# The web view, when the program is as its sources are. It is built beside running searches: nothing that they run on is written, and
# its own lock keeps the web views that run.
web() {
  local mark=$artifacts/.building-web
  { exec 8>>"$artifacts/.use-web"; } 2>/dev/null || { exec 8<"$artifacts/.use-web"; } 2>/dev/null || exec 8</dev/null
  changed "$built-web" || return 0
  writable "the web view is not built as the sources are"
  flock -x -w "$([ -e "$built-web" ] && [ ! -e "$mark" ] && echo 0 || echo 600)" 8 || { running; return 0; }
  changed "$built-web" || return 0
  echo "Building the web view (only when sources changed)" >&2
  if [ -e "$mark" ]; then
    rm -rf "$artifacts/obj/NasEngine.Web" "$artifacts/bin/NasEngine.Web" "$built-web"
    rm -f "$mark"
  fi
  compile host/NasEngine.Web/NasEngine.Web.csproj "$built-web" --no-dependencies || fail "$(explain)"
}

# In a process of its own, which holds the lock for as long as dotnet works, whatever becomes of the launcher. The mark tells
# the next build that this one was not finished: nothing that it left is believed then.
compile() (
  if [ -e "$mark" ]; then
    rm -rf "$artifacts/obj" "$artifacts/bin" "$artifacts/natives" "$artifacts"/.built*
  fi
  touch "$mark" "$2.new"
  echo "$variant" >"$2.new.variant"
  status=0
  # One compiler for all projects: a cold one for each would take twice as long. It is this build's own and ends with it.
  local compiler=nasengine-$BASHPID
  { dotnet build "$root/$1" -c Release --nologo -v quiet -clp:NoSummary -p:UseSharedCompilation=true \
    -p:SharedCompilationId="$compiler" -p:Cuda="$cuda" "${@:3}" >"$log" 2>&1 8>&- 9>&- || status=$?; } 2>/dev/null
  pkill -f -- "-pipename:$compiler( |\$)" 2>/dev/null || true
  # Killed, it may have left halves; an error of its own leaves what the next build can go on from.
  [ "$status" -gt 128 ] && exit "$status"
  if [ "$status" -eq 0 ]; then
    [ "$1" = host/NasEngine.Web/NasEngine.Web.csproj ] || ahead 8>&- 9>&- || true
    touch -r "$2.new" "$2.new.variant"
    mv "$2.new.variant" "$2"
  fi
  rm -f "$2.new" "$2.new.variant" "$mark"
  exit "$status"
)

# libtorch's natives are for Linux with glibc on x86-64; elsewhere a build would be for nothing.
platform() {
  local here
  here=$(uname -sm)
  [ -n "${NASENGINE_NATIVES:-}" ] && return
  [ "$here" = "Linux x86_64" ] ||
    fail "libtorch's natives are built for Linux on x86_64 and this machine is $here; use such a machine, or name a folder with libtorch 2.10 and TorchSharp's library in NASENGINE_NATIVES"
  getconf GNU_LIBC_VERSION >/dev/null 2>&1 ||
    fail "libtorch's natives need glibc and this system has another C library (musl, as Alpine has it); use a system with glibc such as Debian, or name a folder with libtorch 2.10 and TorchSharp's library in NASENGINE_NATIVES"
}

# Without the blanks and the full stop at its end.
said() {
  local words=${1%"${1##*[![:space:]]}"}
  echo "${words%.}"
}

# One sentence from what dotnet wrote.
explain() {
  local words more="; dotnet's own words are in $log"
  words=$(<"$log")
  if [[ $words =~ error\ NU110[1-3]:\ Unable\ to\ find\ (a\ stable\ )?package\ ([A-Za-z0-9._-]*[A-Za-z0-9]) ]]; then
    local package=${BASH_REMATCH[2]}
    if [ "$variant" = cuda ] && [[ $package == *[Cc]uda* ]]; then
      echo "NASENGINE_CUDA=1 needs the package $package, and the feed has none in this version; add a feed that has TorchSharp-cuda-linux ('dotnet nuget add source URL'), or start without NASENGINE_CUDA for the processor$more"
    else
      echo "the feed has no package $package in the version that is needed; add a feed that has it ('dotnet nuget add source URL')$more"
    fi
  elif [[ $words =~ error\ NU1301:\ ([^$'\n'[]*) ]]; then
    echo "the packages cannot be fetched ($(said "${BASH_REMATCH[1]}")); the first start needs the network or a feed that has them ('dotnet nuget list source' says which are asked)$more"
  elif [[ $words =~ error\ (NU[0-9]+):\ ([^$'\n'[]*) ]]; then
    echo "the packages cannot be restored (${BASH_REMATCH[1]}: $(said "${BASH_REMATCH[2]}"))$more"
  elif [[ $words == *"No space left on device"* ]]; then
    echo "the disk is full; a build needs 1.5 GB in $artifacts and in NuGet's folder$more"
  elif [[ $words == *"compatible .NET SDK was not found"* || $words == *NETSDK1045* ]]; then
    echo "the .NET 10 SDK is missing; this 'dotnet' has an older one only$more"
  elif [[ $words == *": error "* ]]; then
    echo "$words" >&2
    echo "the build failed; the messages are above and in $log"
  else
    echo "the build did not come to its end; start again$more"
  fi
}
