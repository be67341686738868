#!/bin/bash
# A private CUPS server with IPP printers behind it, for tests that print and read back what arrived.
#
#   PrinterBed.sh DIR
#
# Brings everything up under DIR, an empty directory with a short path, writes "ready" to standard output and
# waits. When standard input ends, as it does when the test that started it dies, everything ends with it
# and DIR goes.
#
# The server listens on DIR/cups.sock only. Its queues for labels of 100 x 50 and 4 x 2 in:
#   box203   an IPP printer of 203 dpi with colours that takes PDF; documents land in DIR/box203
#   box300   the same with 300 dpi and a second tray, of A4 sheets, in DIR/box300
#   raster203  an IPP printer of 203 dpi without colours that takes PWG raster only, in DIR/raster203
#   both203  the same that takes PDF too, in DIR/both203
#   cols203  the same as raster203, which says what lies in it as collections only, in DIR/cols203
#   slow203  cols203 behind a door: while there is DIR/slow203.asleep it takes the next connection, which takes that file
#            away, and never answers it
#   halted   a stopped queue
#   closed   a queue that takes no jobs
#   jammed   a queue whose backend fails at every job, which stops the queue
#   off      a queue whose printer is switched off, where jobs wait
#   held     a queue that holds its jobs
#   locked   a queue that wants a name and a password
#   zpl      a queue that passes on what it gets as it is; documents land in DIR/zpl
#
# A queue whose device is keep:/name puts what its printer would get into DIR/name, and the options of each job beside it.
#
# What stands in DIR/box203.say and the like an IPP printer says while it prints: lines such as
# "STATE: +media-empty-error", which it goes on saying until a later job says "STATE: -media-empty-error". It prints no
# further while there is DIR/box203.wait, nor with the job whose number stands in DIR/box203.from and later ones; and it
# fails when there is DIR/box203.fail.
#
# Needs cups, cups-daemon, cups-client, cups-filters, ghostscript, cups-ipp-utils and dbus-daemon.
set -euo pipefail

D=${1:?a directory}
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
declare -A pids=()

# Ends what was started here, and only that.
down() {
    # Being told to end while it ends must not leave printers behind.
    trap - EXIT
    trap "" INT TERM
    local pid
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || :; done
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || :; done
    rm -rf "$D"
}
trap down EXIT
trap 'exit 1' INT TERM

