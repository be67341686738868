import Scanning

/// Writes scanners in the format of the configuration.
enum PairedScannersText {
    static func of(_ guns: [ScannerConfiguration]) -> String {
        var text = "# The guns that were paired; outguided writes this file. It has the form of the configuration.\n"
        text += guns.isEmpty ? "scanners: []\n" : "scanners:\n"
        for gun in guns {
            var members: [(name: String, value: String)] = []
            func add(_ name: String, _ value: String?) {
                if let value { members.append((name, quoted(value))) }
            }
            add("vendor", gun.vendor)
            add("product", gun.product)
            add("serial", gun.serial)
            add("port", gun.port)
            add("interface", gun.interface)
            add("name", gun.name)
            add("station", gun.station)
            add("layout", gun.layout)
            add("variant", gun.variant)
            add("framing", gun.framing.rawValue)
            add("prefix", gun.affixes.prefix.isEmpty ? nil : gun.affixes.prefix)
            add("suffix", gun.affixes.suffix.isEmpty ? nil : gun.affixes.suffix)
            if gun.habits.sendsMemory { members.append(("memory", "true")) }
            if gun.habits.readsLinearOnly { members.append(("linear", "true")) }
            for (index, member) in members.enumerated() {
                text += "\(index == 0 ? "  - " : "    ")\(member.name): \(member.value)\n"
            }
        }
        return text
    }

    /// A double-quoted scalar (YAML 1.2, section 7.3.1).
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
