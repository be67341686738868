import Scanning
import Vocabulary
import Yams

extension ConfigurationFile {
    /// Parses the scanners of a file with no other settings; an empty file has none.
    package func scanners() throws(ConfigurationError) -> [ScannerConfiguration] {
        guard let root = try node() else { return [] }
        var scanners: [ScannerConfiguration] = []
        for (key, value) in try members(of: root) {
            guard key.text == "scanners" else { throw wrong(key.line, "there is no setting \(key.text) here") }
            scanners = try list(value, key.text).map(scanner)
        }
        return scanners
    }

    /// Parses one entry of the list `scanners`.
    func scanner(_ node: Node) throws(ConfigurationError) -> ScannerConfiguration {
        var scanner = ScannerConfiguration()
        var parts = LineParts()
        var lines: [String: Int] = [:]
        for (key, value) in try members(of: node) {
            lines[key.text] = line(of: value)
            switch key.text {
            case "name": scanner.name = try scannerName(value)
            case "vendor": scanner.vendor = try hexadecimal(value, key.text)
            case "product": scanner.product = try hexadecimal(value, key.text)
            case "serial": scanner.serial = try text(value, key.text)
            case "port": scanner.port = try text(value, key.text)
            case "interface": scanner.interface = try text(value, key.text)
            case "path": scanner.path = try devicePath(value)
            case "station": scanner.station = try station(value)
            case "layout": scanner.layout = try text(value, key.text)
            case "variant": scanner.variant = try text(value, key.text)
            case "framing": scanner.framing = try oneOf(ScanFraming.allCases, value, key.text)
            case "prefix":
                scanner.affixes = ScanAffixes(prefix: try letters(value, key.text), suffix: scanner.affixes.suffix)
            case "suffix":
                scanner.affixes = ScanAffixes(prefix: scanner.affixes.prefix, suffix: try letters(value, key.text))
            case "memory": scanner.habits.sendsMemory = try flag(value, key.text)
            case "linear": scanner.habits.readsLinearOnly = try flag(value, key.text)
            case "idle": scanner.idle = try number(value, key.text, in: 20...10_000)
            case "speed": parts.speed = try oneOf(SerialLine.speeds, value, key.text)
            case "dataBits": parts.dataBits = try number(value, key.text, in: 7...8)
            case "parity": parts.parity = try oneOf(SerialLine.Parity.allCases, value, key.text)
            case "stopBits": parts.stopBits = try number(value, key.text, in: 1...2)
            default: throw wrong(key.line, "a scanner has no setting \(key.text)")
            }
        }
        let first = line(of: node)
        if let line = lines["idle"], scanner.framing != .idle {
            throw wrong(line, "idle means something only with framing: idle")
        }
        do throws(ScannerMatchError) {
            _ = try scanner.match()
        } catch .empty {
            let reason = "a scanner needs vendor, product, serial, port or path, or any keyboard would be one"
            throw wrong(first, reason)
        } catch {
            throw wrong(first, error.description)
        }
        do throws(KeyboardLayoutError) {
            if lines["layout"] != nil || lines["variant"] != nil { try scanner.keyboard.check() }
        } catch {
            throw wrong(lines["variant"] ?? lines["layout"] ?? first, error.description)
        }
        do throws(SerialLineError) {
            scanner.line = try parts.line()
        } catch {
            throw wrong(first, error.description)
        }
        return scanner
    }

    /// The serial line settings read so far.
    private struct LineParts {
        var speed = SerialLine.common.speed
        var dataBits = SerialLine.common.dataBits
        var parity = SerialLine.common.parity
        var stopBits = SerialLine.common.stopBits

        func line() throws(SerialLineError) -> SerialLine {
            try SerialLine(speed: speed, dataBits: dataBits, parity: parity, stopBits: stopBits)
        }
    }

    private func letters(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        let text = try text(node, name)
        guard ScanAffixes.isUsable(text) else {
            let reason =
                "\(name) is 1 to \(ScanAffixes.longest) letters, digits or signs; framing says what ends a barcode"
            throw wrong(line(of: node), reason)
        }
        return text
    }

    private func scannerName(_ node: Node) throws(ConfigurationError) -> String {
        guard let name = node.scalar.flatMap({ ScannerName($0.string) }) else {
            throw wrong(line(of: node), "name is a text of up to 128 bytes")
        }
        return name.text
    }

    private func station(_ node: Node) throws(ConfigurationError) -> String {
        guard let name = node.scalar.flatMap({ StationName($0.string) }) else {
            throw wrong(line(of: node), "station is 1 to 64 letters, digits and . _ - :")
        }
        return name.text
    }

    private func devicePath(_ node: Node) throws(ConfigurationError) -> String {
        let path = try text(node, "path")
        guard path.hasPrefix("/dev/") else {
            throw wrong(line(of: node), "path is a node in /dev, such as /dev/ttyS0 or /dev/serial/by-id/…")
        }
        return path
    }

    private func hexadecimal(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        guard let text = node.scalar?.string, text.utf8.count == 4, UInt16(text, radix: 16) != nil else {
            throw wrong(line(of: node), "\(name) is four hexadecimal digits in quotation marks, such as \"05e0\"")
        }
        return text.lowercased()
    }

    private func oneOf<Value: RawRepresentable>(
        _ values: [Value],
        _ node: Node,
        _ name: String
    ) throws(ConfigurationError) -> Value where Value.RawValue == String {
        guard let value = node.scalar.flatMap({ Value(rawValue: $0.string) }) else {
            throw wrong(line(of: node), "\(name) is one of " + values.map(\.rawValue).joined(separator: ", "))
        }
        return value
    }

    private func oneOf(_ values: [Int], _ node: Node, _ name: String) throws(ConfigurationError) -> Int {
        guard let value = node.scalar.flatMap({ Int($0.string) }), values.contains(value) else {
            throw wrong(line(of: node), "\(name) is one of " + values.map(String.init).joined(separator: ", "))
        }
        return value
    }
}
