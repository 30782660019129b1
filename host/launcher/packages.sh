# What comes from Debian: the data of the recipes, and an allocator that makes training faster. Sourced by the launcher.

data=/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz

# Installs what is missing for a command where it may; fails only for data that it cannot go without.
packages() { # the launcher's arguments
  local needed=() wished=() browser=()
  case "${1:-} $* " in
    *" --data "* | *" --data="* | *" --help "* | *" --parameters "*) ;;
    run\ * | resume\ * | test\ *) [ -e "$data" ] || needed+=(dataset-fashion-mnist) ;;
  esac
  case "${1:-}" in
    run | resume | test | bench) wanted_allocator && wished+=(libtcmalloc-minimal4) ;;
  esac
  [ "${1:-}" = test ] && wanted_browser && browser=(chromium fonts-dejavu-core)
  [ $((${#needed[@]} + ${#wished[@]} + ${#browser[@]})) -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    [ ${#needed[@]} -eq 0 ] ||
      fail "the data is missing; install it with: sudo apt-get update && sudo apt-get install -y ${needed[*]} ${wished[*]}, or name IDX files with --data DIR"
    return 0
  fi
  if [ ${#needed[@]} -gt 0 ] && ! install_packages "${needed[@]}"; then
    fail "apt-get could not install ${needed[*]} (its words are in $artifacts/apt.log); mend that, or name IDX files with --data DIR"
  fi
  # Without the allocator everything works, only slower; what could not be installed once is not tried at every start.
  if [ ${#wished[@]} -gt 0 ] && ! install_packages "${wished[@]}"; then
    touch "$artifacts/.no-allocator" 2>/dev/null || true
  fi
  # Without a browser the tests of the web view that need one are skipped, and say so.
  if [ ${#browser[@]} -gt 0 ] && ! install_packages "${browser[@]}"; then
    touch "$artifacts/.no-browser" 2>/dev/null || true
  fi
}

wanted_browser() { [ ! -e "$artifacts/.no-browser" ] && [ ! -x /usr/bin/chromium ]; }

wanted_allocator() {
  [ -z "${NASENGINE_ALLOCATOR:-}" ] && [ ! -e "$artifacts/.no-allocator" ] && ! compgen -G '/usr/lib/*/libtcmalloc_minimal.so.4' >/dev/null
}

install_packages() {
  command -v apt-get >/dev/null || return 1
  echo "Installing $*" >&2
  local words=$artifacts/apt.log
  { mkdir -p "$artifacts" && : >"$words"; } 2>/dev/null || words=/dev/null
  {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" ||
      { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; }
  } >"$words" 2>&1
}
