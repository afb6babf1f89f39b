#!/bin/sh
# Imports Fogg's data views and dashboard into Kibana: import.sh [URL], http://127.0.0.1:5601 unless given.
# Where Kibana asks who you are, KIBANA_AUTH=user:password. Running it again replaces what it imported.
set -eu
url=${1:-http://127.0.0.1:5601}
file=$(dirname "$0")/fogg.ndjson
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

attempt=0
until curl -fsS -o /dev/null ${KIBANA_AUTH:+-u "$KIBANA_AUTH"} "$url/api/status" 2>"$answer"; do
    attempt=$((attempt + 1))
    [ "$attempt" -lt "${KIBANA_ATTEMPTS:-60}" ] || {
        echo "Kibana at $url is not ready: $(cat "$answer")" >&2
        exit 1
    }
    sleep 5
done

code=$(curl -sS -o "$answer" -w '%{http_code}' ${KIBANA_AUTH:+-u "$KIBANA_AUTH"} -H 'kbn-xsrf: true' \
    -F "file=@$file" "$url/api/saved_objects/_import?overwrite=true")
# Kibana answers 200 also when single objects fail; the body says so.
if [ "$code" = 200 ] && grep -q '"success":true' "$answer"; then
    echo "Imported: $url/app/dashboards#/view/fogg-trading"
else
    echo "Kibana refused the import ($code): $(cat "$answer")" >&2
    exit 1
fi
