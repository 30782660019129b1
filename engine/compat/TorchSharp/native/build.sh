#!/bin/sh
# Compiles the shim with two compilers at a time: build.sh OUTPUT_FOLDER [LIBTORCH_FOLDER]
set -eu
src=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
out=$1
torch=${2:-}
needed=1
install='apt-get install libtorch-dev libopenblas0-pthread g++'

if [ -n "$torch" ]; then
    include=$torch/include; libs="-L$torch/lib -Wl,-rpath,$torch/lib"
else
    include=/usr/include; libs=
fi
version=$include/torch/csrc/api/include/torch/version.h
command -v g++ >/dev/null || { echo "error : no C++ compiler: run '$install'"; exit 1; }
[ -f "$version" ] || { echo "error : no libtorch under $include: run '$install', or set LIBTORCH to a libtorch folder"; exit 1; }
found=$(sed -n 's/^#define TORCH_VERSION_MAJOR \([0-9]*\).*/\1/p' "$version").$(sed -n 's/^#define TORCH_VERSION_MINOR \([0-9]*\).*/\1/p' "$version")
[ "${found%%.*}" = "$needed" ] || { echo "error : found libtorch $found under $include, but libtorch $needed.x is needed"; exit 1; }

mkdir -p "$out"
flags="-std=c++17 -O2 -fPIC -fvisibility=hidden -Wall -Wno-unknown-pragmas -I$include -I$include/torch/csrc/api/include"
for file in "$src"/*.cpp; do
    object=$out/$(basename "$file" .cpp).o
    if [ ! -e "$object" ] || [ "$file" -nt "$object" ] || [ -n "$(find "$src" -name '*.h' -newer "$object")" ] || [ "$out/settings" -nt "$object" ]; then
        echo "$file"
    fi
done | xargs -r -P2 -I{} sh -c 'g++ '"$flags"' -c "$1" -o "$2/$(basename "$1" .cpp).o"' sh {} "$out"
g++ -shared -o "$out/libLibTorchSharp.so.new" "$out"/*.o $libs -ltorch_cpu -lc10
mv "$out/libLibTorchSharp.so.new" "$out/libLibTorchSharp.so"
