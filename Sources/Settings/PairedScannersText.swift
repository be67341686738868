import Scanning

/// Writes scanners in the format of the configuration.
package enum PairedScannersText {
    package static func of(_ scanners: [ScannerConfiguration]) -> String {
        var text = "# The guns that were paired; outguided writes this file. It has the form of the configuration.\n"
        text += scanners.isEmpty ? "scanners: []\n" : "scanners:\n"
        for scanner in scanners {
            var members: [(name: String, value: String)] = []
            func add(_ name: String, _ value: String?) {
                if let value { members.append((name, quoted(value))) }
            }
            add("vendor", scanner.vendor)
            add("product", scanner.product)
            add("serial", scanner.serial)
            add("port", scanner.port)
            add("interface", scanner.interface)
            add("name", scanner.name)
            add("station", scanner.station)
            add("layout", scanner.layout)
            add("variant", scanner.variant)
            add("framing", scanner.framing.rawValue)
            add("prefix", scanner.affixes.prefix.isEmpty ? nil : scanner.affixes.prefix)
            add("suffix", scanner.affixes.suffix.isEmpty ? nil : scanner.affixes.suffix)
            if scanner.habits.sendsMemory { members.append(("memory", "true")) }
            if scanner.habits.readsLinearOnly { members.append(("linear", "true")) }
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
