#!/bin/sh
# Runs git in a process group of its own, under limits, and ends the whole group when time is up or the caller says so.
# A caller that only ends git leaves its helpers (git-remote-https, fetch-pack) running.
set -eu
ulimit -f "$PROOFSHEET_FILE_BLOCKS"
ulimit -t "$PROOFSHEET_SECONDS"
ulimit -v "$PROOFSHEET_MEMORY_KIB" 2>/dev/null || true
exec timeout --signal=TERM --kill-after=2 "$PROOFSHEET_SECONDS" git "$@"
