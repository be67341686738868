import Localization
import Scanning
import Vocabulary

extension ScannerConfiguration {
    /// Reads one entry of the list `scanners`.
    init(reading value: SettingValue) throws(ConfigurationError) {
        var draft = Draft()
        try value.read(Draft.settings, into: &draft) { Message("a scanner has no setting \($0, "setting")") }
        self = draft.scanner
        if let idle = value.member("idle"), framing != .idle {
            throw idle.wrong(Message("idle means something only with framing: idle"))
        }
        do throws(ScannerMatchError) {
            _ = try match()
        } catch .empty {
            throw value.wrong(
                Message("a scanner needs vendor, product, serial, port or path, or any keyboard would be one")
            )
        } catch {
            throw value.wrong(error.asMessage)
        }
        if let named = value.member("variant") ?? value.member("layout") {
            do throws(KeyboardLayoutError) {
                try keyboard.check()
            } catch {
                throw named.wrong(error.asMessage)
            }
        }
        do throws(SerialLineError) {
            line = try SerialLine(
                speed: draft.speed,
                dataBits: draft.dataBits,
                parity: draft.parity,
                stopBits: draft.stopBits
            )
        } catch {
            throw value.wrong(error.asMessage)
        }
    }

    /// An entry before its members are checked against each other.
    private struct Draft: Sendable {
        var scanner = ScannerConfiguration()
        var speed = SerialLine.common.speed
        var dataBits = SerialLine.common.dataBits
        var parity = SerialLine.common.parity
        var stopBits = SerialLine.common.stopBits

        var prefix: String {
            get { scanner.affixes.prefix }
            set { scanner.affixes = ScanAffixes(prefix: newValue, suffix: scanner.affixes.suffix) }
        }

        var suffix: String {
            get { scanner.affixes.suffix }
            set { scanner.affixes = ScanAffixes(prefix: scanner.affixes.prefix, suffix: newValue) }
        }

        static let settings: [Setting<Draft>] = identity + reading + serialLine

        private static let identity: [Setting<Draft>] = [
            Setting("name", optional: \.scanner.name) {
                try $0.parsed(Message("name is a text of up to 128 bytes")) { ScannerName($0)?.text }
            },
            Setting("vendor", optional: \.scanner.vendor, .onReload, hexadecimal),
            Setting("product", optional: \.scanner.product, .onReload, hexadecimal),
            Setting("serial", optional: \.scanner.serial) { try $0.text() },
            Setting("port", optional: \.scanner.port) { try $0.text() },
            Setting("interface", optional: \.scanner.interface) { try $0.text() },
            Setting("path", optional: \.scanner.path) {
                try $0.text(Message("path is a node in /dev, such as /dev/ttyS0 or /dev/serial/by-id/…")) {
                    $0.hasPrefix("/dev/")
                }
            },
            Setting("station", optional: \.scanner.station) {
                try $0.parsed(Message("station is 1 to 64 letters, digits and . _ - :")) { StationName($0)?.text }
            },
        ]

        private static let reading: [Setting<Draft>] = [
            Setting("layout", \.scanner.layout) { try $0.text() },
            Setting("variant", optional: \.scanner.variant) { try $0.text() },
            Setting("framing", \.scanner.framing) { try $0.one(of: ScanFraming.allCases) },
            Setting("idle", \.scanner.idle) { try $0.number(in: 20...10_000) },
            Setting("prefix", \.prefix, .onReload, letters),
            Setting("suffix", \.suffix, .onReload, letters),
            Setting("memory", \.scanner.habits.sendsMemory) { try $0.flag() },
            Setting("linear", \.scanner.habits.readsLinearOnly) { try $0.flag() },
        ]

        private static let serialLine: [Setting<Draft>] = [
            Setting("speed", \.speed) { try $0.number(among: SerialLine.speeds) },
            Setting("dataBits", \.dataBits) { try $0.number(in: 7...8) },
            Setting("parity", \.parity) { try $0.one(of: SerialLine.Parity.allCases) },
            Setting("stopBits", \.stopBits) { try $0.number(in: 1...2) },
        ]

        @Sendable private static func hexadecimal(_ value: SettingValue) throws -> String {
            try value.parsed(
                Message("\(value.name, "setting") is four hexadecimal digits in quotation marks, such as \"05e0\"")
            ) { text in
                text.utf8.count == 4 && UInt16(text, radix: 16) != nil ? text.lowercased() : nil
            }
        }

        @Sendable private static func letters(_ value: SettingValue) throws -> String {
            try value.text(
                Message(
                    "\(value.name, "setting") is 1 to \(ScanAffixes.longest, "limit") letters, digits or signs; "
                        + "framing says what ends a barcode"
                ),
                ScanAffixes.isUsable
            )
        }
    }
}
