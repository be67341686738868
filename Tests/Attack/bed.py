"""A daemon of one's own on a scratch directory, and ways to ask it, for attacks and benchmarks.

Everything goes when the daemon is left, however that happens.
"""
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NOBODY = 65534


class Failure(Exception):
    """What was tried cannot be tried, which says nothing about the daemon."""


class Connection(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path, timeout=60):
        super().__init__("localhost", timeout=timeout)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def ask(connection, method, path, body=None, headers=None):
    """The status, the headers and the bytes of an answer; `body` is sent as it is when it is bytes, else as JSON."""
    headers = dict(headers or {})
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        headers.setdefault("Content-Type", "application/json")
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def raw(path, data, patience=10, finish=True):
    """What comes back for these bytes, as far as it comes in time."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(patience)
        client.connect(path)
        answer = b""
        try:
            client.sendall(data)
            if finish:
                client.shutdown(socket.SHUT_WR)
            while chunk := client.recv(65536):
                answer += chunk
        except OSError:
            pass
        return answer


class Daemon:
    """outguided on a scratch directory; `with Daemon() as daemon` starts it and ends it."""

    def __init__(self, binaries=None, configuration="", parent=None, environment=None, limits=None):
        self.binaries = pathlib.Path(binaries or os.environ.get("BIN", ROOT / ".build" / "debug"))
        self.configuration = configuration
        self.parent = parent
        self.environment = environment or {}
        self.limits = limits
        self.process = None

    def __enter__(self):
        self.directory = tempfile.mkdtemp(prefix="outguide-", dir=self.parent)
        os.chmod(self.directory, 0o755)
        self.state = self.directory + "/state"
        self.socket = self.directory + "/outguide.sock"
        self.config = self.directory + "/outguided.yaml"
        self.log = self.directory + "/log"
        # Whoever is in the group of nobody is a reader, and everybody reaches the socket.
        pathlib.Path(self.config).write_text(
            self.configuration or 'socketMode: "0660"\nroleGroups:\n  reader: [nogroup]\n'
        )
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        with contextlib.suppress(Exception):
            self.kill()
        shutil.rmtree(self.directory, ignore_errors=True)

    def start(self, patience=60):
        """Starts it, and returns the seconds after which it answered."""
        begun = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.binaries / "outguided", "--config", self.config, "--state-dir", self.state, "--socket", self.socket],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **self.environment},
                preexec_fn=self.limits,
            )
        while time.monotonic() < begun + patience:
            if self.process.poll() is not None:
                raise Failure(f"cannot start outguided: {self.said()[-400:]}")
            with contextlib.suppress(OSError, http.client.HTTPException):
                connection = Connection(self.socket, 5)
                ask(connection, "GET", "/v1/rights")
                connection.close()
                return time.monotonic() - begun
            time.sleep(0.02)
        raise Failure("cannot start outguided: it does not answer")

    def said(self):
        return pathlib.Path(self.log).read_text(errors="replace")

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self, patience=20):
        """Ends it as systemd does; the seconds that took, or None when it had to be killed."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return None
        return time.monotonic() - begun

    def connect(self, timeout=60):
        return Connection(self.socket, timeout)

    def must(self, method, path, body=None, connection=None):
        """The JSON of an answer that has to be one."""
        own = connection or self.connect()
        try:
            status, _, answer = ask(own, method, path, body)
        finally:
            if connection is None:
                own.close()
        if status >= 300:
            raise Failure(f"{method} {path} answers {status}: {answer.decode(errors='replace')[:200]}")
        return json.loads(answer) if answer else None

    def status(self):
        return self.must("GET", "/v1/status")

    def resident(self):
        """Bytes of memory that it has."""
        words = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(words[1]) * 4096

    def processor(self):
        """Seconds of processor time that it used, without its children."""
        words = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def fill(self, count, clients=16):
        """Registers a shelf and `count` folders on it, which share commits; returns the barcodes."""
        shelf = self.must("POST", "/v1/locations", {"name": "Shelf A"})["barcode"]
        folders = [[] for _ in range(clients)]

        def register(mine, first):
            connection = self.connect()
            for number in range(first, count, clients):
                title = f"Matter {number} of lease and deed, {number % 97} Main Street"
                mine.append(self.must("POST", "/v1/items", {"title": title, "parent": shelf}, connection)["barcode"])

        threads = [threading.Thread(target=register, args=(folders[n], n)) for n in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return shelf, [barcode for mine in folders for barcode in mine]


@contextlib.contextmanager
def another_user(body, uid=NOBODY, niceness=0):
    """Runs `body` in a process of another user until the block ends."""
    child = os.fork()
    if child == 0:
        # Nothing of this process goes back to the code that ends the daemon.
        try:
            os.nice(niceness)
            os.setgroups([])
            os.setgid(uid)
            os.setuid(uid)
            body()
        except BaseException as error:
            print(f"cannot ask as another user: {error}", file=sys.stderr)
        finally:
            os._exit(0)
    try:
        yield
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def together(count, body):
    """Runs `body` in so many threads, each with its number, and returns when all have ended."""
    threads = [threading.Thread(target=body, args=(number,), daemon=True) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def slow_pdf(mark=0):
    """A PDF of some 6 kB, the page of which draws forms that draw each other four times, 30 deep."""

    def stream(data, extra=""):
        return f"<< /Length {len(data)} {extra} >>\nstream\n{data}\nendstream"

    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream("/X Do")]
    for level in range(30):
        more = f"/Resources << /XObject << /X {6 + level} 0 R >> >>" if level < 29 else ""
        drawing = "/X Do " * 4 if level < 29 else "0 0 m 9 9 l S"
        objects.append(stream(drawing, "/Type /XObject /Subtype /Form /BBox [0 0 99 99] " + more))
    out, offsets = b"%PDF-1.7\n%" + str(mark).encode() + b"\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
