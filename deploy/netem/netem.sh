#!/bin/sh
# Puts the world file's distances on the network of this machine, with Linux' tc and netem (needs root and the kernel module sch_netem):
#
#   netem.sh up DEVICE PLACE=ADDRESS PLACE=ADDRESS ...   delays what goes between these addresses through DEVICE, e.g. eth0
#   netem.sh print DEVICE PLACE=ADDRESS ...              only prints the commands
#   netem.sh down DEVICE                                 takes everything away again
#
# Places are those of delays.tsv beside this script: data centres, exchanges by market code, and traders-<georegion>, who are in the middle
# between the nearest and the farthest. ADDRESS is IPv4. A way that the table does not have, as from one exchange to another, gets no delay.
#
# Each place needs an address of its own. On several machines, containers or network namespaces run the same line in each with its own
# device: each delays what it sends. On lo (127.0.0.1, 127.0.0.2, ...) every packet goes through once, but Linux lets connections to any of
# these addresses come from 127.0.0.1, so it does for processes only that bind what they connect from. Do not use it together with
# fogg up --wan aws, which delays the same messages in the application.
set -eu

table=$(dirname "$0")/delays.tsv

fail() {
    echo "netem.sh: $1" >&2
    exit 2
}

# Runs a command, or prints it.
tell() {
    if [ "$action" = print ]; then
        echo "$*"
    else
        "$@"
    fi
}

# The one-way delay from a place to another in microseconds; nothing where the table has none.
delay() {
    awk -F '\t' -v from="$1" -v to="$2" '$1 == from && $2 == to { print $3 }' "$table"
}

address() {
    echo "${1#*=}"
}

check() {
    case $1 in
        ?*=?*) ;;
        *) fail "$1: must be PLACE=ADDRESS" ;;
    esac
    awk -F '\t' -v place="${1%%=*}" '$1 == place { found = 1 } END { exit !found }' "$table" ||
        fail "${1%%=*}: not a place of $table"
    address "$1" | grep -Eq '^[0-9]{1,3}(\.[0-9]{1,3}){3}$' || fail "$1: the address must be IPv4"
}

# A class with a delay of its own for each directed pair; what fits none goes to class 1 at once.
up() {
    tell tc qdisc add dev "$device" root handle 1: htb default 1
    tell tc class add dev "$device" parent 1: classid 1:1 htb rate 100gbit
    number=2
    for from in "$@"; do
        for to in "$@"; do
            micros=$(delay "${from%%=*}" "${to%%=*}")
            [ -n "$micros" ] || continue
            class=$(printf '%x' "$number")
            number=$((number + 1))
            tell tc class add dev "$device" parent 1: classid "1:$class" htb rate 100gbit
            tell tc qdisc add dev "$device" parent "1:$class" netem delay "${micros}us" limit 100000
            tell tc filter add dev "$device" parent 1: protocol ip prio 1 u32 \
                match ip src "$(address "$from")/32" match ip dst "$(address "$to")/32" flowid "1:$class"
        done
    done
}

[ $# -ge 2 ] || fail "usage: netem.sh up|print DEVICE PLACE=ADDRESS ..., netem.sh down DEVICE"
action=$1
device=$2
shift 2
case $action in
    up | print)
        [ $# -ge 2 ] || fail "two places at least"
        for place in "$@"; do
            check "$place"
        done
        up "$@"
        ;;
    down) tc qdisc del dev "$device" root ;;
    *) fail "$action: up, print or down" ;;
esac
