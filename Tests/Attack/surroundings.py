"""The machine takes away what the daemon needs; nothing that it acknowledged is lost."""
import http.client
import json
import os
import resource
import shutil
import subprocess
import tempfile
import time

from bed import Daemon, Failure, ask


def acknowledged_moves(daemon, box, shelves, tries, connection):
    """The numbers of the entries that were acknowledged, and the statuses of all answers."""
    entries, statuses = [], []
    for turn in range(tries):
        status, _, answer = ask(connection, "POST", "/v1/moves", {"barcodes": [box], "to": shelves[turn % 2], "reason": "x" * 900})
        statuses.append(status)
        if status == 200:
            # What lies there already makes no entry.
            entries += [movement["entry"] for movement in json.loads(answer)["movements"] if movement["entry"]]
    return entries, statuses


def missing(daemon, box, entries):
    """Those of `entries` that are not in the history of the box."""
    known, cursor = set(), ""
    while True:
        page = daemon.must("GET", f"/v1/history/{box}?limit=1000{cursor}")
        known |= {line["entry"] for line in page["items"]}
        if not page.get("next"):
            return set(entries) - known
        cursor = f"&cursor={page['next']}"


def sound(daemon):
    return daemon.must("GET", "/v1/log/verification")["isSound"]


def full_disk(row):
    """A full disk: refused, told, read on; it goes on by itself, and after a kill while it is full."""
    place = tempfile.mkdtemp(prefix="outguide-full-")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", place], check=True)
    try:
        os.chmod(place, 0o755)
        with Daemon(parent=place) as daemon:
            shelf, things = daemon.fill(4, clients=1)
            shelves = [shelf, daemon.must("POST", "/v1/locations", {"name": "Shelf B"})["barcode"]]
            connection, box, kept = daemon.connect(), things[0], []
            for is_killed in (False, True):
                kept += acknowledged_moves(daemon, box, shelves, 200, connection)[0]
                filler = place + "/filler"
                with open(filler, "wb") as file:
                    try:
                        while True:
                            file.write(b"\0" * 65536)
                            file.flush()
                    except OSError:
                        pass
                statuses = []
                while 503 not in statuses and len(statuses) < 40_000:
                    entries, statuses = acknowledged_moves(daemon, box, shelves, 50, connection)
                    kept += entries
                row.check(503 in statuses and set(statuses) <= {200, 503}, f"a full disk is answered {sorted(set(statuses))}")
                row.check(daemon.status()["state"] == "degraded", "the status of a full disk is not degraded")
                row.check(ask(connection, "GET", f"/v1/where/{box}")[0] == 200, "a full disk is not read")
                if is_killed:
                    daemon.kill()
                    daemon.start()
                    connection = daemon.connect()
                os.unlink(filler)
                begun = time.monotonic()
                while daemon.status()["state"] != "ready" and time.monotonic() < begun + 30:
                    time.sleep(0.1)
                row.check(daemon.status()["state"] == "ready", "it does not go on when there is room again")
                lost = missing(daemon, box, kept)
                row.check(not lost, f"{len(lost)} acknowledged moves are missing")
            row.check(sound(daemon), "the log is not sound")
            row.note(f"{len(kept)} acknowledged, {len(lost)} missing")
    finally:
        subprocess.run(["umount", place], check=True)
        shutil.rmtree(place)


def lost_state(row):
    """The state directory is removed, renamed, replaced: nothing is acknowledged, and it ends soon."""
    for harm in ["removed", "renamed", "replaced"]:
        with Daemon() as daemon:
            shelf, things = daemon.fill(1, clients=1)
            elsewhere = daemon.directory + "/elsewhere"
            if harm == "removed":
                shutil.rmtree(daemon.state)
            else:
                os.rename(daemon.state, elsewhere)
            if harm == "replaced":
                shutil.copytree(elsewhere, daemon.state)
            time.sleep(1.5)
            row.check("the log is closed to writing" in daemon.said(), f"{harm}: the journal does not say it within a second")
            row.check(daemon.status()["state"] == "degraded", f"{harm}: the status is not degraded")
            status, _, _ = ask(daemon.connect(), "POST", "/v1/moves", {"barcodes": things, "to": shelf})
            row.check(status == 503, f"{harm}: a move is answered {status}")
            took = daemon.stop()
            row.check(took is not None and took < 5, f"{harm}: it takes {took} s to end")


def descriptors(row):
    """Hardly any descriptor is left: reported, no spinning, nothing lost, it goes on, and ends soon."""
    with Daemon() as daemon:
        shelf, things = daemon.fill(1, clients=1)
        shelves, connection = [shelf, daemon.must("POST", "/v1/locations", {"name": "Shelf B"})["barcode"]], daemon.connect()
        ask(connection, "GET", "/v1/rights")
        # This limit leaves it half of the descriptors that it keeps for itself.
        used = {int(name) for name in os.listdir(f"/proc/{daemon.process.pid}/fd")}
        lowest = next(number for number in range(65_536) if number not in used) + 8
        before = resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, (lowest, before[1]))
        waiting = [daemon.connect(5) for _ in range(8)]
        for client in waiting:
            client.connect()
        begun = daemon.processor()
        time.sleep(3)
        share = (daemon.processor() - begun) / 3
        row.check(share < 0.3, f"it uses {share:.2f} of a processor")
        status, _, answer = ask(connection, "GET", "/v1/status")
        row.check(b"descriptors of outguided are left" in answer, "the status does not say it")
        row.check("cannot take more clients" in daemon.said(), "the journal does not say it")
        kept, statuses = acknowledged_moves(daemon, things[0], shelves, 20, connection)
        row.check(set(statuses) <= {200, 503}, f"moves are answered {sorted(set(statuses))}")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, before)
        time.sleep(1.5)
        row.check(daemon.status()["environmentTrouble"] is None, "it does not recover")
        lost = missing(daemon, things[0], kept)
        row.check(not lost, f"{len(lost)} acknowledged moves are missing")
        resource.prlimit(daemon.process.pid, resource.RLIMIT_NOFILE, (lowest, before[1]))
        time.sleep(1)
        took = daemon.stop()
        row.check(took is not None and took < 5, f"it takes {took} s to end")
        row.note(f"{share:.2f} of a processor meanwhile")


def lost_socket(row):
    """The file of the socket is removed: made anew within two seconds."""
    with Daemon() as daemon:
        for _ in range(5):
            os.unlink(daemon.socket)
            begun = time.monotonic()
            while not os.path.exists(daemon.socket) and time.monotonic() < begun + 5:
                time.sleep(0.02)
            took = time.monotonic() - begun
            try:
                answered = daemon.status()["state"] == "ready"
            except (OSError, http.client.HTTPException, Failure):
                answered = False
            row.check(answered and took < 2, f"the socket is back after {took:.1f} s")
