"""Nodes of virtual devices: pipes and terminals in the place of event, hidraw and tty nodes."""

import errno
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

from us_keys import EV_KEY, EV_REP, EV_SYN, SYN_REPORT  # noqa: E402

INPUT_EVENT = struct.Struct("@qqHHi")


def bit_field(bits):
    """The bytes of a bit field as EVIOCGBIT gives it."""
    return sum(1 << bit for bit in bits).to_bytes(96, "little")


class PipeNode:
    """A FIFO in the place of a node, and the answers to its ioctls."""

    def __init__(self, bed, node):
        self.opened = 0
        self.grabbed = False
        self.held = False
        self.clock = time.CLOCK_REALTIME
        self.node = node
        self.bed = bed
        path = bed.get_root_dir() + node
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.pipe = self.make(path)
        self.handler = UMockdev.IoctlBase()
        self.handler.connect("client-connected", self.on_connected)
        self.handler.connect("handle-ioctl", self.on_ioctl)
        bed.attach_ioctl(node, self.handler)

    def make(self, path):
        """Makes the node and gives the end for writing, which tells whether there is a reader."""
        os.mkfifo(path)
        # A FIFO opens for writing only while a reader is there.
        reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        writer = os.open(path, os.O_WRONLY)
        os.close(reader)
        return writer

    def on_connected(self, _handler, _client):
        self.opened += 1
        self.grabbed = False

    def is_open(self, timeout=0):
        """Whether a process has the node open; with a timeout in milliseconds waits until none has."""
        poll = select.poll()
        poll.register(self.pipe, 0)  # a pipe that nobody reads reports POLLERR
        return not poll.poll(timeout)

    def write(self, data):
        """False when nobody has the node open."""
        try:
            os.write(self.pipe, data)
            return True
        except BrokenPipeError:
            return False

    def unread(self):
        count = bytearray(4)
        fcntl.ioctl(self.pipe, termios.FIONREAD, count)
        return int.from_bytes(count, sys.byteorder)

    def hang_up(self):
        os.close(self.pipe)
        self.bed.detach_ioctl(self.node)


class EventNode(PipeNode):
    """The event node of a keyboard."""

    def __init__(self, bed, node, name, vendor, product, serial, keys=range(1, 128)):
        super().__init__(bed, node)
        self.answers = {
            0x01: struct.pack("@i", 0x010001),
            0x02: struct.pack("@HHHH", 3, int(vendor, 16), int(product, 16), 0x0100),
            0x03: struct.pack("@II", 250, 33),
            0x06: name.encode() + b"\0",
            0x07: b"usb-0000:00:14.0-1/input0\0",
            0x08: serial.encode() + b"\0",
            0x20: bit_field([EV_SYN, EV_KEY, EV_REP]),
            0x20 + EV_KEY: bit_field(keys),
        }

    def on_ioctl(self, _handler, client):
        request = client.get_request()
        number, size = request & 0xFF, (request >> 16) & 0x3FFF
        if (request >> 8) & 0xFF != ord("E"):
            return False
        if number == 0x90:  # EVIOCGRAB has its value in the place of the pointer
            value = int.from_bytes(bytes(client.get_arg().retrieve()), sys.byteorder)
            if value and self.held:
                client.complete(-1, errno.EBUSY)
                return True
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

    def pack(self, packets):
        """Packets of (type, code, value), each with its SYN_REPORT, at this time."""
        now = time.clock_gettime_ns(self.clock) // 1000
        return b"".join(INPUT_EVENT.pack(now // 1_000_000, now % 1_000_000, *event)
                        for packet in packets for event in [*packet, (EV_SYN, SYN_REPORT, 0)])

    def send(self, packets):
        return all(self.write(self.pack([packet])) for packet in packets)


class ReportNode(PipeNode):
    """The hidraw node of a HID device: a pipe of packets, of which each is read by itself."""

    def __init__(self, bed, node, vendor, product):
        super().__init__(bed, node)
        self.info = struct.pack("@IHH", 3, int(vendor, 16), int(product, 16))

    def make(self, path):
        # Only an unnamed pipe keeps packets apart; any end of it opens as the other one through /proc.
        reader, writer = os.pipe2(os.O_DIRECT | os.O_CLOEXEC)
        os.close(reader)
        os.symlink(f"/proc/{os.getpid()}/fd/{writer}", path)
        return writer

    def on_ioctl(self, _handler, client):
        if client.get_request() != 0x80084803:  # HIDIOCGRAWINFO
            return False
        client.get_arg().resolve(0, len(self.info)).update(0, self.info)
        client.complete(0, 0)
        return True


class TerminalNode:
    """The tty node of a serial line, which the test bed makes a terminal of."""

    def __init__(self, bed, node):
        self.bed = bed
        self.node = node
        self.grabbed = False
        self.master = None
        self.handler = UMockdev.IoctlBase()
        self.handler.connect("handle-ioctl", self.on_ioctl)
        bed.attach_ioctl(node, self.handler)

    def plugged(self):
        """To be called when the test bed has made the node; the ioctls must be there before it."""
        self.master = self.bed.get_dev_fd(self.node)

    def on_ioctl(self, _handler, client):
        request = client.get_request()
        if request not in (termios.TIOCEXCL, termios.TIOCNXCL):
            return False
        self.grabbed = request == termios.TIOCEXCL
        client.complete(0, 0)
        return True

    def write(self, data):
        os.write(self.master, data)
        return True

    def mode(self):
        """The flags of input and control, the code of the speed, and whether it is exclusive."""
        flags = termios.tcgetattr(self.master)
        return f"{flags[0]:o} {flags[2]:o} {flags[4]} {int(self.grabbed)}"

    def hang_up(self):
        os.close(self.master)
        self.bed.detach_ioctl(self.node)
