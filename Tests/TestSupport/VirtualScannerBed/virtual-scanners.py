#!/usr/bin/python3
"""Virtual USB keyboards in a umockdev test bed, steered by lines on stdin.

Run under umockdev-wrapper. The first line of output is "root DIRECTORY", the value of UMOCKDEV_DIR for the process
under test. Every command is answered by one line, "ok ..." or "error ...":

    plug NAME scanner|keyboard VENDOR PRODUCT SERIAL   a scanner bears ID_OUTGUIDE_SCANNER=1; SERIAL - means none
    name NAME                give a plugged keyboard ID_OUTGUIDE_SCANNER=1 and send a "change" event
    type NAME TEXT           key events as a US keyboard sends them; \\n and \\t stand for Enter and Tab
    keys NAME CODE:VALUE...  key events as given, each in a packet of its own
    drop NAME                what the kernel sends when its buffer has overflowed
    status NAME              opened (how often), open (0 or 1), grabbed (by the last who opened it),
                             clock (the last EVIOCSCLOCKID), unread (bytes)
    closed NAME              answers when no process has the node open any more
    unplug NAME              the node is gone, then comes the "remove" event
    quit

Events of a node that nobody has open are thrown away, as the kernel does; the answer is then "ok unread".
"""

import fcntl
import os
import select
import struct
import sys
import termios
import time

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import UMockdev  # noqa: E402

EV_SYN, EV_KEY, EV_REP = 0x00, 0x01, 0x14
SYN_REPORT, SYN_DROPPED = 0, 3
KEY_LEFTSHIFT = 42
INPUT_EVENT = struct.Struct("@qqHHi")

PLAIN = dict(zip("1234567890-=", range(2, 14)))
PLAIN.update(zip("\tqwertyuiop[]\n", range(15, 29)))
PLAIN.update(zip("asdfghjkl;'`", range(30, 42)))
PLAIN.update(zip("\\zxcvbnm,./", range(43, 54)))
PLAIN[" "] = 57
SHIFTED = {upper: PLAIN[lower] for lower, upper in zip("1234567890-=[];'`\\,./", "!@#$%^&*()_+{}:\"~|<>?")}
SHIFTED.update({letter.upper(): PLAIN[letter] for letter in "abcdefghijklmnopqrstuvwxyz"})


def bit_field(bits):
    """The bytes of a bit field as EVIOCGBIT gives it."""
    return sum(1 << bit for bit in bits).to_bytes(96, "little")


