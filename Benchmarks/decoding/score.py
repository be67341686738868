"""Scores readers of barcodes on a directory of images, and prints one table.

Arguments: the path of `decoding-benchmark` and the directory. Its truth.csv has a row for each code with at least the
columns file, type, data and required (1 when the code counts for recall); type NONE stands for an image without a code.
zxing-cpp and pyzbar take part where this Python has them and Pillow.
"""
import csv
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
SHOWN = ["QR", "CODE128", "CODE39", "CODABAR", "ITF", "CODE93", "EAN13", "EAN8", "UPCA", "UPCE"]
GTIN = {"EAN13", "EAN8", "UPCA", "UPCE", "ISBN", "ISBN10", "ISBN13"}
NAMES = {"QRCODE": "QR", "I25": "ITF", "ITF14": "ITF", "CODE39EXT": "CODE39", "CODE39STD": "CODE39", "CODE32": "CODE39"}
# zbar's add-ons of two and five digits stand beside a code that counts itself.
IGNORED = {"EAN2", "EAN5"}


def symbology(name):
    name = re.sub("[^A-Z0-9]", "", name.upper())
    return NAMES.get(name, name)


def expanded(upce):
    """The twelve digits that eight of UPC-E stand for."""
    system, x, check = upce[0], upce[1:7], upce[7]
    if x[5] in "012":
        body = x[:2] + x[5] + "0000" + x[2:5]
    elif x[5] == "3":
        body = x[:3] + "00000" + x[3:5]
    elif x[5] == "4":
        body = x[:4] + "00000" + x[4]
    else:
        body = x[:5] + "0000" + x[5]
    return system + body + check


def forms(kind, data):
    """The group of symbologies, and every text under which this code counts as the same."""
    kind = symbology(kind)
    if kind in GTIN:
        texts = {data.zfill(14)}
        if kind == "UPCE" and re.fullmatch("[0-9]{7,8}", data):
            texts.add(expanded(data.zfill(8)).zfill(14))
        return "GTIN", texts
    if kind == "CODABAR":
        return kind, {re.sub("^[A-DTN*E](.+)[A-DTN*E]$", r"\1", data.upper())}
    if kind == "CODE128":
        return kind, {re.sub("^]C1|\x1d", "", data)}
    if kind == "QR":
        return kind, {re.sub("\r\n?", "\n", data).rstrip("\n").replace("\u00a5", "\\").replace("\u203e", "~")}
    return kind, {data.strip("*") if kind == "CODE39" else data}


def run(command, paths):
    lines = subprocess.run(command, input="\n".join(paths) + "\n", stdout=subprocess.PIPE, text=True, check=True).stdout
    return {answer["path"]: answer for answer in map(json.loads, lines.splitlines())}


def score(answers, truth):
    wanted, read, wrong = defaultdict(int), defaultdict(int), 0
    for path, rows in truth.items():
        codes = [forms(code["type"], code["data"]) for code in answers[path]["codes"]
                 if symbology(code["type"]) not in IGNORED]
        explained = set()
        for row in rows:
            if row["type"] == "NONE":
                continue
            group, texts = forms(row["type"], row["data"])
            matches = {index for index, code in enumerate(codes) if code[0] == group and code[1] & texts}
            explained |= matches
            if row["required"] == "1":
                wanted[symbology(row["type"])] += 1
                read[symbology(row["type"])] += bool(matches)
        wrong += len(codes) - len(explained)
    return wanted, read, wrong


def shelf(path):
    """A photograph of 3264 × 2448 pixels: three boards with four labels each, as JPEG."""
    width, height = 3264, 2448
    scene = bytearray(b"\x96") * (width * height)
    for index in range(12):
        label = ["zint", "-b", "20", "-d", f"SHELF {4200000 + index}", "--scale=2", "--quietzones", "--direct"]
        pgm = subprocess.run("pngtopam | ppmtopgm", shell=True, check=True, stdout=subprocess.PIPE,
                             input=subprocess.run(label, check=True, stdout=subprocess.PIPE).stdout).stdout
        head = re.match(rb"P5\s(\d+) (\d+)\s255\n", pgm)
        columns, rows = map(int, head.groups())
        pixels = pgm[head.end():]
        left, top = 80 + index % 4 * 816, 150 + index // 4 * 816
        for row in range(min(rows, height - top)):
            start = (top + row) * width + left
            scene[start:start + columns] = pixels[row * columns:(row + 1) * columns]
    picture = b"P5\n%d %d\n255\n" % (width, height) + scene
    jpeg = subprocess.run(["pnmtojpeg", "-quality", "90"], check=True, input=picture, stdout=subprocess.PIPE).stdout
    with open(path, "wb") as file:
        file.write(jpeg)


def mean(answers, paths):
    return sum(answers[path]["ms"] for path in paths) / max(len(paths), 1)


def main():
    reader, directory = sys.argv[1:]
    truth = defaultdict(list)
    with open(os.path.join(directory, "truth.csv"), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            truth[os.path.join(directory, row["file"])].append(row)
    commands = {"libzbar alone": [reader, "plain"]}
    if importlib.util.find_spec("PIL") and importlib.util.find_spec("numpy"):
        for name, module in (("pyzbar", "pyzbar"), ("zxing-cpp", "zxingcpp")):
            if importlib.util.find_spec(module):
                commands[name] = [sys.executable, os.path.join(HERE, "other_readers.py"), name]
    commands |= {"Outguide, fast": [reader, "fast"], "Outguide, thorough": [reader, "thorough"]}
    base = "pyzbar" if "pyzbar" in commands else "libzbar alone"
    paths = sorted(truth)
    answers = {name: run(command, paths) for name, command in commands.items()}
    at_once = [path for path in paths if answers[base][path]["codes"]]
    wanted = score(answers[base], truth)[0]
    kinds = [kind for kind in SHOWN if wanted[kind]]
    empty = sum(all(row["type"] == "NONE" for row in rows) for rows in truth.values())
    print(f"{len(paths)} images, {empty} of them without a code; {sum(wanted[kind] for kind in kinds)} codes\n")
    print("| | all | " + " | ".join(kinds) + " | false reads | mean CPU | of " + base + " | where that reads at once |")
    print("|---|" + "---:|" * (len(kinds) + 5))
    print("| codes | " + " | ".join([str(sum(wanted[k] for k in kinds))] + [str(wanted[k]) for k in kinds]) + " | | | | |")
    for name in commands:
        _, read, wrong = score(answers[name], truth)
        recalls = [sum(read[k] for k in kinds) / sum(wanted[k] for k in kinds)] + [read[k] / wanted[k] for k in kinds]
        costs = [mean(answers[name], paths), mean(answers[name], paths) / mean(answers[base], paths),
                 mean(answers[name], at_once) / mean(answers[base], at_once)]
        cells = [f"{recall:.3f}" for recall in recalls]
        cells += [str(wrong), f"{costs[0]:.1f} ms", f"{costs[1]:.2f} ×", f"{costs[2]:.2f} ×"]
        print(f"| {name} | " + " | ".join(cells) + " |")
    with tempfile.TemporaryDirectory() as scratch:
        path = os.path.join(scratch, "shelf.jpg")
        shelf(path)
        answer = run(commands["Outguide, fast"], [path] * 3)[path]
    texts = {code["data"] for code in answer["codes"]}
    print(f"\nA shelf of twelve labels on eight megapixels: {len(texts)} read in {answer['ms']:.0f} ms, "
          f"{answer['ms'] / answer['load_ms']:.1f} times what loading it takes ({answer['load_ms']:.0f} ms)")


main()
