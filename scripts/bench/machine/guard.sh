#!/bin/sh
# Ends what the harness started once the harness is gone, however it went: its end of the pipe closes then.
# Reads `+ <process group>`, `- <process group>` and `c <folder of a control group>`.
trap '' INT TERM HUP
groups=' '
folders=''
while read -r word name; do
  case $word in
    +) groups="$groups$name " ;;
    -) groups="${groups%% "$name" *} ${groups#* "$name" }" ;;
    c) folders="$folders $name" ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
for folder in $folders; do
  tries=0
  while [ -d "$folder" ] && [ "$tries" -lt 100 ]; do
    while read -r process; do kill -s KILL "$process" 2>/dev/null; done <"$folder/cgroup.procs"
    rmdir "$folder" 2>/dev/null || sleep 0.05
    tries=$((tries + 1))
  done
done
