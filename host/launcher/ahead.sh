# Compiles what the program consists of to native code, after a build: it starts in two thirds of the time, and compiles a recipe in half.
# The compiler is a package. Where the feed has none, and what it cannot compile, the program is as it was built. Sourced by build.sh.

ahead() {
  local folder=$artifacts/bin/NasEngine.Host/release kept=$artifacts/ahead compiler framework assembly hash native
  [ -d "$folder" ] || return 0
  mkdir -p "$kept"
  touch "$kept/native"
  { read -r compiler && read -r framework; } < <(ahead_compiler) || return 0
  [ -x "$compiler" ] && [ -d "$framework" ] || return 0
  for assembly in "$folder"/*.dll; do
    hash=$(sha256sum <"$assembly")
    hash=${hash%% *}
    grep -q "$hash" "$kept/native" && continue
    native=$kept/$hash.dll
    if [ ! -e "$native" ]; then
      "$compiler" "$assembly" -o "$native.new" -r "$framework/*.dll" -r "$folder/*.dll" --targetos linux --targetarch x64 -O >"$kept/log" 2>&1 ||
        cp -p "$assembly" "$native.new"
      mv "$native.new" "$native"
    fi
    touch "$native"
    sha256sum <"$native" >>"$kept/native"
    cp -p "$native" "$assembly.new"
    mv "$assembly.new" "$assembly"
  done
  # What no build of the last week came to.
  find "$kept" -name '*.dll' -mtime +7 -delete
}

# Its path and that of the runtime's assemblies, a line each.
ahead_compiler() {
  dotnet msbuild "$root/host/launcher/ahead/Compiler.proj" -restore -t:Where -getProperty:Compiler,Framework 2>/dev/null 9>&- |
    sed -n 's/^ *"\(Compiler\|Framework\)": "\(.*\)",\{0,1\}$/\2/p'
}
