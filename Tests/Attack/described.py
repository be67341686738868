"""What `openapi.yaml` says of operations, as far as attacks need it."""
import re

from bed import ROOT

LEVELS = {
    "reader": {"reader", "clerk", "supervisor", "auditor", "administrator"},
    "clerk": {"clerk", "supervisor", "administrator"},
    "supervisor": {"supervisor", "administrator"},
    "auditor": {"auditor", "administrator"},
    "administrator": {"administrator"},
}

SAMPLES = {
    "name": "none", "tile": "0/000", "barcode": "BX0000000014", "reading": "1", "station": "desk", "list": "PL0000000010",
    "entry": "1", "sha256": "0" * 64, "batch": "1", "printer": "none", "supply": "none", "scanner": "none",
}


def operations():
    """(method, path, level) of each operation, in the order of the description."""
    path, method, found = None, None, []
    for line in (ROOT / "Sources" / "Wire" / "openapi.yaml").read_text().splitlines():
        if line == "components:":
            break
        if match := re.fullmatch(r"  (/v1\S*):", line):
            path = match[1]
        elif match := re.fullmatch(r"    (get|post|put|delete):", line):
            method = match[1].upper()
        elif match := re.fullmatch(r"      x-access: (\w+)", line):
            found.append((method, path, match[1]))
    return found


def filled(path, **values):
    """The path with a sample, or one of `values`, for each parameter."""
    return re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], SAMPLES[match[1]]), path)
