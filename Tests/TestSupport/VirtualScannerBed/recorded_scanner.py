"""A scanner as umockdev-record wrote it down, with what it sent."""

from us_keys import EV_SYN
from virtual_nodes import EventNode, ReportNode, TerminalNode


class RecordedScanner:
    """All nodes of one device. A recording NAME.umockdev has its keys or bytes beside it, in NAME.events."""

    def __init__(self, bed, path):
        self.bed = bed
        self.path = path
        blocks = [block for block in open(path).read().split("\n\n") if block.strip()]
        self.usb_devices = [line(block, "P: ") for block in blocks if line(block, "E: DEVTYPE=") == "usb_device"]
        self.keyboards, self.reports, self.terminals = [], [], []
        kept = []
        for block in blocks:
            node = line(block, "E: DEVNAME=")
            if node and node.startswith("/dev/input/event"):
                keys = self.attribute(block, blocks, "capabilities/key")
                words = [int(word, 16) for word in keys.split()]
                bits = sum(word << 64 * place for place, word in enumerate(reversed(words)))
                self.keyboards.append(EventNode(
                    bed, node, self.attribute(block, blocks, "name"), *self.numbers(block, blocks),
                    self.attribute(block, blocks, "uniq"), [bit for bit in range(768) if bits >> bit & 1]))
                block = without_node(block)
            elif node and node.startswith("/dev/hidraw"):
                report = ReportNode(bed, node, *self.hid_numbers(block, blocks))
                # A keyboard has a hidraw node too, which is not the one of the scanner.
                is_scanner = self.attribute(block, blocks, "report_descriptor", kind="H").startswith("058C")
                self.reports.insert(0 if is_scanner else len(self.reports), report)
                block = without_node(block)
            elif line(block, "E: SUBSYSTEM=") == "tty":
                self.terminals.append(TerminalNode(bed, node))
            kept.append(block)
        # A child comes after its parents, as its uevent may be read at once.
        bed.add_from_string("\n\n".join(sorted(kept, key=len_of_path)) + "\n\n")
        for terminal in self.terminals:
            terminal.plugged()

    @staticmethod
    def attribute(block, blocks, name, kind="A"):
        """An attribute of the block or of its nearest parent that has it."""
        path = line(block, "P: ")
        parents = [other for other in blocks if path.startswith(line(other, "P: "))]
        for parent in sorted(parents, key=len_of_path, reverse=True):
            value = line(parent, f"{kind}: {name}=")
            if value is not None:
                return value.removesuffix("\\n")
        return ""

    def numbers(self, block, blocks):
        return self.attribute(block, blocks, "id/vendor"), self.attribute(block, blocks, "id/product")

    def hid_numbers(self, block, blocks):
        return self.attribute(block, blocks, "idVendor"), self.attribute(block, blocks, "idProduct")

    def play(self):
        """Sends all that was recorded; False when nobody has the nodes open."""
        packet, is_read = [], True
        for entry in open(self.path.removesuffix(".umockdev") + ".events"):
            kind, _, rest = entry.strip().partition(": ")
            if kind == "B":
                is_read = [*self.reports, *self.terminals][0].write(bytes.fromhex(rest)) and is_read
                continue
            _, event, code, value = rest.split()
            if int(event, 16) == EV_SYN:
                is_read = self.keyboards[0].send([packet]) and is_read
                packet = []
            else:
                packet.append((int(event, 16), int(code, 16), int(value)))
        return is_read

    def unplug(self):
        for node in [*self.keyboards, *self.reports, *self.terminals]:
            node.hang_up()
        # Its children go with it; the hub above stays.
        self.bed.remove_device("/sys" + max(self.usb_devices, key=len))


def line(block, start):
    for entry in block.splitlines():
        if entry.startswith(start):
            return entry[len(start):]
    return None


def len_of_path(block):
    return len(line(block, "P: "))


def without_node(block):
    return "\n".join(entry for entry in block.splitlines() if not entry.startswith("N: "))
