#!/usr/bin/python3
"""Virtual USB keyboards and scanners in a umockdev test bed, steered by lines on stdin.

Run under umockdev-wrapper. The first line of output is "root DIRECTORY", the value of UMOCKDEV_DIR for the process
under test. Every command is answered by one line, "ok ..." or "error ...":

    plug NAME KIND VENDOR PRODUCT SERIAL   scanner and keyboard type, pos sends HID POS reports, serial bytes; all but
                             keyboard and line bear ID_OUTGUIDE_SCANNER=1, unless "unnamed-" stands before the kind,
                             and line is a serial port without a USB device; SERIAL - means none
    beside NAME OTHER        another keyboard on the USB device of a keyboard that is plugged in, as on a wireless receiver
    program NAME VENDOR PRODUCT            a keyboard that a program makes through /dev/uinput
    radio NAME VENDOR PRODUCT ADDRESS      a Bluetooth keyboard, as BlueZ makes it through /dev/uhid
    load NAME FILE           the scanner that umockdev-record wrote down
    play NAME                what a loaded scanner sent when it was recorded
    name NAME                give a plugged keyboard ID_OUTGUIDE_SCANNER=1 and send a "change" event
    hold NAME 1              another program has grabbed a keyboard; 0: it has let go of it
    type NAME TEXT           key events as a US keyboard sends them; \\n and \\t stand for Enter and Tab
    keys NAME CODE:VALUE...  key events as given, each in a packet of its own
    send NAME HEX            one report, or bytes of a serial line
    flood NAME COUNT TEXT    types TEXT and Enter so often, from a thread of its own and as fast as it is read
    pause MILLISECONDS       lets so much time pass
    drop NAME                what the kernel sends when its buffer has overflowed
    status NAME              opened (how often), open (0 or 1), grabbed (by the last who opened it),
                             clock (the last EVIOCSCLOCKID), unread (bytes)
    mode NAME                flags of input and control and the speed of a serial line
    closed NAME              answers when no process has the node open any more
    unplug NAME              the node is gone, then comes the "remove" event
    quit

Events of a node that nobody has open are thrown away, as the kernel does; the answer is then "ok unread".
"""

import os
import select
import sys
import threading
import time

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import UMockdev  # noqa: E402

from recorded_scanner import RecordedScanner  # noqa: E402
from us_keys import EV_KEY, EV_SYN, SYN_DROPPED, packets  # noqa: E402
from virtual_nodes import INPUT_EVENT, EventNode, ReportNode, TerminalNode  # noqa: E402

# Report 2: byte count, three bytes of symbology, 56 of data, two reserved, a bit for more to come (HID POS 1.02).
POS_DESCRIPTOR = (
    "058c0902a1010912a1028502150026ff00750895010501093b81029503058c09fb09fc09fd8102953809fe82020195028103"
    "75019501250109ff810275078103c0c0")