start() {
    local name=$1
    shift
    (
        # Whoever started this script takes it for alive while anybody holds what it was given.
        for file in "/proc/$BASHPID/fd/"*; do
            file=${file##*/}
            if ((file > 2)); then exec {file}>&-; fi
        done
        exec "$@"
    ) >"$D/log/$name" 2>&1 </dev/null &
    pids[$name]=$!
}

# Waits until a command succeeds, at most a minute, because a busy machine may run nothing of this for seconds.
await() {
    local end=$((SECONDS + 60)) words
    while ((SECONDS < end)); do
        words=$("$@" 2>&1) && return
        sleep 0.02
    done
    echo "PrinterBed.sh: gave up waiting for: $*: $words" >&2
    kill -0 "${pids[cupsd]}" 2>/dev/null || echo "PrinterBed.sh: cupsd ended" >&2
    tail -n 5 "$D"/log/* >&2
    exit 1
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1"); }

media() {
    printf '{ MEMBER collection media-size { MEMBER integer x-dimension %s MEMBER integer y-dimension %s }' "$1" "$2"
    printf ' MEMBER keyword media-size-name "%s"' "$3"
    local side
    for side in top bottom left right; do printf ' MEMBER integer media-%s-margin 0' "$side"; done
    printf ' MEMBER keyword media-type "labels" MEMBER keyword media-source "main" }'
}

# What a printer says about itself: its resolution, the formats that it takes, whether it has sheets, and colours.
attributes() {
    local dpi=$1 formats=$2 colours=false
    local box carton sheet=() names=() sizes=()
    box=$(media 10000 5000 om_box-label_100x50mm)
    carton=$(media 10160 5080 oe_4x2-label_4x2in)
    if [[ ${3:-} == sheets ]]; then
        sheet=(",$(media 21000 29700 iso_a4_210x297mm)")
        names=(',"iso_a4_210x297mm"')
        sizes=(',{ MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700 }')
    fi
    [[ ${3:-} == sheets || ${3:-} == colours ]] && colours=true
    local ready="ATTR keyword media-ready \"om_box-label_100x50mm\"${names[*]}"
    [[ ${3:-} == cols ]] && ready="# It lies in media-col-ready."
    cat <<END
ATTR text printer-make-and-model "Label printer $dpi dpi"
ATTR mimeMediaType document-format-supported "application/octet-stream",$formats
ATTR boolean color-supported $colours
ATTR keyword media-supported "om_box-label_100x50mm","oe_4x2-label_4x2in"${names[*]}
$ready
ATTR keyword media-default "om_box-label_100x50mm"
ATTR collection media-size-supported { MEMBER integer x-dimension 10000 MEMBER integer y-dimension 5000 },{ MEMBER integer x-dimension 10160 MEMBER integer y-dimension 5080 }${sizes[*]}
ATTR collection media-col-default $box
ATTR collection media-col-ready $box${sheet[*]}
ATTR collection media-col-database $box,$carton${sheet[*]}
ATTR keyword media-col-supported "media-size","media-size-name","media-top-margin","media-bottom-margin","media-left-margin","media-right-margin","media-type","media-source"
ATTR integer media-top-margin-supported 0
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR resolution printer-resolution-default ${dpi}dpi
ATTR resolution printer-resolution-supported ${dpi}dpi
ATTR keyword print-color-mode-supported "monochrome","bi-level"
ATTR keyword print-color-mode-default "monochrome"
ATTR resolution pwg-raster-document-resolution-supported ${dpi}dpi
ATTR keyword pwg-raster-document-type-supported "black_1","sgray_8"
ATTR keyword pwg-raster-document-sheet-back "normal"
ATTR keyword sides-supported "one-sided"
ATTR rangeOfInteger copies-supported 1-999
ATTR enum print-quality-supported 3,4,5
END
}

# Starts a printer and its queue. A free port may be taken before the printer has it, so it is tried again.
printer() {
    local name=$1 port _
    attributes "$2" "$3" "${4:-}" >"$D/$name.conf"
    mkdir "$D/$name"
    cat >"$D/bin/print-$name" <<END
#!/bin/bash
[[ -e "$D/$name.say" ]] && cat "$D/$name.say" >&2
# Its file is called after its number: 7-title.pdf.
job=\${1##*/} job=\${job%%-*}
stands() {
    local from
    [[ -e "$D/$name.wait" ]] || { from=\$(cat "$D/$name.from" 2>/dev/null) && ((job >= from)); }
}
while stands; do sleep 0.02; done
[[ -e "$D/$name.after" ]] && cat "$D/$name.after" >&2
[[ ! -e "$D/$name.fail" ]]
END
    chmod 755 "$D/bin/print-$name"
    for _ in {1..20}; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        answers "$port" 2>/dev/null && continue
        # Without a command of its own it would pretend to print for some seconds.
        start "$name" ippeveprinter -p "$port" -n localhost -r off -a "$D/$name.conf" -d "$D/$name" -k \
            -c "$D/bin/print-$name" "$name"
        local tries
        for tries in {1..250}; do
            kill -0 "${pids[$name]}" 2>/dev/null || continue 2
            if grep -q "Listening on port $port" "$D/log/$name" || answers "$port" 2>/dev/null; then break; fi
            sleep 0.02
        done
        await answers "$port"
        kill -0 "${pids[$name]}" 2>/dev/null || continue
        # On a busy machine a connection to the server fails now and then.
        await lpadmin -p "$name" -E -v "ipp://localhost:$port/ipp/print" -m everywhere
        return
    done
    echo "PrinterBed.sh: no port for $name" >&2
    exit 1
}

mkdir -p "$D"/{etc/ppd,run,cache,spool/tmp,log}
if [[ $(id -u) == 0 ]]; then
    account=lp
    group=lp
    chmod 755 "$D"
    chown lp "$D"/spool "$D"/spool/tmp "$D"/cache
else
    account=$(id -un)
    group=$(id -gn)
fi

cat >"$D/dbus.conf" <<END
<busconfig><type>system</type><listen>unix:path=$D/bus</listen><policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
END
cat >"$D/cupsd.conf" <<END
LogLevel info
Listen $D/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
MaxJobs 0
JobRetryInterval 5
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
<Policy password>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit Create-Job Print-Job Send-Document Validate-Job>
AuthType Basic
Require valid-user
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
END

