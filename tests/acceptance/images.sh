# The first images of Fashion-MNIST: a folder of IDX files that is read at once.

# The first examples of an IDX file, with their number in its header.
first() { # file, header bytes, bytes per example, examples, folder
  local name; name=$(basename "$1" .gz)
  {
    gzip -dc "$1" | head -c 4
    printf "\\x$(printf %02x $(($4 >> 24)))\\x$(printf %02x $(($4 >> 16 & 255)))\\x$(printf %02x $(($4 >> 8 & 255)))\\x$(printf %02x $(($4 & 255)))"
    gzip -dc "$1" | tail -c +9 | head -c $(($2 - 8 + $3 * $4))
  } 2>/dev/null >"$5/$name" || true # The rest of the file is not read, and gzip says so.
}

first_images() { # folder with all of them, folder to make, images to train on, images to test on
  mkdir -p "$2"
  first "$1/train-images-idx3-ubyte.gz" 16 784 "$3" "$2"
  first "$1/train-labels-idx1-ubyte.gz" 8 1 "$3" "$2"
  first "$1/t10k-images-idx3-ubyte.gz" 16 784 "$4" "$2"
  first "$1/t10k-labels-idx1-ubyte.gz" 8 1 "$4" "$2"
}
