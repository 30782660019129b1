# Makes packages of what plugins are written and tested against, and of the program, a .NET tool. Sourced by the launcher.

# All have the version of the contracts, by which plugins are checked.
pack() { # [folder] [--license SPDX]
  local folder=$artifacts/packages version project log=$artifacts/pack.log given=() licence=()
  while [ $# -gt 0 ]; do
    case $1 in
      --license) [ -n "${2:-}" ] || fail "--license wants an SPDX expression, as in --license Apache-2.0"; licence=(-p:PackageLicenseExpression="$2"); shift 2 ;;
      -*) fail "'pack' has no option '$1': nas pack [FOLDER] [--license SPDX]" ;;
      *) given+=("$1"); shift ;;
    esac
  done
  [ ${#given[@]} -le 1 ] || fail "'pack' takes one folder, not '${given[*]}': nas pack [FOLDER] [--license SPDX]"
  [ ${#given[@]} -eq 0 ] || folder=${given[0]}
  platform
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing; install it so that 'dotnet' is on the PATH"
  version=$(sed -n 's/.*<Version>\(.*\)<\/Version>.*/\1/p' "$root/engine/NasEngine.Contracts/NasEngine.Contracts.csproj")
  writable "packages are built in it"
  mkdir -p "$folder" || fail "the folder '$folder' cannot be made"
  flock -x -w 600 9 || fail "a program of this folder is running; packages are made when that has ended"
  for project in engine/NasEngine.Contracts engine/NasEngine.Networks engine/NasEngine.Conformance tests/NasEngine.Plugins.Conformance; do
    echo "Packing ${project##*/} $version" >&2
    dotnet pack "$root/$project/${project##*/}.csproj" -c Release --nologo -v quiet -clp:NoSummary -o "$folder" \
      -p:PackageVersion="$version" -p:IsPackable=true -p:IncludeSymbols=true -p:SymbolPackageFormat=snupkg "${licence[@]}" >"$log" 2>&1 9>&- ||
      fail "${project##*/} could not be packed; dotnet's own words are in $log"
  done
  echo "Packing NasEngine.Tool $version" >&2
  rm -rf "$artifacts/web-of-tool"
  dotnet publish "$root/host/NasEngine.Web/NasEngine.Web.csproj" -c Release -r linux-x64 --no-self-contained --nologo -v quiet \
    -clp:NoSummary -o "$artifacts/web-of-tool" >"$log" 2>&1 9>&- || fail "the web view could not be built; dotnet's own words are in $log"
  dotnet pack "$root/host/NasEngine.Host/NasEngine.Host.csproj" -c Release --nologo -v quiet -clp:NoSummary -o "$folder" \
    -p:PackageVersion="$version" -p:IsPackable=true -p:NasEngineTool=true "${licence[@]}" >"$log" 2>&1 9>&- ||
    fail "NasEngine.Tool could not be packed; dotnet's own words are in $log"
  [ ${#licence[@]} -gt 0 ] || echo "The packages carry no licence; before you publish them, name yours: nas pack --license SPDX." >&2
  echo "The packages are in $folder. Take them from there: dotnet nuget add source $folder"
}
