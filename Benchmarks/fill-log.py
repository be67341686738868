#!/usr/bin/env python3
"""Fills a transfer log with boxes on shelves, in the rows that the daemon writes.

    fill-log.py DATABASE BOXES SHELF BOX LIST

SHELF and BOX are barcodes that a daemon registered in this log: a titled location within another, and a titled box at
home and put on a shelf. Their entries are the patterns for all others, so that the bodies have the daemon's members;
what is not understood ends the run. The barcodes of the boxes go to LIST, shuffled, the same every time.
No daemon may have the log open.
"""

import hashlib
import json
import os
import random
import sqlite3
import sys
from datetime import datetime, timedelta, timezone

BOXES_ON_A_SHELF = 40
BOXES_AT_A_TIME = 5_000
TABLES = {
    "barcode", "batch", "batchLine", "device", "entry", "grdb_migrations", "history", "minted", "node", "outcome",
    "placement", "reading", "record", "request", "session", "text", "voided",
}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def minted(prefix, serial):
    """A barcode of site 00, with its ISO/IEC 7064 MOD 37,36 check character."""
    payload = f"{prefix}00{serial:07}"
    product = 36
    for character in payload:
        product = ((product + ALPHABET.index(character)) % 36 or 36) * 2 % 37
    return payload + ALPHABET[(37 - product) % 36]


def canonical(body):
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def leaf_hash(body):
    return hashlib.sha256(b"\0" + body).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """The right edge of the tree over the entries (RFC 9162): the roots of its complete subtrees, the largest first."""

    def __init__(self):
        self.size = 0
        self.peaks = []

    def append(self, leaf):
        """Adds a leaf; gives the nodes above it that are complete now, as (level, position, hash)."""
        self.size += 1
        self.peaks.append(leaf)
        nodes = []
        level = 1
        while self.size % (1 << level) == 0:
            right, left = self.peaks.pop(), self.peaks.pop()
            self.peaks.append(node_hash(left, right))
            nodes.append((level, (self.size >> level) - 1, self.peaks[-1]))
            level += 1
        return nodes


class Log:
    """The log, and the rows for it that are not written yet."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        # The copy of a power cut is thrown away with all the rest of a benchmark.
        self.db.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")
        tables = {name for (name,) in self.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        if tables != TABLES:
            sys.exit(f"cannot fill {path}: tables have changed: {sorted(tables ^ TABLES)}")
        self.tree = Tree()
        leaves = self.db.execute("SELECT leafHash FROM entry ORDER BY number").fetchall()
        nodes = [node for (leaf,) in leaves for node in self.tree.append(leaf)]
        if sorted(nodes) != self.db.execute("SELECT level, position, hash FROM node ORDER BY 1, 2").fetchall():
            sys.exit(f"cannot fill {path}: its tree is not made as this program makes it")
        self.time = datetime.now(timezone.utc) - timedelta(days=1)
        self.rows = {}

    def id_of(self, barcode):
        (record,) = self.db.execute("SELECT record FROM barcode WHERE text = ?", [barcode]).fetchone()
        return record

    def last_serial(self, prefix):
        query = "SELECT lastSerial FROM minted WHERE prefix = ? AND site = 0"
        (serial,) = self.db.execute(query, [prefix]).fetchone()
        return serial

    def pattern(self, entry):
        """The body of an entry; ends the run unless it is encoded and hashed as here."""
        body, leaf = self.db.execute("SELECT body, leafHash FROM entry WHERE number = ?", [entry]).fetchone()
        members = json.loads(body)
        if canonical(members) != body or leaf_hash(body) != leaf:
            sys.exit(f"cannot fill the log: entry {entry} is not encoded or hashed as this program does it")
        return members

    def add(self, table, *row):
        self.rows.setdefault((table, len(row)), []).append(row)

    def append(self, pattern, **members):
        """Adds an entry like `pattern` with other members; gives its number and its time in microseconds."""
        entry = self.tree.size + 1
        self.time += timedelta(microseconds=1_234)
        stamp = self.time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        body = canonical(pattern | members | {"entry": entry, "occurredAt": stamp, "recordedAt": stamp})
        leaf = leaf_hash(body)
        self.add("entry", entry, body, leaf)
        for node in self.tree.append(leaf):
            self.add("node", *node)
        return entry, (self.time - EPOCH) // timedelta(microseconds=1)

    def register(self, pattern, barcode, title, **members):
        salt = os.urandom(32)
        texts = {"title": hashlib.sha256(salt + title.encode()).hexdigest()}
        record, time = self.append(pattern, barcode=barcode, texts=texts, **members)
        self.add("text", record, "title", salt, title)
        home, parent = members.get("home"), members.get("parent")
        self.add("record", record, pattern["recordType"], pattern["recordKind"], record, home, parent)
        self.add("barcode", barcode, record, 1)
        self.add("history", record, record, time, 0, None, None)
        return record

    def move(self, pattern, subject, place):
        entry, time = self.append(pattern, subject=subject, to={"kind": "location", "record": place})
        self.add("placement", subject, "location", place, entry, time)
        self.add("history", subject, entry, time, 0, "location", place)

    def flush(self):
        self.db.execute("BEGIN IMMEDIATE")
        for (table, width), rows in self.rows.items():
            self.db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)
        self.db.execute("COMMIT")
        self.rows = {}

    def finish(self, serials):
        for prefix, serial in serials.items():
            self.db.execute("UPDATE minted SET lastSerial = ? WHERE prefix = ? AND site = 0", [serial, prefix])
        broken = self.db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            sys.exit(f"cannot fill the log: rows refer to rows that do not exist, such as {broken[0]}")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.db.close()


def fill(path, boxes, shelf_barcode, box_barcode):
    """Fills the log, and gives the barcodes of the new boxes."""
    log = Log(path)
    shelf = log.pattern(log.id_of(shelf_barcode))
    box = log.pattern(log.id_of(box_barcode))
    transfer = log.pattern(log.id_of(box_barcode) + 1)
    expected = {
        "barcode", "entry", "kind", "occurredAt", "origin", "principal", "recordKind", "recordType", "recordedAt",
        "texts", "version",
    }
    if set(shelf) != expected | {"parent"} or set(box) != expected | {"home"} or transfer["kind"] != "refiled":
        sys.exit("cannot fill the log: the patterns have other members than this program fills in")

    serials = {"LC": log.last_serial("LC"), "BX": log.last_serial("BX")}
    shelves = []
    for number in range(-(-boxes // BOXES_ON_A_SHELF)):
        serials["LC"] += 1
        shelves.append(log.register(shelf, minted("LC", serials["LC"]), f"Shelf {number + 1}", parent=shelf["parent"]))
    barcodes = []
    for number in range(boxes):
        serials["BX"] += 1
        barcode = minted("BX", serials["BX"])
        barcodes.append(barcode)
        place = shelves[number // BOXES_ON_A_SHELF]
        log.move(transfer, log.register(box, barcode, f"Case papers {number + 1}", home=place), place)
        if number % BOXES_AT_A_TIME == BOXES_AT_A_TIME - 1:
            log.flush()
    log.flush()
    log.finish(serials)
    return barcodes


def main():
    if len(sys.argv) != 6:
        sys.exit("usage: fill-log.py DATABASE BOXES SHELF BOX LIST")
    path, boxes, shelf, box, list_path = sys.argv[1:]
    barcodes = fill(path, int(boxes), shelf, box)
    random.Random(1).shuffle(barcodes)
    with open(list_path, "w", encoding="ascii") as file:
        file.writelines(f"{barcode}\n" for barcode in barcodes)


main()
