package import Terminal
package import Wire

extension ReadingResource: Presentable, TableRow {
    package static var columns: [String] { ["reading", "at", "station", "gun", "code", "verdict", "kind"] }

    package var cells: [StyledText] {
        [
            StyledText(String(reading)), StyledText(Moment.of(occurredAt)), StyledText(station), StyledText(source),
            StyledText(shown), StyledText(verdict ?? "waits", style), StyledText(kind ?? ""),
        ]
    }

    package var identifier: String { String(reading) }
    package var identifiers: [String] { [identifier] }

    package var lines: [StyledText] {
        var pairs: [(name: String, text: StyledText)] = [
            ("code", StyledText(shown, .strong)), ("bytes", StyledText(bytes)), ("read", StyledText(occurredAt)),
            ("stored", StyledText(recordedAt)), ("station", StyledText(station)), ("by", StyledText(principal)),
        ]
        func add(_ name: String, _ value: String?) {
            if let value { pairs.append((name, StyledText(value))) }
        }
        add("gun", scanner)
        add("came as", transport)
        add("device", device)
        add("port", port)
        add("ended by", ending)
        add("symbol", symbology)
        add("role", role)
        add("file", batch.map(String.init))
        pairs.append(("verdict", StyledText(verdict ?? "waits", style)))
        add("kind", kind)
        add("entry", entry.map(String.init))
        return NamedLines.of(pairs)
    }

    private var source: String { scanner ?? transport ?? "" }
    private var shown: String { text ?? "(\(bytes) in base64)" }

    private var device: String? {
        guard let vendor, let product, !vendor.isEmpty || !product.isEmpty else { return nil }
        return "\(vendor):\(product)" + (serial.map { ":\($0)" } ?? "")
    }

    private var style: TextStyle {
        switch verdict {
        case "accepted": .good
        case "refused": .bad
        default: .warning
        }
    }
}
