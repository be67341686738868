import Scanning

/// The arguments of the probe.
struct ProbeOptions {
    struct Fault: Error {
        let argument: String
    }

    var settings: [ScannerSetting] = []
    var doubts: Set<ScannerDoubt> = []
    var capacity = 256
    var isHeld = false
    var silence = ScannerReader.defaultSilence

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        func value() throws -> String? {
            guard let value = rest.popFirst() else { throw Fault(argument: "a value is missing") }
            return value == "-" ? nil : value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--hold": isHeld = true
            case "--silence":
                if let milliseconds = Int(try value() ?? "") { silence = .milliseconds(milliseconds) }
            case "--doubt":
                let match = try ScannerMatch(serial: try value())
                doubts.insert(ScannerDoubt(match: match, transport: .keyboard))
            case "--capacity": capacity = Int(try value() ?? "") ?? capacity
            case "--setting": settings.append(try Self.setting(try value() ?? ""))
            default: throw Fault(argument: argument)
            }
        }
    }

    /// A setting from parts such as `vendor=05e0,layout=de,station=D2`.
    static func setting(_ text: String) throws -> ScannerSetting {
        var parts: [Substring: String] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { throw Fault(argument: String(part)) }
            parts[pair[0]] = String(pair[1])
        }
        var setting = ScannerSetting(
            match: try ScannerMatch(
                vendor: parts["vendor"],
                product: parts["product"],
                serial: parts["serial"],
                port: parts["port"],
                interface: parts["interface"],
                path: parts["path"]
            ),
            station: parts["station"]
        )
        if let name = parts["layout"] { setting.layout = KeyboardLayout(name: name, variant: parts["variant"]) }
        if let framing = parts["framing"].flatMap(ScanFraming.init(rawValue:)) { setting.framing = framing }
        if let idle = parts["idle"].flatMap(Int.init) { setting.idle = .milliseconds(idle) }
        setting.affixes = ScanAffixes(prefix: parts["prefix"] ?? "", suffix: parts["suffix"] ?? "")
        setting.habits.sendsMemory = parts["memory"] == "true"
        setting.habits.readsLinearOnly = parts["linear"] == "true"
        setting.line = try SerialLine(
            speed: parts["speed"].flatMap(Int.init) ?? 9_600,
            dataBits: parts["bits"].flatMap(Int.init) ?? 8,
            parity: parts["parity"].flatMap(SerialLine.Parity.init(rawValue:)) ?? .none,
            stopBits: parts["stop"].flatMap(Int.init) ?? 1
        )
        return setting
    }
}