# The system's programs, with two backends that always fail: one wants the queue stopped, one a new attempt.
mkdir "$D/bin"
for part in /usr/lib/cups/*; do
    [[ $part == */backend ]] || ln -s "$part" "$D/bin/"
done
mkdir "$D/bin/backend"
cp /usr/lib/cups/backend/{ipp,lpd,socket} "$D/bin/backend/"
# Their texts are in the language of the job, and may be in any: as long, and in none that anybody reads.
for words in "may not exist or is unavailable" "is not responding" "Unable to locate printer" "is unreachable" "is in use"; do
    LC_ALL=C sed -i "s/$words/${words//[a-z]/x}/g" "$D"/bin/backend/{ipp,lpd,socket}
done
cat >"$D/bin/backend/jam" <<'END'
#!/bin/sh
[ $# -eq 0 ] && exit 0
echo "ERROR: labels are jammed" >&2
exit 4
END
sed 's/labels are jammed/switched off/; s/exit 4/exit 1/' "$D/bin/backend/jam" >"$D/bin/backend/mute"
cat >"$D/bin/backend/keep" <<END
#!/bin/sh
[ \$# -eq 0 ] && exit 0
name=\${DEVICE_URI#keep:/}
printf '%s\n' "\$5" >"$D/\$name/\$1.options"
cat "\${6:--}" >"$D/\$name/\$1.part" && mv "$D/\$name/\$1.part" "$D/\$name/\$1.out"
END
mkdir "$D/zpl"
[[ $(id -u) == 0 ]] && chown lp "$D/zpl"
chmod 755 "$D"/bin/backend/*
cat >"$D/cups-files.conf" <<END
ServerRoot $D/etc
StateDir $D/run
CacheDir $D/cache
RequestRoot $D/spool
TempDir $D/spool/tmp
AccessLog $D/log/access
ErrorLog $D/log/error
PageLog $D/log/page
ServerBin $D/bin
DataDir /usr/share/cups
User $account
Group $group
SystemGroup root
END

# ippeveprinter ends at once when no system bus answers.
start dbus dbus-daemon --config-file="$D/dbus.conf" --nofork --nopidfile
start cupsd cupsd -f -c "$D/cupsd.conf" -s "$D/cups-files.conf"
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$D/bus CUPS_SERVER=$D/cups.sock
await test -S "$D/bus"
await lpstat -r

printer box203 203 '"application/pdf","image/pwg-raster"' colours
printer box300 300 '"application/pdf","image/pwg-raster"' sheets
printer raster203 203 '"image/pwg-raster"'
printer both203 203 '"application/pdf","image/pwg-raster"'
printer cols203 203 '"image/pwg-raster"' cols
cat >"$D/bin/door" <<'END'
import os, socket, sys, threading
asleep, to = sys.argv[1], int(sys.argv[2])
door = socket.create_server(("127.0.0.1", 0))
print(door.getsockname()[1], flush=True)
kept = []
def carry(source, sink):
    try:
        while data := source.recv(65536): sink.sendall(data)
    except OSError: pass
    try: sink.shutdown(socket.SHUT_WR)
    except OSError: pass
while True:
    guest = door.accept()[0]
    try:
        os.remove(asleep)
        kept.append(guest)
        continue
    except FileNotFoundError: pass
    host = socket.create_connection(("127.0.0.1", to))
    for way in (guest, host), (host, guest): threading.Thread(target=carry, args=way, daemon=True).start()
END
device=$(lpstat -v cols203)
to=${device##*localhost:}
start door python3 "$D/bin/door" "$D/slow203.asleep" "${to%%/*}"
await test -s "$D/log/door"
await lpadmin -p slow203 -E -v "ipp://localhost:$(head -n 1 "$D/log/door")/ipp/print" -m everywhere
for name in halted closed jammed off; do
    device=jam:/
    [[ $name == off ]] && device=mute:/
    policy=retry-job
    [[ $name == jammed ]] && policy=stop-printer
    await lpadmin -p "$name" -v "$device" -m raw -E -o printer-error-policy=$policy
done
await lpadmin -p held -v mute:/ -m raw -E
await lpadmin -p locked -v mute:/ -m raw -E -o printer-op-policy=password
await lpadmin -p zpl -v keep:/zpl -m raw -E
await cupsdisable -r "the roll is empty" halted
await cupsreject -r "closed for today" closed
await cupsdisable --hold held

echo ready
# Until the test closes its end; unlike a program, the builtin lets a signal end the wait.
while read -r _; do :; done
