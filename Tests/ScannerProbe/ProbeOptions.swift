import Scanning

/// The arguments of the probe.
struct ProbeOptions {
    struct Fault: Error {
        let argument: String
    }

    var settings: [ScannerSetting] = []
    var capacity = 256
    var isHeld = false

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        func value() throws -> String? {
            guard let value = rest.popFirst() else { throw Fault(argument: "a value is missing") }
            return value == "-" ? nil : value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--hold": isHeld = true
            case "--capacity": capacity = Int(try value() ?? "") ?? capacity
            case "--setting":
                let match = try ScannerMatch(vendor: value(), product: value())
                let layout = KeyboardLayout(name: try value() ?? "us", variant: try value())
                settings.append(ScannerSetting(match: match, station: try value(), layout: layout))
            default: throw Fault(argument: argument)
            }
        }
    }
}
