#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# slurm_stop.sh FOLDER: cancels the jobs of the cluster that slurm_start.sh began there and ends its
# daemons: only processes whose numbers were noted and whose command line names the folder.
set -uo pipefail
PATH=$PATH:/usr/sbin:/sbin
folder=$(cd "$1" && pwd -P) || exit 2
export SLURM_CONF=$folder/slurm.conf

ours() { tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | grep -q -F "$folder/"; }

timeout 5 scancel --me 2>/dev/null
for _ in $(seq 80); do
    [[ -n $(timeout 5 squeue -h -o %i 2>/dev/null) ]] || break
    sleep 0.1
done
for file in slurmd.pid slurmctld.pid munged.pid; do
    process=$(cat "$folder/$file" 2>/dev/null) || continue
    ours "$process" || continue
    kill -TERM "$process"
    for _ in $(seq 100); do
        ours "$process" || break
        sleep 0.1
    done
    if ours "$process"; then kill -KILL "$process"; fi
done
sockets=$(cat "$folder/sockets" 2>/dev/null)
case $sockets in /tmp/tandem-munge.??????) rm -rf "$sockets" ;; esac
exit 0
