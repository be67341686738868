import Labels
import Printers
import Vocabulary
import Yams

extension ConfigurationFile {
    /// Parses one entry of the list `printers`.
    func printer(_ node: Node) throws(ConfigurationError) -> PrinterConfiguration {
        var printer = PrinterConfiguration(name: "")
        var address: PrinterAddress?
        for (key, value) in try members(of: node) {
            switch key.text {
            case "name": printer.name = try printerName(value, key.text)
            case "address":
                guard let read = PrinterAddress(parsing: try text(value, key.text)) else {
                    throw wrong(line(of: value), "address is queue, queue/instance or socket://host:port")
                }
                address = read
            case "form":
                guard let form = value.scalar.flatMap({ PrintForm(rawValue: $0.string) }) else {
                    let forms = PrintForm.allCases.map(\.rawValue).joined(separator: ", ")
                    throw wrong(line(of: value), "form is one of \(forms)")
                }
                printer.form = form
            case "resolution":
                guard let resolution = value.scalar.flatMap({ PrintResolution(parsing: $0.string) }) else {
                    throw wrong(line(of: value), "resolution is dots per inch, such as 203 or 203x406")
                }
                printer.resolution = resolution
            case "media": printer.media = try media(value)
            case "answers": printer.answers = try flag(value, key.text)
            case "stations": printer.stations = try names(value, key.text) { StationName($0) != nil }
            case "templates": printer.templates = try names(value, key.text) { LabelTemplate.isName($0) }
            default: throw wrong(key.line, "a printer has no setting \(key.text)")
            }
        }
        let first = line(of: node)
        guard !printer.name.isEmpty else { throw wrong(first, "a printer needs a name") }
        printer.address = address ?? .queue(printer.name, instance: nil)
        if case .socket = printer.address, printer.form ?? .zpl != .zpl {
            throw wrong(first, "a printer at a socket:// takes zpl only; for others add a queue to CUPS")
        }
        if printer.form == .zpl, printer.resolution == nil {
            throw wrong(first, "a printer that takes zpl needs its resolution: it does not tell")
        }
        if case .socket = printer.address, printer.resolution == nil {
            throw wrong(first, "a printer at a socket:// needs its resolution: it does not tell")
        }
        return printer
    }

    /// Parses one entry of the list `supplies`.
    func supply(_ node: Node) throws(ConfigurationError) -> SupplyConfiguration {
        var supply: SupplyConfiguration?
        for (key, value) in try members(of: node) where key.text == "name" {
            guard let name = value.scalar.flatMap({ SupplyName($0.string) }) else {
                throw wrong(line(of: value), "name is 1 to 60 lower-case letters, digits, dots and hyphens")
            }
            supply = SupplyConfiguration(name: name)
        }
        guard var supply else { throw wrong(line(of: node), "a supply needs a name") }
        for (key, value) in try members(of: node) {
            switch key.text {
            case "name": break
            case "unit": supply.unit = try printerName(value, key.text)
            case "uses": supply.uses = try number(value, key.text, in: 1...SupplyEvent.most)
            case "reorderAt": supply.reorderAt = try number(value, key.text, in: 0...SupplyEvent.most)
            case "templates":
                supply.sources += try names(value, key.text) { LabelTemplate.isName($0) }.map { .template($0) }
            case "printers":
                supply.sources += try names(value, key.text) { PrinterAddress.isName($0) }.map { .printer($0) }
            case "kinds":
                supply.sources += try names(value, key.text) { EntityKind($0) != nil }
                    .compactMap { EntityKind($0).map { .kind($0) } }
            default: throw wrong(key.line, "a supply has no setting \(key.text)")
            }
        }
        guard !supply.sources.isEmpty else {
            throw wrong(line(of: node), "a supply needs templates, printers or kinds, or nothing would use it up")
        }
        let isPrinted = supply.sources.contains { if case .printer = $0 { true } else { false } }
        let isDrawn = supply.sources.contains { if case .template = $0 { true } else { false } }
        guard !isPrinted || !isDrawn else {
            throw wrong(line(of: node), "a supply has templates or printers, not both: a label would count twice")
        }
        return supply
    }

    private func printerName(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        let text = try text(node, name)
        guard PrinterAddress.isName(text) else {
            throw wrong(line(of: node), "\(name) is 1 to 127 letters, digits and . _ -")
        }
        return text
    }

    private func names(
        _ node: Node,
        _ name: String,
        _ isName: (String) -> Bool
    ) throws(ConfigurationError) -> [String] {
        var names: [String] = []
        for entry in try list(node, name) {
            let text = try text(entry, name)
            guard isName(text) else { throw wrong(line(of: entry), "\(text.prefix(60)) cannot be one of \(name)") }
            names.append(text)
        }
        return names
    }

    private func media(_ node: Node) throws(ConfigurationError) -> LabelMedia {
        let sides = try text(node, "media").split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            let media = LabelMedia(width: width, height: height)
        else { throw wrong(line(of: node), "media is width and height in millimetres, such as 100x50") }
        return media
    }
}
