#!/usr/bin/env python3
"""Writes a day of readings at several stations: make-day.py SEED > Days/day-SEED.txt

The same seed gives the same day. Lines:
  place BARCODE NAME          a shelf
  person BARCODE NAME         somebody who borrows
  clerk BARCODE NAME          somebody who works at stations
  box BARCODE HOME            a box and the shelf where it belongs
  folder BARCODE HOME         a folder and the shelf where it belongs
  returns STATION BARCODE     a station that stands at this place, where what is scanned alone is returned
  read STATION CODE           a reading; those of one station come in this order
"""
import random
import sys

STATIONS = ["counter", "vault", "annex", "returns"]
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
INTO, END, UNDO, SIGN_OUT = 2, 9, 10, 12


def barcode(prefix, serial):
    """Two letters, nine digits and the check character of ISO/IEC 7064 MOD 37,36."""
    text = f"{prefix}{serial:09d}"
    product = 36
    for letter in text:
        total = (product + LETTERS.index(letter)) % 36 or 36
        product = total * 2 % 37
    return text + LETTERS[(37 - product) % 36]


def main():
    seed = int(sys.argv[1])
    dice = random.Random(seed)
    places = [barcode("LC", 100 + n) for n in range(9)]
    people = [barcode("PN", 100 + n) for n in range(5)]
    clerks = [barcode("PN", 200 + n) for n in range(3)]
    boxes = [barcode("BX", 100 + n) for n in range(30)]
    folders = [barcode("FD", 100 + n) for n in range(60)]
    for number, code in enumerate(places):
        print("place", code, f"Shelf {number + 1}")
    for number, code in enumerate(people):
        print("person", code, f"Borrower {number + 1}")
    for number, code in enumerate(clerks):
        print("clerk", code, f"Clerk {number + 1}")
    for code in boxes:
        print("box", code, dice.choice(places[1:]))
    for code in folders:
        print("folder", code, dice.choice(places[1:]))
    print("returns", STATIONS[-1], places[0])
    for station in STATIONS:
        for code in work(dice, station, places, people, clerks, boxes, folders):
            print("read", station, code)


def work(dice, station, places, people, clerks, boxes, folders):
    """What the clerks of one station read in a day, mistakes included."""
    for _ in range(22):
        task = dice.choice(["put", "put", "file", "lend", "hand over", "return", "sign in", "mistake"])
        things = dice.sample(boxes + folders, dice.randint(1, 6))
        if task == "put":
            yield dice.choice(places)
            yield from flawed(dice, things)
        elif task == "file":
            yield barcode("CT", INTO)
            yield dice.choice(boxes)
            yield from flawed(dice, [code for code in things if code in folders])
        elif task == "lend":
            yield dice.choice(people)
            yield from flawed(dice, things)
        elif task == "hand over":
            yield from dice.sample(people, 2)
            yield from flawed(dice, things)
        elif task == "return":
            yield barcode("CT", END)
            yield from flawed(dice, things)
        elif task == "sign in":
            yield dice.choice(clerks)
            if dice.random() < 0.3:
                yield barcode("CT", SIGN_OUT)
        else:
            yield dice.choice([barcode("BX", 999), barcode("LC", 999), barcode("CT", 77), "not a barcode", places[0][:-2]])
        if dice.random() < 0.25:
            yield barcode("CT", UNDO)
        if dice.random() < 0.4:
            yield barcode("CT", END)


def flawed(dice, codes):
    """The codes, of which some are read wrong or twice."""
    for code in codes:
        if dice.random() < 0.06:
            yield code[:-1] + ("0" if code[-1] != "0" else "1")
        yield code
        if dice.random() < 0.05:
            yield code


main()
