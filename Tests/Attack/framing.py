"""Requests that no client of ours would send."""
from bed import Daemon, ask, raw

HOST = b"Host: localhost\r\n"
ADD = b"POST /v1/locations HTTP/1.1\r\n" + HOST


def chunked(*lines):
    return ADD + b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(lines)


BODY = b'{"name":"Smuggled"}'
SIZE = b"%x" % len(BODY)

# What is sent, and the statuses that may come first; 0 for a connection that ends without one.
CASES = {
    "no Host": (b"GET /v1/rights HTTP/1.1\r\n\r\n", {400}),
    "two Hosts": (b"GET /v1/rights HTTP/1.1\r\n" + HOST + HOST + b"\r\n", {400}),
    "HEAD": (b"HEAD /v1/rights HTTP/1.1\r\n" + HOST + b"\r\n", {200}),
    "unknown method": (b"BREW /v1/rights HTTP/1.1\r\n" + HOST + b"\r\n", {400, 405}),
    "method that the path does not take": (b"DELETE /v1/rights HTTP/1.1\r\n" + HOST + b"\r\n", {405}),
    "unknown path": (b"GET /v1/none HTTP/1.1\r\n" + HOST + b"\r\n", {404}),
    "both lengths": (ADD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400, 0}),
    "two lengths": (ADD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345", {400, 0}),
    "negative length": (ADD + b"Content-Length: -5\r\n\r\n", {400, 0}),
    "length with a plus": (ADD + b"Content-Length: +5\r\n\r\n12345", {400, 0}),
    "length of twenty digits": (ADD + b"Content-Length: 99999999999999999999\r\n\r\n", {400, 413, 0}),
    "bare LF": (b"GET /v1/rights HTTP/1.1\nHost: localhost\n\n", {400, 0}),
    "folded header": (b"GET /v1/rights HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n", {400, 0}),
    "space before a colon": (b"GET /v1/rights HTTP/1.1\r\nHost : localhost\r\n\r\n", {400, 0}),
    "zero in a header": (b"GET /v1/rights HTTP/1.1\r\n" + HOST + b"X: \0\r\n\r\n", {400, 0}),
    "header of 100 kB": (b"GET /v1/rights HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 100_000 + b"\r\n\r\n", {400, 431, 0}),
    "500 headers": (b"GET /v1/rights HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 500 + b"\r\n", {400, 431, 0}),
    "target of 100 kB": (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400, 404, 414, 0}),
    "HTTP/9.9": (b"GET /v1/rights HTTP/9.9\r\n" + HOST + b"\r\n", {400, 505, 0}),
    "TLS": (bytes([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]) + b"\0" * 64, {400, 0}),
    "zeros": (b"\0" * 4096, {400, 0}),
    "odd chunk size": (chunked(b"zz\r\n"), {400, 0}),
    "chunk longer than it says": (chunked(b"3\r\nabcdef\r\n0\r\n\r\n"), {400, 0}),
    "chunk size of 40 digits": (chunked(b"f" * 40 + b"\r\n"), {400, 413, 0}),
    "chunk extension": (chunked(SIZE + b";a=b\r\n" + BODY + b"\r\n0\r\n\r\n"), {201}),
    "chunk extension of 200 kB": (chunked(SIZE + b";a=" + b"b" * 200_000 + b"\r\n" + BODY + b"\r\n0\r\n\r\n"), {400, 0}),
    "body cut short": (ADD + b"Content-Length: 500\r\n\r\n{", {400, 0}),
    "encoded body": (ADD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", {415}),
    "member twice": (ADD + b"Content-Length: 25\r\n\r\n" + b'{"name":"A", "name": "B"}', {400}),
    "member that is not declared": (ADD + b"Content-Length: 24\r\n\r\n" + b'{"name":"A", "nome":"B"}', {400}),
    "100,000 brackets": (ADD + b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000, {400}),
    "body of 2 MB": (ADD + b"Content-Length: 2000000\r\n\r\n" + b" " * 2_000_000, {413, 0}),
    "not UTF-8": (ADD + b"Content-Length: 13\r\n\r\n" + b'{"name":"\xff\xfe"}', {400}),
    "number without end": (b"GET /v1/items?limit=" + b"9" * 400 + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    "limit 0": (b"GET /v1/items?limit=0 HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    "limit twice": (b"GET /v1/items?limit=1&limit=2 HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    "path that climbs": (b"GET /v1/log/backups/..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + HOST + b"\r\n", {404}),
    "tile that climbs": (b"GET /v1/log/tile/entries/../../../x HTTP/1.1\r\n" + HOST + b"\r\n", {404}),
    "broken escape": (b"GET /v1/where/%zz HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    "zero in a path": (b"GET /v1/where/%00 HTTP/1.1\r\n" + HOST + b"\r\n", {400}),
    "barcode of 10 kB": (b"GET /v1/where/" + b"A" * 10_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", {400, 404}),
}

# A second request hidden in the first one; none of these is answered twice.
SMUGGLED = b"GET /v1/status HTTP/1.1\r\n" + HOST + b"\r\n"
HIDDEN = {
    "behind both lengths": ADD + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "behind an obscure coding": ADD + b"Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED,
    "behind a length with a space": ADD + b"Content-Length: 1 0\r\n\r\n" + SMUGGLED,
    "in a length": ADD + b"Content-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
}


def status(answer):
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def fuzz(row):
    with Daemon() as daemon:
        for name, (request, allowed) in CASES.items():
            got = status(raw(daemon.socket, request))
            row.check(got in allowed, f"{name} is answered {got}, not {sorted(allowed)}")
        for name, request in HIDDEN.items():
            answers = raw(daemon.socket, request).count(b"HTTP/1.1 ")
            row.check(answers <= 1, f"a request hidden {name} is answered")
        row.check(daemon.is_running() and daemon.status()["state"] == "ready", "the daemon is not ready any more")
