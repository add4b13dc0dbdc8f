#!/usr/bin/env bash
# Signs one file with osslsigncode when ITADMIN_CERT names a PKCS#12 file (password in the file ITADMIN_CERT_PASSWORD_FILE).
set -euo pipefail

file="$1"
if [[ -z "${ITADMIN_CERT:-}" ]]; then
    echo "osignerad: $file" >&2
    exit 0
fi
timestamp=()
if [[ -n "${ITADMIN_TIMESTAMP:-}" ]]; then
    timestamp=(-ts "$ITADMIN_TIMESTAMP")
fi
osslsigncode sign -pkcs12 "$ITADMIN_CERT" -readpass "$ITADMIN_CERT_PASSWORD_FILE" -h sha256 -n itadmin "${timestamp[@]}" \
    -in "$file" -out "$file.signed"
mv "$file.signed" "$file"
