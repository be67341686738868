"""The table that an attack prints, and what decides about its end."""
import time


class Row:
    """One attack: how much was tried, and what failed."""

    def __init__(self, what):
        self.what, self.tries, self.failures, self.notes = what, 0, [], []

    def check(self, holds, detail):
        """Counts a try, which fails with `detail` unless `holds`."""
        self.tries += 1
        if not holds:
            self.failures.append(str(detail))
        return holds

    def note(self, figure):
        self.notes.append(figure)


class Table:
    def __init__(self, wanted=None):
        self.rows, self.wanted = [], wanted

    def run(self, what, attack, *arguments):
        """Runs an attack with a row of its own; one that cannot be made is a failure, too."""
        if self.wanted and self.wanted not in what:
            return
        row, begun = Row(what), time.monotonic()
        try:
            attack(row, *arguments)
        except Exception as error:
            row.check(False, f"cannot finish: {type(error).__name__}: {error}")
        if not row.tries:
            row.check(False, "nothing was tried")
        self.rows.append(row)
        print(f"| {row.what} | {row.tries} | {len(row.failures)} | {'; '.join(row.notes)} | {time.monotonic() - begun:.0f} s |", flush=True)
        for failure in row.failures[:5]:
            print(f"    failed: {failure[:300]}", flush=True)

    def begin(self):
        print("| what | tries | failed | figures | took |\n|---|---:|---:|---|---:|", flush=True)

    @property
    def failed(self):
        return [row.what for row in self.rows if row.failures]