class Bed:
    """The test bed and its devices by name."""

    def __init__(self):
        self.testbed = UMockdev.Testbed.new()
        self.nodes = {}
        self.devices = {}
        self.scanners_ = {}
        self.threads = []
        self.count = 0

    def plug(self, name, kind, vendor, product, serial):
        if name in self.nodes:
            raise ValueError(f"{name} is plugged already")
        serial = "" if serial == "-" else serial
        number, self.count = self.count, self.count + 1
        model = f"Virtual {kind} {name}"
        properties = {"ID_BUS": "usb", "ID_VENDOR_ID": vendor, "ID_MODEL_ID": product,
                      "ID_PATH": f"pci-0000:00:14.0-usb-0:{number + 1}:1.0"}
        if serial:
            properties["ID_SERIAL_SHORT"] = serial
        is_named = kind not in ("keyboard", "line") and not kind.startswith("unnamed-")
        kind = kind.removeprefix("unnamed-")
        if is_named:
            properties["ID_OUTGUIDE_SCANNER"] = "1"
        if kind == "line":
            device, self.nodes[name] = None, self.add_terminal(f"ttyS{number}", None, {})
            event = self.nodes[name].device
        else:
            port = f"1-{number + 1}"
            numbers = {"idVendor": vendor, "idProduct": product, "manufacturer": "Virtual", "product": f"{kind} {name}"}
            if serial:
                numbers["serial"] = serial
            device = self.add("usb", port, None, numbers, {"DEVTYPE": "usb_device"})
            interface = self.add_interface(port, device, 0)
            if kind == "pos":
                event = self.add_reports(name, number, interface, vendor, product, properties)
            elif kind == "serial":
                self.nodes[name] = self.add_terminal(f"ttyACM{number}", interface, properties)
                event = self.nodes[name].device
            else:
                event = self.add_keyboard(name, number, interface, model, serial, properties)
        self.devices[name] = (event, device)
        return self.nodes[name].node

    def beside(self, name, other):
        number, self.count = self.count, self.count + 1
        device = self.devices[other][1]
        interface = self.add_interface(os.path.basename(device), device, number)
        properties = {key: self.testbed.get_property(self.devices[other][0], key)
                      for key in ("ID_BUS", "ID_VENDOR_ID", "ID_MODEL_ID", "ID_PATH", "ID_SERIAL_SHORT")}
        properties = {key: value for key, value in properties.items() if value}
        serial = properties.get("ID_SERIAL_SHORT", "")
        event = self.add_keyboard(name, number, interface, f"Virtual keyboard {name}", serial, properties)
        self.devices[name] = (event, None)
        return self.nodes[name].node

    def program(self, name, vendor, product):
        number, self.count = self.count, self.count + 1
        return self.add_made(name, number, f"/devices/virtual/input/input{number}", "0003", vendor, product, "")

    def radio(self, name, vendor, product, address):
        number, self.count = self.count, self.count + 1
        path = f"/devices/virtual/misc/uhid/0005:{vendor}:{product}.{number:04}".upper().replace("/DEVICES/VIRTUAL/MISC/UHID",
                                                                                               "/devices/virtual/misc/uhid")
        self.testbed.add_from_string(f"P: {path}\nE: SUBSYSTEM=hid\nE: HID_UNIQ={address}\n\n")
        return self.add_made(name, number, f"{path}/input/input{number}", "0005", vendor, product, address)

    def add_made(self, name, number, path, bus, vendor, product, uniq):
        """A keyboard that hangs on no device of USB."""
        model = f"Virtual keyboard {name}"
        self.nodes[name] = EventNode(self.testbed, f"/dev/input/event{number}", model, vendor, product, uniq)
        typed = "E: ID_INPUT=1\nE: ID_INPUT_KEY=1\nE: ID_INPUT_KEYBOARD=1\n"
        attributes = f"A: name={model}\nA: uniq={uniq}\nA: id/bustype={bus}\nA: id/vendor={vendor}\nA: id/product={product}\n"
        self.testbed.add_from_string(f"P: {path}\nE: SUBSYSTEM=input\n{typed}{attributes}\n")
        self.testbed.add_from_string(f"P: {path}/event{number}\nE: SUBSYSTEM=input\nE: DEVNAME={self.nodes[name].node}\n"
                                     f"{typed}A: dev=13:{64 + number}\n\n")
        self.devices[name] = (f"/sys{path}/event{number}", f"/sys{path}")
        return self.nodes[name].node

    def add_interface(self, port, device, number):
        return self.add("usb", f"{port}:1.{number}", device, {"bInterfaceNumber": f"{number:02x}"},
                        {"DEVTYPE": "usb_interface"})

    def add_keyboard(self, name, number, interface, model, serial, properties):
        vendor, product = properties["ID_VENDOR_ID"], properties["ID_MODEL_ID"]
        properties = {"ID_INPUT": "1", "ID_INPUT_KEY": "1", "ID_INPUT_KEYBOARD": "1", **properties}
        self.nodes[name] = EventNode(self.testbed, f"/dev/input/event{number}", model, vendor, product, serial)
        parent = self.add("input", f"input{number}", interface,
                          {"name": model, "uniq": serial, "id/vendor": vendor, "id/product": product}, properties)
        return self.add("input", f"event{number}", parent, {"dev": f"13:{64 + number}"},
                        {"DEVNAME": self.nodes[name].node, **properties})

    def add_reports(self, name, number, interface, vendor, product, properties):
        self.nodes[name] = ReportNode(self.testbed, f"/dev/hidraw{number}", vendor, product)
        model = f"Virtual pos {name}"
        parent = self.add("hid", f"0003:{vendor}:{product}.{number:04}".upper(), interface, {},
                          {"HID_ID": f"0003:0000{vendor}:0000{product}".upper(), "HID_NAME": model})
        self.testbed.set_attribute_binary(parent, "report_descriptor", bytes.fromhex(POS_DESCRIPTOR))
        return self.add("hidraw", f"hidraw{number}", parent, {"dev": f"244:{number}"},
                        {"DEVNAME": self.nodes[name].node, **properties})

    def add_terminal(self, sysname, interface, properties):
        path = f"{interface.removeprefix('/sys')}/tty/{sysname}" if interface else f"/devices/virtual/tty/{sysname}"
        lines = [f"P: {path}", f"N: {sysname}", f"E: DEVNAME=/dev/{sysname}", "E: SUBSYSTEM=tty",
                 *(f"E: {key}={value}" for key, value in properties.items())]
        node = TerminalNode(self.testbed, f"/dev/{sysname}")
        self.testbed.add_from_string("\n".join(lines) + "\n\n")
        node.plugged()
        node.device = "/sys" + path
        return node

    def add(self, subsystem, name, parent, attributes, properties):
        def flat(pairs):
            return [part for pair in pairs.items() for part in pair]

        return self.testbed.add_device(subsystem, name, parent, flat(attributes), flat(properties))

    def load(self, name, path):
        self.scanners_[name] = RecordedScanner(self.testbed, path)
        return ""

    def play(self, name):
        return "read" if self.scanners_[name].play() else "unread"

    def name(self, name):
        device = self.devices[name][0]
        self.testbed.set_property(device, "ID_OUTGUIDE_SCANNER", "1")
        self.testbed.uevent(device, "change")
        return ""

    def hold(self, name, value):
        self.nodes[name].held = value == "1"
        return ""

    def type(self, name, text=""):
        text = text.replace("\\n", "\n").replace("\\t", "\t")
        return "read" if self.nodes[name].send(packets(text)) else "unread"

    def keys(self, name, events):
        pairs = (event.split(":") for event in events.split())
        is_read = self.nodes[name].send([(EV_KEY, int(code), int(value))] for code, value in pairs)
        return "read" if is_read else "unread"

    def send(self, name, data):
        node = self.nodes.get(name) or self.scanners_[name].reports[0]
        return "read" if node.write(bytes.fromhex(data)) else "unread"

    def flood(self, name, count, text):
        node = self.nodes[name]
        readings = node.pack(packets(text + "\n")) * int(count)
        # A pipe keeps together what is no longer than a page, and so no event is torn apart.
        size = select.PIPE_BUF // INPUT_EVENT.size * INPUT_EVENT.size

        def write():
            for start in range(0, len(readings), size):
                node.write(readings[start:start + size])

        self.threads.append(threading.Thread(target=write, daemon=True))
        self.threads[-1].start()
        return ""

    def pause(self, milliseconds):
        time.sleep(int(milliseconds) / 1000)
        return ""

    def drop(self, name):
        return "read" if self.nodes[name].send([[(EV_SYN, SYN_DROPPED, 0)]]) else "unread"

    def status(self, name):
        node = self.nodes[name]
        is_open = node.is_open()
        return (f"opened={node.opened} open={int(is_open)} grabbed={int(is_open and node.grabbed)} "
                f"clock={node.clock} unread={node.unread()}")

    def mode(self, name):
        return self.nodes[name].mode()

    def closed(self, name):
        if self.nodes[name].is_open(timeout=30_000):
            raise TimeoutError(f"{name} is still open")
        return ""

    def unplug(self, name):
        if name in self.scanners_:
            self.scanners_.pop(name).unplug()
            return ""
        self.nodes.pop(name).hang_up()
        for device in self.devices.pop(name):
            if device:
                # The event node of a device that nobody has open says nothing of its end.
                self.testbed.uevent(device, "remove")
                self.testbed.remove_device(device)
        return ""


def main():
    bed = Bed()
    print("root", bed.testbed.get_root_dir(), flush=True)
    arguments = {"plug": 5, "beside": 2, "program": 3, "radio": 4, "load": 2, "play": 1, "name": 1, "hold": 2, "type": 2,
                 "keys": 2, "send": 2, "flood": 3, "drop": 1, "pause": 1, "status": 1, "mode": 1, "closed": 1, "unplug": 1}
    for line in sys.stdin:
        verb, _, rest = line.rstrip("\n").partition(" ")
        if verb == "quit":
            break
        try:
            if verb not in arguments:
                raise ValueError(f"unknown command {verb}")
            answer = getattr(bed, verb)(*rest.split(" ", arguments[verb] - 1))
            print("ok", answer, flush=True)
        except Exception as error:  # every fault is an answer, so that the test can show it
            print("error", type(error).__name__, error, flush=True)


main()