class Keyboard:
    """One virtual keyboard: a FIFO in place of the event node, and the answers to the evdev ioctls."""

    def __init__(self, bed, number, name, vendor, product, serial):
        self.opened = 0
        self.grabbed = False
        self.clock = time.CLOCK_REALTIME
        self.node = f"/dev/input/event{number}"
        self.path = bed.get_root_dir() + self.node
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        os.mkfifo(self.path)
        # A FIFO opens for writing only while a reader is there; after that it tells whether there is one.
        reader = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)
        self.pipe = os.open(self.path, os.O_WRONLY)
        os.close(reader)
        self.answers = {
            0x01: struct.pack("@i", 0x010001),
            0x02: struct.pack("@HHHH", 3, int(vendor, 16), int(product, 16), 0x0100),
            0x03: struct.pack("@II", 250, 33),
            0x06: name.encode() + b"\0",
            0x07: f"usb-0000:00:14.0-{number + 1}/input0".encode() + b"\0",
            0x08: serial.encode() + b"\0",
            0x20: bit_field([EV_SYN, EV_KEY, EV_REP]),
            0x20 + EV_KEY: bit_field(range(1, 128)),
        }
        self.handler = UMockdev.IoctlBase()
        self.handler.connect("client-connected", self.on_connected)
        self.handler.connect("handle-ioctl", self.on_ioctl)
        bed.attach_ioctl(self.node, self.handler)

    def on_connected(self, _handler, _client):
        self.opened += 1
        self.grabbed = False

    def is_open(self, timeout=0):
        """Whether a process has the node open; with a timeout in milliseconds waits until none has."""
        poll = select.poll()
        poll.register(self.pipe, 0)  # a pipe that nobody reads reports POLLERR
        return not poll.poll(timeout)

    def on_ioctl(self, _handler, client):
        request = client.get_request()
        number, size = request & 0xFF, (request >> 16) & 0x3FFF
        if (request >> 8) & 0xFF != ord("E"):
            return False
        if number == 0x90:  # EVIOCGRAB has its value in the place of the pointer
            value = int.from_bytes(bytes(client.get_arg().retrieve()), sys.byteorder)
            self.grabbed = bool(value)
            client.complete(0, 0)
        elif number == 0xA0:  # EVIOCSCLOCKID
            data = client.get_arg().resolve(0, size)
            self.clock = int.from_bytes(bytes(data.retrieve()), sys.byteorder)
            client.complete(0, 0)
        else:
            answer = self.answers.get(number, bytes(size))[:size]
            client.get_arg().resolve(0, size).update(0, answer)
            client.complete(len(answer), 0)
        return True

    def send(self, packets):
        """Writes packets of (type, code, value), each with its SYN_REPORT; False when nobody has the node open."""
        for packet in packets:
            now = time.clock_gettime_ns(self.clock) // 1000
            data = b"".join(INPUT_EVENT.pack(now // 1_000_000, now % 1_000_000, *event)
                            for event in [*packet, (EV_SYN, SYN_REPORT, 0)])
            try:
                os.write(self.pipe, data)
            except BrokenPipeError:
                return False
        return True

    def unread(self):
        count = bytearray(4)
        fcntl.ioctl(self.pipe, termios.FIONREAD, count)
        return int.from_bytes(count, sys.byteorder)

    def hang_up(self):
        os.close(self.pipe)


class Bed:
    """The test bed and its keyboards by name."""

    def __init__(self):
        self.testbed = UMockdev.Testbed.new()
        self.keyboards = {}
        self.count = 0

    def plug(self, name, kind, vendor, product, serial):
        if name in self.keyboards:
            raise ValueError(f"{name} is plugged already")
        serial = "" if serial == "-" else serial
        number, self.count = self.count, self.count + 1
        model = f"Virtual {kind} {name}"
        keyboard = Keyboard(self.testbed, number, model, vendor, product, serial)
        properties = {
            "ID_BUS": "usb", "ID_INPUT": "1", "ID_INPUT_KEY": "1", "ID_INPUT_KEYBOARD": "1",
            "ID_VENDOR_ID": vendor, "ID_MODEL_ID": product,
            "ID_PATH": f"pci-0000:00:14.0-usb-0:{number + 1}:1.0",
        }
        if serial:
            properties["ID_SERIAL_SHORT"] = serial
        if kind == "scanner":
            properties["ID_OUTGUIDE_SCANNER"] = "1"
        port = f"1-{number + 1}"
        keyboard.device = self.add("usb", port, None, {"idVendor": vendor, "idProduct": product},
                                   {"DEVTYPE": "usb_device"})
        interface = self.add("usb", f"{port}:1.0", keyboard.device, {}, {"DEVTYPE": "usb_interface"})
        parent = self.add("input", f"input{number}", interface,
                          {"name": model, "uniq": serial, "id/vendor": vendor, "id/product": product}, properties)
        keyboard.event = self.add("input", f"event{number}", parent, {"dev": f"13:{64 + number}"},
                                  {"DEVNAME": keyboard.node, **properties})
        self.keyboards[name] = keyboard
        return keyboard.node

    def add(self, subsystem, name, parent, attributes, properties):
        def flat(pairs):
            return [part for pair in pairs.items() for part in pair]

        return self.testbed.add_device(subsystem, name, parent, flat(attributes), flat(properties))

    def name(self, name):
        device = self.keyboards[name].event
        self.testbed.set_property(device, "ID_OUTGUIDE_SCANNER", "1")
        self.testbed.uevent(device, "change")
        return ""

    def type(self, name, text=""):
        packets = []
        for character in text.replace("\\n", "\n").replace("\\t", "\t"):
            shifted = character in SHIFTED
            code = SHIFTED[character] if shifted else PLAIN[character]
            if shifted:
                packets.append([(EV_KEY, KEY_LEFTSHIFT, 1)])
            packets += [[(EV_KEY, code, 1)], [(EV_KEY, code, 0)]]
            if shifted:
                packets.append([(EV_KEY, KEY_LEFTSHIFT, 0)])
        return "read" if self.keyboards[name].send(packets) else "unread"

    def keys(self, name, events):
        pairs = (event.split(":") for event in events.split())
        packets = [[(EV_KEY, int(code), int(value))] for code, value in pairs]
        return "read" if self.keyboards[name].send(packets) else "unread"

    def drop(self, name):
        return "read" if self.keyboards[name].send([[(EV_SYN, SYN_DROPPED, 0)]]) else "unread"

    def status(self, name):
        keyboard = self.keyboards[name]
        is_open = keyboard.is_open()
        return (f"opened={keyboard.opened} open={int(is_open)} grabbed={int(is_open and keyboard.grabbed)} "
                f"clock={keyboard.clock} unread={keyboard.unread()}")

    def closed(self, name):
        if self.keyboards[name].is_open(timeout=30_000):
            raise TimeoutError(f"{name} is still open")
        return ""

    def unplug(self, name):
        keyboard = self.keyboards.pop(name)
        keyboard.hang_up()
        self.testbed.remove_device(keyboard.event)
        self.testbed.remove_device(keyboard.device)
        self.testbed.detach_ioctl(keyboard.node)
        return ""


def main():
    bed = Bed()
    print("root", bed.testbed.get_root_dir(), flush=True)
    arguments = {"plug": 5, "name": 1, "type": 2, "keys": 2, "drop": 1, "status": 1, "closed": 1, "unplug": 1}
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
