#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# slurm_start.sh FOLDER [CPUS]: starts a Slurm cluster of one node on this machine for tests, with
# everything it writes in FOLDER, on loopback ports of its own; claims CPUS processors (default 4).
# Prints the path of its slurm.conf. slurm_stop.sh FOLDER ends it. Nothing outside FOLDER is touched;
# no systemd, cgroups or accounts are needed. Exit code 77 if Slurm or munge is not installed.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
for program in munged slurmctld slurmd sbatch; do
    command -v "$program" >/dev/null || { echo "skipped: $program is not installed"; exit 77; }
done
folder=$(mkdir -p "$1" && cd "$1" && pwd -P)
cpus=${2:-4}
# Settings of a cluster around this one must not reach its daemons.
for name in $(compgen -e | grep -E '^(SLURM|SBATCH|PMI)' || true); do unset "$name"; done
umask 022
mkdir -p "$folder"/{log,state,spool}
# munged refuses a socket below a folder that others cannot enter, such as one made by mktemp -d.
sockets=$(mktemp -d /tmp/tandem-munge.XXXXXX)
chmod 755 "$sockets"
echo "$sockets" >"$folder/sockets"

free_port() {
    local port
    while :; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

(umask 077 && head -c 1024 /dev/urandom >"$folder/munge.key")
munged --socket="$sockets/socket" --key-file="$folder/munge.key" --pid-file="$folder/munged.pid" \
    --log-file="$folder/log/munged.log" --seed-file="$folder/munge.seed" </dev/null >&2

host=$(hostname -s)
user=$(id -un)
# proctrack/pgid ends what a job leaves behind; cred_expire is also how long a requeued job waits.
cat >"$folder/slurm.conf" <<END
ClusterName=tandemtest
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$sockets/socket,cred_expire=5
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.file
SlurmdPidFile=$folder/slurmd.file
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
KillOnBadExit=1
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
JobAcctGatherType=jobacct_gather/none
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,sched_min_interval=50000,batch_sched_delay=0,bf_interval=1
ReturnToService=2
InactiveLimit=0
KillWait=5
SlurmdTimeout=10
JobRequeue=1
NodeName=node NodeHostname=$host NodeAddr=127.0.0.1 Port=$(free_port) CPUs=$cpus State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$folder/slurm.conf
setsid slurmctld -D -i -f "$SLURM_CONF" </dev/null >"$folder/log/slurmctld.out" 2>&1 &
echo $! >"$folder/slurmctld.pid"
setsid slurmd -D -N node -f "$SLURM_CONF" </dev/null >"$folder/log/slurmd.out" 2>&1 &
echo $! >"$folder/slurmd.pid"
for _ in $(seq 200); do
    state=$(sinfo -h -N -o %T 2>/dev/null || true)
    if [[ $state == idle ]]; then
        echo "$SLURM_CONF"
        exit 0
    fi
    sleep 0.1
done
echo "the cluster is not ready after 20 s" >&2
tail -n 20 "$folder"/log/*.out >&2
"$(dirname "$0")/slurm_stop.sh" "$folder"
exit 1
