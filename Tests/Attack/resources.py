"""One reader who wants everything, and what others get meanwhile."""
import contextlib
import os
import signal
import socket
import statistics
import time

from bed import Daemon, another_user, ask, slow_pdf, together


def connected(path, first=b""):
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(60)
    # A queue of the socket that is full for a moment refuses at once, whatever the timeout.
    for _ in range(1_000):
        try:
            client.connect(path)
            break
        except BlockingIOError:
            time.sleep(0.01)
    if first:
        client.sendall(first)
    return client


def slow_headers(row, connections=150):
    """Clients that send a header byte by byte are ended; everybody else is served meanwhile."""
    with Daemon() as daemon:
        clients = [connected(daemon.socket, b"GET /v1/rights HTTP/1.1\r\nHost: localhost\r\nX: ") for _ in range(connections)]
        begun, left = time.monotonic(), set(range(connections))
        while left and time.monotonic() < begun + 60:
            for index in list(left):
                with contextlib.suppress(BlockingIOError, socket.timeout):
                    try:
                        clients[index].sendall(b"a")
                        if not clients[index].recv(1, socket.MSG_DONTWAIT):
                            left.discard(index)
                    except (BrokenPipeError, ConnectionResetError):
                        left.discard(index)
            row_status = daemon.must("GET", "/v1/rights")
            time.sleep(1)
        took = time.monotonic() - begun
        for index in range(connections):
            row.check(index not in left, f"connection {index} is still open after {took:.0f} s")
        row.check(row_status is not None, "others were not served")
        row.note(f"ended after {took:.0f} s")


