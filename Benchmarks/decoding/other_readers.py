"""Reads images with zxing-cpp or pyzbar (libzbar as usually called), as `decoding-benchmark` does.

Arguments: zxing-cpp or pyzbar. Paths come on standard input, one a line; a JSON line goes out for each. Wants Pillow.
"""
import json
import sys
import time

import numpy
from PIL import Image, ImageOps


def load(path):
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode in ("RGBA", "LA", "P", "PA"):
        colours = image.convert("RGBA")
        image = Image.new("RGBA", colours.size, "white")
        image.alpha_composite(colours)
    return numpy.ascontiguousarray(numpy.array(image.convert("L")))


def by_zxing(grey):
    import zxingcpp

    return [(code.format.name, code.text) for code in zxingcpp.read_barcodes(grey)]


def by_libzbar(grey):
    from pyzbar import pyzbar

    codes = pyzbar.decode((grey.tobytes(), grey.shape[1], grey.shape[0]))
    return [(code.type, code.data.decode("utf-8", "replace")) for code in codes]


def milliseconds():
    return time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) * 1e3


read = {"zxing-cpp": by_zxing, "pyzbar": by_libzbar}[sys.argv[1]]
read(numpy.full((64, 64), 255, numpy.uint8))  # what is loaded at the first call is no matter of decoding
for line in sys.stdin:
    path = line.rstrip("\n")
    codes, start = [], milliseconds()
    middle = end = start
    try:
        grey = load(path)
        middle = milliseconds()
        codes = read(grey)
        end = milliseconds()
    except Exception as error:
        print(f"{path}: {error}", file=sys.stderr)
    codes = [{"type": kind, "data": data} for kind, data in codes]
    print(json.dumps({"path": path, "codes": codes, "ms": end - middle, "load_ms": middle - start}), flush=True)
