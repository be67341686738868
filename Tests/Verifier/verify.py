#!/usr/bin/env python3
"""Checks what an Outguide log hands out, without the log and without its program.

    verify.py bundle [--key KEY]... [--show] FILE...   entry proofs and consistency proofs
    verify.py tiles --key KEY [--key KEY]... DIRECTORY an exported log, all of it

KEY is a verifier key (name+hexid+base64) that you got from somewhere else than the file. It was written from the
page "Verifying a log" alone, and needs Python 3.8 and the package "cryptography".

Exit status: 0 everything is proved, 1 something is refused, 2 it holds if the key in the file is the log's own,
64 wrong usage. Of an exported log it also checks what the entries say of one another: that each key was handed over by the
one before, and that things came from where they were.
"""

import argparse
import base64
import hashlib
import json
import os
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LARGEST_BUNDLE = 1_048_576
LARGEST_NOTE = 524_288
LARGEST_ENTRY = 65_535
LARGEST_SIZE = 2**62
MOST_SIGNATURES = 64
MOST_KEYS = 16
MOST_KEY_CHANGES = 128
DEEPEST = 16
# Unicode White_Space; the control characters among them are refused anyway.
SPACES = set("\u0020\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}


class Refused(Exception):
    """Why something is not to be believed."""


def require(condition, reason):
    if not condition:
        raise Refused(reason)


# Bytes and texts


def sha256(data):
    return hashlib.sha256(data).digest()


def base64_bytes(text):
    """The one base64 text of some bytes, turned back; any other text is refused."""
    require(isinstance(text, str) and text.isascii(), "not base64")
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused("not base64") from None
    require(base64.b64encode(data).decode() == text, "not canonical base64")
    return data


def hash_bytes(text):
    data = base64_bytes(text)
    require(len(data) == 32, "not a hash")
    return data


def utf8(data, reason):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(reason) from None


def strict_json(data):
    """JSON that has one reading only."""

    def members(pairs):
        names = [name for name, _ in pairs]
        require(len(names) == len(set(names)), "a member stands twice")
        require(all(name.isascii() for name in names), "a member name is not ASCII")
        return dict(pairs)

    def integer(text):
        require(text != "-0" and len(text) <= 20, "a number is not a whole number of 64 bits")
        require(-(2**63) <= int(text) < 2**63, "a number is not a whole number of 64 bits")
        return int(text)

    def refuse(_):
        raise Refused("a number is not whole")

    def check(value, depth):
        if isinstance(value, str):
            require(not any(0xD800 <= ord(c) < 0xE000 for c in value), "half a surrogate pair")
        elif isinstance(value, (dict, list)):
            require(depth < DEEPEST, "nested too deep")
            for part in value.values() if isinstance(value, dict) else value:
                check(part, depth + 1)

    try:
        value = json.loads(
            utf8(data, "not UTF-8"),
            object_pairs_hook=members,
            parse_int=integer,
            parse_float=refuse,
            parse_constant=refuse,
        )
    except (ValueError, RecursionError):
        raise Refused("not JSON") from None
    check(value, 0)
    return value


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


# Merkle trees: RFC 9162, section 2.1, from the definitions


def leaf_hash(body):
    return sha256(b"\x00" + body)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def split(size):
    """The largest power of two below size."""
    return 1 << ((size - 1).bit_length() - 1)


def root_by_path(leaf, index, size, path):
    """What the root must be when the leaf stands at index: PATH of section 2.1.3.1, read backwards."""
    if size == 1:
        require(not path, "the proof has too many hashes")
        return leaf
    require(path, "the proof has too few hashes")
    k = split(size)
    if index < k:
        return node_hash(root_by_path(leaf, index, k, path[:-1]), path[-1])
    return node_hash(path[-1], root_by_path(leaf, index - k, size - k, path[:-1]))


def roots_by_proof(old, new, known, path):
    """What both roots must be: SUBPROOF of section 2.1.4.1, read backwards; known is the old root or None."""
    if old == new:
        if known is not None:
            require(not path, "the proof has too many hashes")
            return known, known
        require(len(path) == 1, "the proof has too many or too few hashes")
        return path[0], path[0]
    require(path, "the proof has too few hashes")
    k = split(new)
    if old <= k:
        old_root, new_root = roots_by_proof(old, k, known, path[:-1])
        return old_root, node_hash(new_root, path[-1])
    old_root, new_root = roots_by_proof(old - k, new - k, None, path[:-1])
    return node_hash(path[-1], old_root), node_hash(path[-1], new_root)


def check_consistency(old, new, path):
    """Whether the tree head new extends the tree head old; a head is (size, root)."""
    require(old[0] <= new[0], "the later log is smaller")
    empty = sha256(b"")
    require(old[0] > 0 or old[1] == empty, "the root hash of the empty log is wrong")
    require(new[0] > 0 or new[1] == empty, "the root hash of the empty log is wrong")
    if old[0] == 0:
        require(not path, "the proof has too many hashes")
        return
    roots = roots_by_proof(old[0], new[0], old[1], path)
    require(roots[0] == old[1], "the proof does not lead to the earlier root hash")
    require(roots[1] == new[1], "the proof does not lead to the later root hash")


class Head:
    """The root over leaves that come one by one."""

    def __init__(self):
        self.size = 0
        self.peaks = []

    def append(self, leaf):
        self.size += 1
        bit = self.size
        while bit % 2 == 0:
            leaf = node_hash(self.peaks.pop(), leaf)
            bit //= 2
        self.peaks.append(leaf)

    def root(self):
        if not self.peaks:
            return sha256(b"")
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


# Signed notes and checkpoints: C2SP signed-note and tlog-checkpoint


def is_name(name):
    return name != "" and all(ord(c) >= 0x20 and c != "+" and c not in SPACES for c in name)


class Key:
    """A verifier key: name+hexid+base64(0x01 and 32 bytes)."""

    def __init__(self, text):
        parts = text.split("+", 2) if isinstance(text, str) and len(text.encode()) <= 4096 else []
        require(len(parts) == 3 and is_name(parts[0]), "not a verifier key")
        self.text = text
        self.name = parts[0]
        data = base64_bytes(parts[2])
        require(len(data) == 33 and data[0] == 1, "not an Ed25519 key")
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        require(parts[1] == self.id.hex(), "the identity of the key is not that of its name and bytes")
        self.public = data[1:]

    def verifies(self, signature, text):
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
            return True
        except (InvalidSignature, ValueError):
            return False


class Checkpoint:
    """A signed checkpoint: origin, size, root and the signatures under them."""

    def __init__(self, data):
        require(len(data) <= LARGEST_NOTE, "the note is too large")
        note = utf8(data, "the note is not UTF-8")
        require(all(ord(c) >= 0x20 or c == "\n" for c in note), "the note has control characters")
        end = note.rfind("\n\n")
        require(end >= 0 and note.endswith("\n") and end + 2 < len(note), "the note has no signatures")
        self.text = note[: end + 1]
        lines = note[end + 2 : -1].split("\n")
        require(len(lines) <= MOST_SIGNATURES, "the note has too many signatures")
        self.signatures = [self.signature(line) for line in lines]
        lines = self.text[:-1].split("\n")
        require(len(lines) >= 3 and all(lines), "the checkpoint lacks lines")
        self.origin = lines[0]
        size = lines[1]
        require(size.isascii() and size.isdigit() and len(size) <= 19, "the size is not a number")
        require(str(int(size)) == size and int(size) <= LARGEST_SIZE, "the size is not a number")
        self.head = (int(size), hash_bytes(lines[2]))

    @staticmethod
    def signature(line):
        parts = line.split(" ", 2)
        require(len(parts) == 3 and parts[0] == "\u2014" and is_name(parts[1]), "a signature line is malformed")
        data = base64_bytes(parts[2])
        require(len(data) > 4, "a signature is too short")
        return parts[1], data[:4], data[4:]

    def signers(self, keys):
        """The keys that signed; a wrong signature in the name of any of them refuses the whole note."""
        signers = []
        for name, key_id, signature in self.signatures:
            for key in keys:
                if (key.name, key.id) == (name, key_id):
                    require(key.verifies(signature, self.text.encode()), "a signature is wrong")
                    signers.append(key)
        require(signers, "no key that was given has signed")
        return signers


# Changes of keys


def key_named(entry, name):
    """The key in a member of an entry, or None."""
    try:
        return Key(entry[name]) if isinstance(entry.get(name), str) else None
    except Refused:
        return None


def reached(trusted, changes):
    """The trusted keys and those that changes of keys in a bundle lead to."""
    keys = list(trusted)
    for checkpoint, number, body, path in changes:
        entry, (size, root) = canonical_entry(body), checkpoint.head
        try:
            signers = {key.text for key in checkpoint.signers(keys) if key.name == checkpoint.origin}
            leads = number <= size and root_by_path(leaf_hash(body), number - 1, size, path) == root
        except Refused:
            continue
        if not leads or entry is None or entry.get("entry") != number or entry.get("kind") != "key-rotated":
            continue
        old, new = key_named(entry, "oldKey"), key_named(entry, "newKey")
        if old and new and old.text in signers and new.name == checkpoint.origin:
            keys.append(new)
    return keys


def read_changes(members):
    changes = members.get("keyChanges", [])
    require(isinstance(changes, list) and len(changes) <= MOST_KEY_CHANGES, "the changes of keys are malformed")
    read = []
    for change in changes:
        require(isinstance(change, dict), "a change of keys is malformed")
        require(set(change) == {"body", "checkpoint", "entry", "inclusion"}, "a change of keys is malformed")
        number, path = change["entry"], change["inclusion"]
        require(is_whole(number) and 1 <= number <= LARGEST_SIZE, "the entry number is malformed")
        require(isinstance(path, list) and len(path) <= 62, "the proof is malformed")
        require(isinstance(change["checkpoint"], str), "the checkpoint is malformed")
        body = base64_bytes(change["body"])
        require(len(body) <= LARGEST_ENTRY, "the body is too large")
        checkpoint = Checkpoint(change["checkpoint"].encode())
        read.append((checkpoint, number, body, [hash_bytes(text) for text in path]))
    return read


# What follows from the entries


class Places:
    """Where things are by the entries so far: what each move must say in "from"."""

    MOVES = {
        "relocated", "charged-out", "returned", "refiled", "handed-over", "dispatched", "missed", "disposed",
    }
    NOWHERE = {"kind": "unknown"}

    def __init__(self):
        self.moves = {}
        self.corrections = {}
        self.holding = {}
        self.steps = []
        self.voided = {}
        self.after_step = False

    def take(self, entry):
        """Refuses an entry that contradicts those before it, then lets it count."""
        kind, number, subject = entry.get("kind"), entry["entry"], entry.get("subject")
        decided_before_step, self.after_step = self.after_step, False
        if kind in self.MOVES:
            told = entry.get("backDated") is True
            was = self.at(subject, entry["occurredAt"]) if told else self.holding.get(subject)
            if "nonce" in entry and not (told and decided_before_step):
                place = was["to"] if was else self.NOWHERE
                require(entry.get("from") == place, f"entry {number} says that it came from where it was not")
            self.moves.setdefault(subject, []).append(entry)
            if self.holds(entry, self.holding.get(subject)):
                self.holding[subject] = entry
        elif kind == "corrected":
            self.corrections.setdefault(subject, []).append(entry)
            self.recount(subject)
        elif kind == "clock-stepped-back":
            self.steps.append((number, entry["recordedAt"]))
        elif kind == "clock-stepped-forward":
            self.steps = []
        self.after_step = isinstance(kind, str) and kind.startswith("clock-stepped-")

    def occurred(self, move):
        """When a move occurred, by a clock that was set back after it."""
        return min([move["occurredAt"]] + [at for number, at in self.steps if number > move["entry"]])

    def holds(self, move, current):
        return current is None or move.get("backDated") is not True or self.occurred(current) <= move["occurredAt"]

    def counting(self, subject):
        voided = self.voided.get(subject, set())
        return [move for move in self.moves.get(subject, []) if move["entry"] not in voided]

    def recount(self, subject):
        voided = set()
        for correction in reversed(self.corrections[subject]):
            if correction["entry"] not in voided and correction["voids"] < correction["entry"]:
                voided.add(correction["voids"])
        self.voided[subject] = voided
        current = None
        for move in self.counting(subject):
            if self.holds(move, current):
                current = move
        self.holding[subject] = current

    def at(self, subject, moment):
        """The move that held at a moment, or None."""

        def when(move):
            return move["occurredAt"] if move.get("backDated") is True else self.occurred(move)

        moves = [move for move in self.counting(subject) if when(move) <= moment]
        seen = [move for move in moves if move.get("backDated") is not True][-1:]
        told = [move for move in moves if move.get("backDated") is True]
        if seen:
            told = [move for move in told if move["entry"] > seen[0]["entry"] and when(move) >= when(seen[0])]
        return max(seen + told, key=lambda move: (when(move), move["entry"]), default=None)


# Bundles


class Verdict:
    """Steps and how they ended; every step is made, also after one failed."""

    def __init__(self):
        self.steps = []

    def step(self, name, check):
        try:
            check()
            self.steps.append((name, "passed", ""))
        except Refused as reason:
            self.steps.append((name, "failed", str(reason)))

    def conclusion(self):
        outcomes = {outcome for _, outcome, _ in self.steps}
        if "failed" in outcomes:
            return "refused"
        return "depends on key" if "open" in outcomes else "proved"


def check_signers(verdict, checkpoints, enclosed, trusted, changes):
    trusted = reached(trusted, changes)

    def signature():
        for checkpoint in checkpoints:
            signers = {key.text for key in checkpoint.signers(enclosed + trusted)}
            require(signers & {key.text for key in enclosed}, "no key in the bundle has signed")

    def origin():
        for checkpoint in checkpoints:
            require(checkpoint.origin in {key.name for key in enclosed}, "the checkpoint is of another log")

    def trust():
        for checkpoint in checkpoints:
            names = {key.name for key in checkpoint.signers(trusted)}
            require(checkpoint.origin in names, "no trusted key of that log has signed")

    verdict.step("signature", signature)
    verdict.step("origin", origin)
    if trusted:
        verdict.step("trust", trust)
    else:
        verdict.steps.append(("trust", "open", "no key was given"))


def read_members(members, required, optional=()):
    names = set(members) - {"format", "version"}
    require(set(required) <= names, "the bundle lacks a member")
    require(names <= set(required) | set(optional), "the bundle has a member that is unknown")


def check_entry(members, trusted, verdict):
    read_members(members, ["body", "checkpoint", "entry", "inclusion", "verifierKey"], ["keyChanges", "texts"])
    number, texts = members["entry"], members.get("texts", {})
    require(is_whole(number) and 1 <= number <= LARGEST_SIZE, "the entry number is malformed")
    body = base64_bytes(members["body"])
    require(len(body) <= LARGEST_ENTRY, "the body is too large")
    require(isinstance(members["inclusion"], list) and len(members["inclusion"]) <= 62, "the proof is malformed")
    path = [hash_bytes(text) for text in members["inclusion"]]
    require(isinstance(members["checkpoint"], str), "the checkpoint is malformed")
    checkpoint = Checkpoint(members["checkpoint"].encode())
    key = Key(members["verifierKey"])
    require(isinstance(texts, dict) and len(texts) <= 64, "the texts are malformed")
    opened = {}
    for field, value in texts.items():
        require(isinstance(value, dict) and set(value) == {"salt", "text"}, "a text is malformed")
        salt = base64_bytes(value["salt"])
        require(len(salt) == 32 and isinstance(value["text"], str) and 1 <= len(field) <= 64, "a text is malformed")
        opened[field] = sha256(salt + value["text"].encode()).hex()

    changes = read_changes(members)
    size, root = checkpoint.head
    entry = canonical_entry(body)

    def says_number():
        require(number <= size, "the entry lies beyond the checkpoint")
        require(entry is not None and is_whole(entry.get("entry")), "the body bears no number")
        require(entry["entry"] == number, "the body bears another number")

    def says_texts():
        committed = (entry or {}).get("texts", {})
        require(not opened or isinstance(committed, dict), "the entry has no texts")
        for field, commitment in opened.items():
            require(committed.get(field) == commitment, "a text is not the one that was recorded")

    def leads_to_root():
        require(number <= size, "the entry lies beyond the checkpoint")
        require(root_by_path(leaf_hash(body), number - 1, size, path) == root, "the body is not in the log")

    check_signers(verdict, [checkpoint], [key], trusted, changes)
    verdict.step("number", says_number)
    verdict.step("form", lambda: require(entry is not None, "the body is not canonical JSON"))
    verdict.step("inclusion", leads_to_root)
    verdict.step("texts", says_texts)
    return {"entry": entry, "texts": {field: value["text"] for field, value in texts.items()}}


def canonical_entry(body):
    """The members of an entry body, or None when the bytes are not the one encoding of them."""
    try:
        entry = strict_json(body)
    except Refused:
        return None
    return entry if isinstance(entry, dict) and canonical(entry) == body else None


def check_growth(members, trusted, verdict):
    read_members(members, ["consistency", "earlier", "later", "verifierKeys"], ["keyChanges"])
    changes = read_changes(members)
    texts, notes = members["verifierKeys"], (members["earlier"], members["later"])
    require(all(isinstance(note, str) for note in notes), "a checkpoint is malformed")
    earlier, later = (Checkpoint(note.encode()) for note in notes)
    require(isinstance(texts, list) and 1 <= len(texts) <= MOST_KEYS, "the keys are malformed")
    keys = [Key(text) for text in texts]
    require(isinstance(members["consistency"], list) and len(members["consistency"]) <= 63, "the proof is malformed")
    path = [hash_bytes(text) for text in members["consistency"]]

    def growth():
        require(earlier.origin == later.origin, "the checkpoints are of different logs")
        check_consistency(earlier.head, later.head, path)

    check_signers(verdict, [earlier, later], keys, trusted, changes)
    verdict.step("consistency", growth)
    return {"earlier": earlier.head[0], "later": later.head[0]}


def check_bundle(data, trusted, verdict):
    require(len(data) <= LARGEST_BUNDLE, "the file is too large")
    members = strict_json(data)
    require(isinstance(members, dict), "not a bundle")
    checks = {"outguide-entry-proof": check_entry, "outguide-consistency-proof": check_growth}
    form = members.get("format")
    require(isinstance(form, str) and form in checks, "not a bundle of a known format")
    require(is_whole(members.get("version")) and members["version"] == 1, "the bundle has another version")
    return checks[form](members, trusted, verdict)


# Exported logs: C2SP tlog-tiles


def tile_path(kind, index, width):
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return os.path.join("tile", kind, *groups) + ("" if width == 256 else f".p/{width}")


def read_file(directory, path, most):
    with open(os.path.join(directory, path), "rb") as file:
        data = file.read(most + 1)
    require(len(data) <= most, f"{path} is too long")
    return data


def entries_of(data, width, path):
    place = 0
    for _ in range(width):
        require(place + 2 <= len(data), f"{path} is cut short")
        length = int.from_bytes(data[place : place + 2], "big")
        require(place + 2 + length <= len(data), f"{path} is cut short")
        yield data[place + 2 : place + 2 + length]
        place += 2 + length
    require(place == len(data), f"{path} is too long")


class HashTiles:
    """The hash tiles of a level, computed from below and compared with the files."""

    def __init__(self, directory, level):
        self.directory, self.level = directory, level
        self.index, self.hashes, self.above = 0, [], None

    def append(self, value):
        self.hashes.append(value)
        if len(self.hashes) == 256:
            self.compare()
            head = Head()
            for each in self.hashes:
                head.append(each)
            self.above = self.above or HashTiles(self.directory, self.level + 1)
            self.above.append(head.root())
            self.hashes, self.index = [], self.index + 1

    def compare(self):
        path = tile_path(str(self.level), self.index, len(self.hashes))
        require(read_file(self.directory, path, 8192) == b"".join(self.hashes), f"{path} has other hashes")

    def finish(self):
        if self.hashes:
            self.compare()
        if self.above:
            self.above.finish()


def note_list(data):
    """Checkpoints one after another with an empty line between two; the text of one has no empty line."""
    notes, note, signed = [], b"", False
    for line in data.split(b"\n") if data else []:
        if not line and signed:
            notes.append(Checkpoint(note))
            note, signed = b"", False
        else:
            signed = signed or not line
            note += line + b"\n"
    require(not note, "the checkpoints of changes of keys are malformed")
    return notes


class Evidence:
    """What the entries so far commit to beside the log: readings, and the record of access."""

    def __init__(self):
        self.heads = {"readings": (0, "0" * 64), "accesses": (0, "0" * 64)}

    def take(self, entry):
        if entry.get("kind") != "evidence-committed":
            return
        for name, (number, digest) in self.heads.items():
            new, new_digest = entry.get(name), entry.get(name + "Hash")
            is_digest = isinstance(new_digest, str) and len(new_digest) == 64 and set(new_digest) <= set("0123456789abcdef")
            goes_on = is_whole(new) and is_digest and (new > number or (new, new_digest) == (number, digest))
            require(goes_on, f"entry {entry['entry']} does not commit to what the entries before it commit to")
            self.heads[name] = (new, new_digest)


class Keys:
    """The keys that the entries name, and what a reader who trusts one of them may trust."""

    def __init__(self, changes):
        self.changes = changes
        self.heads = {}
        self.named = []

    def take(self, entry, head):
        number = entry["entry"]
        if any(change.head[0] == number for change in self.changes):
            self.heads[number] = head.root()
        if (number == 1 or entry.get("kind") == "key-rotated") and isinstance(entry.get("newKey"), str):
            old, before = entry.get("oldKey"), self.named[-1][2] if self.named else None
            require(old is None or before is None or old == before, f"entry {number} changes another key")
            self.named.append((number, old, entry["newKey"]))

    def reached(self, trusted):
        keys = list(trusted)
        for change in self.changes:
            size, root = change.head
            within = [naming for naming in self.named if naming[0] <= size]
            try:
                signers = {key.text for key in change.signers(keys) if key.name == change.origin}
                new = Key(within[-1][2]) if within else None
            except Refused:
                continue
            if new and self.heads.get(size) == root and within[-1][1] in signers and new.name == change.origin:
                keys.append(new)
        return keys


def check_export(directory, trusted):
    checkpoint = Checkpoint(read_file(directory, "checkpoint", LARGEST_NOTE))
    changes = []
    if os.path.exists(os.path.join(directory, "checkpoint.changes")):
        changes = note_list(read_file(directory, "checkpoint.changes", 2**24))
    size, root = checkpoint.head
    head, tiles, keys, places = Head(), HashTiles(directory, 0), Keys(changes), Places()
    evidence = Evidence()
    for start in range(0, size, 256):
        width = min(256, size - start)
        path = tile_path("entries", start // 256, width)
        data = read_file(directory, path, 256 * (2 + LARGEST_ENTRY))
        for body in entries_of(data, width, path):
            entry = canonical_entry(body)
            number = head.size + 1
            require(entry is not None, f"entry {number} is not canonical JSON")
            require(is_whole(entry.get("entry")) and entry["entry"] == number, f"entry {number} bears another number")
            leaf = leaf_hash(body)
            head.append(leaf)
            tiles.append(leaf)
            keys.take(entry, head)
            evidence.take(entry)
            try:
                places.take(entry)
            except (KeyError, TypeError):
                raise Refused(f"entry {number} lacks what entries of its kind have") from None
    tiles.finish()
    require(head.root() == root, "the entries do not lead to the signed root hash")
    names = {key.name for key in checkpoint.signers(keys.reached(trusted))}
    require(checkpoint.origin in names, "the checkpoint is of another log than the key")
    if keys.named:
        checkpoint.signers([Key(keys.named[-1][2])])
    return size


# The command line


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"cannot go on, {message}\n")


def key_argument(text):
    try:
        return Key(text)
    except Refused as reason:
        raise argparse.ArgumentTypeError(f"{reason}: {ascii(text)}") from None


def run_bundles(arguments):
    status = 0
    for path in arguments.paths:
        verdict, content = Verdict(), None
        try:
            content = check_bundle(read_file("", path, LARGEST_BUNDLE), arguments.key, verdict)
        except (Refused, OSError) as reason:
            verdict.steps.append(("file", "failed", str(reason)))
        conclusion = verdict.conclusion()
        for name, outcome, reason in verdict.steps:
            print(f"  {outcome} {name}" + (f": {reason}" if reason else ""))
        if arguments.show and content is not None and conclusion != "refused":
            # ASCII, so that no text from the file can steer the terminal.
            print(json.dumps(content, indent=2))
        print(f"{conclusion}: {path}")
        status = 1 if conclusion == "refused" or status == 1 else 2 if conclusion != "proved" or status == 2 else 0
    return status


def run_tiles(arguments):
    status = 0
    for path in arguments.paths:
        try:
            print(f"proved: {path} ({check_export(path, arguments.key)} entries)")
        except (Refused, OSError) as reason:
            print(f"  failed: {reason}\nrefused: {path}")
            status = 1
    return status


def main():
    parser = Parser(description="Checks what an Outguide log hands out, without the log and without its program.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about, run in (
        ("bundle", "check entry proofs and consistency proofs", run_bundles),
        ("tiles", "check exported logs", run_tiles),
    ):
        command = commands.add_parser(name, help=about, description=about)
        needs_key = name == "tiles"
        command.add_argument("--key", type=key_argument, action="append", default=[], required=needs_key)
        if name == "bundle":
            command.add_argument("--show", action="store_true", help="print the entry and its texts")
        command.add_argument("paths", nargs="+")
        command.set_defaults(run=run)
    arguments = parser.parse_args()
    return arguments.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