def unfinished_uploads(row, senders=32, length=60 << 20):
    """Bodies of which all but the end was sent take no memory, and leave room for another user."""
    head = b"POST /v1/decode HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % length
    with Daemon() as daemon:
        before, clients, told = daemon.resident(), [], []

        def flood():
            piece = b"\0" * (1 << 20)

            def send(_):
                with contextlib.suppress(OSError):
                    client = connected(daemon.socket, head)
                    for _ in range(length // len(piece) - 1):
                        client.sendall(piece)
                    time.sleep(600)

            together(senders, send)

        most = before
        with another_user(flood):
            for _ in range(40):
                time.sleep(0.25)
                most = max(most, daemon.resident())
            connection = daemon.connect()
            status, _, _ = ask(connection, "POST", "/v1/decode", b"not an image")
            row.check(status == 422, f"another user's image is answered {status}")
        grown = (most - before) >> 20
        row.check(grown < 256, f"the memory grew by {grown} MiB")
        row.tries += senders - 2
        row.note(f"{grown} MiB more")


def moves_per_second(daemon, things, shelves, seconds=2, clients=8):
    """Moves of all clients together."""
    counts, end = [0] * clients, time.monotonic() + seconds

    def move(number):
        connection, turn = daemon.connect(), 0
        while time.monotonic() < end:
            turn += 1
            daemon.must("POST", "/v1/moves", {"barcodes": [things[number]], "to": shelves[turn % 2]}, connection)
            counts[number] += 1

    together(clients, move)
    return sum(counts) / seconds


def deaf_listeners(row, listeners=200):
    """Listeners that never read slow nobody down, and one user has a bounded number of them."""
    with Daemon() as daemon:
        shelf, things = daemon.fill(16)
        shelves = [shelf, daemon.must("POST", "/v1/locations", {"name": "Shelf B"})["barcode"]]
        moves_per_second(daemon, things, shelves)
        before = daemon.resident()
        request = b"GET /v1/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\n\r\n"

        def listen():
            clients = [connected(daemon.socket, request) for _ in range(listeners)]
            time.sleep(600)
            del clients

        rounds, grown = ([], []), 0
        for _ in range(3):
            rounds[0].append(moves_per_second(daemon, things, shelves))
            with another_user(listen):
                time.sleep(1)
                rounds[1].append(moves_per_second(daemon, things, shelves))
                grown = max(grown, (daemon.resident() - before) >> 20)
        alone, beside = map(statistics.median, rounds)
        row.tries += listeners - 2
        row.check(beside > alone / 2, f"{alone:.0f} moves/s alone, {beside:.0f} beside {listeners} listeners")
        row.check(grown < 256, f"the memory grew by {grown} MiB")
        row.note(f"{alone:.0f} moves/s alone, {beside:.0f} beside; {grown} MiB more")


def expensive(row):
    """A reader has everything expensive done again and again; somebody else's is done in between."""
    with Daemon() as daemon:
        daemon.fill(600)
        pdf = slow_pdf()
        loads = {
            "/v1/log/verification": lambda n: ("GET", "/v1/log/verification", None),
            "/v1/log/proofs": lambda n: ("GET", f"/v1/log/proofs/{n + 2}", None),
            "/v1/search": lambda n: ("GET", "/v1/search?q=lease&limit=1000", None),
            "/v1/items": lambda n: ("GET", "/v1/items?limit=1000", None),
            "/v1/decode": lambda n: ("POST", "/v1/decode", pdf),
        }
        for name, request in loads.items():

            def flood():
                def client(number):
                    connection = daemon.connect(600)
                    while True:
                        ask(connection, *request(number))

                together(24, client)

            connection = daemon.connect(600)
            start = time.monotonic()
            ask(connection, *request(30))
            alone = time.monotonic() - start
            with another_user(flood, niceness=10):
                time.sleep(0.5)
                start = time.monotonic()
                status, _, _ = ask(connection, *request(30))
                own = time.monotonic() - start
                start = time.monotonic()
                where, _, _ = ask(connection, "GET", "/v1/where/LC000000001H")
                asked = time.monotonic() - start
            # A PDF that takes too long is answered as one that cannot be decoded.
            row.check(status in (200, 422), f"{name} beside 24 others is answered {status}")
            # One that runs already, one in between, and what they cost each other.
            row.check(own < alone * 8 + 2, f"{name} takes {alone:.2f} s alone and {own:.1f} s beside 24 others")
            row.check(where == 200 and asked < 1, f"where beside 24 of {name} takes {asked:.2f} s")
        row.check(daemon.is_running(), "the daemon has ended")


def hangups(row, signals=2_000):
    """A storm of SIGHUP: it goes on, and ends when it is told to."""
    with Daemon() as daemon:
        for _ in range(signals):
            os.kill(daemon.process.pid, signal.SIGHUP)
        row.check(daemon.status()["state"] == "ready", "the daemon is not ready any more")
        took = daemon.stop()
        row.check(took is not None and took < 5, f"it takes {took} s to end")
        row.tries += signals - 2


def configurations(row):
    """A configuration that is wrong changes nothing, and does not keep the daemon from ending."""
    texts = {
        "binary": bytes(range(256)), "aliases": b"a: &a [*a, *a]\n", "unknown key": b"nonsense: 1\n", "wrong type": b"contextTimeout: [1]\n",
        "too long": b"# " + b"x" * 300_000, "deep": b"[" * 10_000, "two documents": b"site: \"00\"\n---\nsite: \"01\"\n",
    }
    for name in [*texts, "pipe", "directory", "nothing", "link to itself"]:
        with Daemon() as daemon:
            os.unlink(daemon.config)
            if name in texts:
                with open(daemon.config, "wb") as file:
                    file.write(texts[name])
            elif name == "pipe":
                os.mkfifo(daemon.config)
            elif name == "directory":
                os.mkdir(daemon.config)
            elif name == "link to itself":
                os.symlink(daemon.config, daemon.config)
            os.kill(daemon.process.pid, signal.SIGHUP)
            row.check(daemon.status()["state"] == "ready", f"{name}: the daemon is not ready any more")
            took = daemon.stop()
            row.check(took is not None and took < 5, f"{name}: it takes {took} s to end")
