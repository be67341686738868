#!/usr/bin/env python3
"""The same thousand box labels by other programs, each in processor time and by the clock: others.py COUNT BENCHMARK TEMPLATE.

A title with accents or CJK, Code 128 and QR on 4 x 2 inches. Outguide reads every symbol back before it lets a label go;
zint draws the two symbols as pictures and sets no text; nobody else looks at what they drew.
"""
import csv
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TITLES = [
    "Nachlass Dr. Müller — Briefwechsel und Gutachten", "市政記録 昭和三十年 議事録", "Procès-verbaux du conseil municipal",
    "Ratsprotokolle 1893–1911", "Łódź: akta miasta", "東京都 公文書 および附属書類一式",
]
CJK_FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"


def labels(count):
    for serial in range(count):
        yield f"BX00{serial:07d}0", f"{TITLES[serial % len(TITLES)]} {serial}"


def timed(*commands):
    """Processor seconds and seconds of the clock of commands that all must succeed, on one core."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for command in commands:
        subprocess.run(["taskset", "-c", "0", *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, time.monotonic() - start


def by_reportlab(count, path):
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode import code128, qr
    from reportlab.graphics.shapes import Drawing
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen import canvas

    pdfmetrics.registerFont(TTFont("CJK", CJK_FONT, subfontIndex=0))
    page = canvas.Canvas(path, pagesize=(288, 144))
    for code, title in labels(count):
        page.setFont("CJK", 14)
        page.drawString(9, 120, title)
        code128.Code128(code, barWidth=0.9, barHeight=50, humanReadable=True).drawOn(page, 0, 35)
        widget = qr.QrCodeWidget(code, barLevel="M")
        drawing = Drawing(80, 80)
        drawing.add(widget)
        renderPDF.draw(drawing, page, 200, 20)
        page.showPage()
    page.save()


def main():
    count, benchmark, template = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    rows = []
    with tempfile.TemporaryDirectory(dir="/dev/shm") as scratch:
        os.chdir(scratch)
        with open("labels.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["code", "title"])
            writer.writerows(labels(count))
        with open("codes.txt", "w") as file:
            file.writelines(code + "\n" for code, _ in labels(count))
        for size in (count, 10 * count):
            before = time.monotonic()
            output = subprocess.run(
                ["taskset", "-c", "0", benchmark, template, str(min(size, 10000)), "ours.pdf"],
                check=True, capture_output=True, text=True,
            ).stdout
            print(f"outguide ({time.monotonic() - before:.2f} s with start): {output}", end="", flush=True)
        rows.append(("outguide, read back", *timed([benchmark, template, str(count), "ours.pdf"])))
        if shutil.which("zint"):
            symbols = [
                ["zint", "--batch", "-b", "20", "-i", "codes.txt", "-o", "c~~~~~.png", "--scale=2", "--height=40", "--quietzones"],
                ["zint", "--batch", "-b", "58", "-i", "codes.txt", "-o", "q~~~~~.png", "--scale=2", "--quietzones"],
            ]
            rows.append(("zint, symbols alone", *timed(*symbols)))
        if shutil.which("glabels-3-batch"):
            shutil.copy(os.path.join(HERE, "box.glabels"), "box.glabels")
            rows.append(("gLabels", *timed(["glabels-3-batch", "-o", "glabels.pdf", "-i", "labels.csv", "box.glabels"])))
        try:
            import reportlab  # noqa: F401
            rows.append(("reportlab", *timed([sys.executable, __file__, "reportlab", str(count)])))
        except ImportError:
            print("reportlab is not installed: left out", file=sys.stderr)
    print(f"{'':24}{'labels/s of processor time':>28}{'labels/s':>12}")
    for name, spent, elapsed in rows:
        print(f"{name:24}{count / spent:28.0f}{count / elapsed:12.0f}")


if __name__ == "__main__":
    if sys.argv[1] == "reportlab":
        by_reportlab(int(sys.argv[2]), "reportlab.pdf")
    else:
        main()
