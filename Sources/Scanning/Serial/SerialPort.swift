import Glibc

/// Owns a terminal opened exclusively for reading raw bytes.
struct SerialPort: ~Copyable {
    private static let batch = 4_096

    private let descriptor: Int32

    /// Opens and configures the line; nil when it is already gone.
    static func open(_ path: String, _ line: SerialLine) throws(ScannerFailure) -> SerialPort? {
        // Without O_NONBLOCK, open(2) would wait for a modem carrier.
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            if DeviceFile.isGone(errno) { return nil }
            throw errno == EBUSY ? .cannotGrab(errno) : .cannotOpen(errno)
        }
        let port = SerialPort(consuming: descriptor)
        // The lock works with programs that check it, the flag excludes the others; neither excludes root.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, ioctl(descriptor, UInt(TIOCEXCL)) == 0 else {
            if DeviceFile.isGone(errno) { return nil }
            throw .cannotGrab(errno)
        }
        try port.setUp(line)
        return port
    }

    private init(consuming descriptor: Int32) { self.descriptor = descriptor }

    deinit {
        _ = ioctl(descriptor, UInt(TIOCNXCL))
        close(descriptor)
    }

    /// The descriptor for `poll`; it belongs to the port.
    var pollDescriptor: Int32 { descriptor }

    /// Returns pending bytes, or an empty array if there are none; nil when the device is gone.
    ///
    /// Never blocks.
    func read() throws(ScannerFailure) -> [UInt8]? { try DeviceFile.read(descriptor, upTo: Self.batch) }

    private func setUp(_ line: SerialLine) throws(ScannerFailure) {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { throw .cannotOpen(errno) }
        cfmakeraw(&settings)
        // Errors are reported as marks in the data rather than as null bytes.
        settings.c_iflag |= tcflag_t(INPCK | PARMRK)
        settings.c_iflag &= ~tcflag_t(IGNPAR | IGNBRK | IXOFF)
        settings.c_cflag &= ~tcflag_t(CSIZE | PARENB | PARODD | CSTOPB)
        settings.c_cflag &= ~Self.flowControl
        settings.c_cflag |= tcflag_t(CREAD | CLOCAL)
        settings.c_cflag |= tcflag_t(line.dataBits == 7 ? CS7 : CS8)
        if line.parity != .none { settings.c_cflag |= tcflag_t(PARENB) }
        if line.parity == .odd { settings.c_cflag |= tcflag_t(PARODD) }
        if line.stopBits == 2 { settings.c_cflag |= tcflag_t(CSTOPB) }
        cfsetspeed(&settings, Self.code(ofSpeed: line.speed))
        // Data received earlier with other settings is discarded, and none that comes after.
        guard tcsetattr(descriptor, TCSAFLUSH, &settings) == 0 else { throw .cannotOpen(errno) }
    }

    /// CRTSCTS of termios.h.
    private static let flowControl: tcflag_t = 0x8000_0000

    private static func code(ofSpeed speed: Int) -> speed_t {
        switch speed {
        case 1_200: speed_t(B1200)
        case 2_400: speed_t(B2400)
        case 4_800: speed_t(B4800)
        case 19_200: speed_t(B19200)
        case 38_400: speed_t(B38400)
        case 57_600: speed_t(B57600)
        case 115_200: speed_t(B115200)
        case 230_400: speed_t(B230400)
        case 460_800: speed_t(B460800)
        case 921_600: speed_t(B921600)
        default: speed_t(B9600)
        }
    }
}

/// A serial scanner that is being read.
final class SerialSource: ScannerSource {
    /// Maximum reads per turn; the rest follows in the next turn, so that one scanner does not delay others.
    private static let turn = 4

    private let port: SerialPort
    private var marks = LineMarks()
    private var assembler: SerialAssembler
    private(set) var pace = Pace()

    init(port: consuming SerialPort, framing: ScanFraming) {
        self.port = port
        self.assembler = SerialAssembler(framing: framing)
    }

    var descriptor: Int32 { port.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity {
        var activity = SourceActivity.none
        for _ in 0..<Self.turn {
            guard let bytes = try port.read() else { return .gone }
            if bytes.isEmpty { break }
            activity = .some
            let time = KernelClock.now
            watchers.tell(.bytes(Array(bytes[...]), time: KernelClock.timeOfDay(of: time)))
            for byte in bytes {
                guard let symbol = marks.take(byte) else { continue }
                let wasOpen = awaitsEnding
                let outcome = assembler.take(symbol, time: time)
                if wasOpen || awaitsEnding || outcome != nil { pace.note(time, isWithin: wasOpen) }
                if let outcome { take(outcome) }
            }
        }
        return activity
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }
}
