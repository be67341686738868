package import Labels
import Localization
package import Printers
package import Vocabulary

/// The configuration of one printer.
package struct PrinterConfiguration: Sendable, Hashable {
    /// The name that clerks use.
    package var name: String
    /// `queue`, `queue/instance` or `socket://host:port`; the queue named like the printer when absent.
    package var address: PrinterAddress
    /// The form of what is sent; determined from the printer when absent.
    package var form: PrintForm?
    /// Dots per inch; the printer's own value when absent.
    package var resolution: PrintResolution?
    /// The size of the loaded labels, for a printer that cannot report it.
    package var media: LabelMedia?
    /// False for a printer that never reports its status; a clerk then checks what it printed.
    package var answers = true
    /// The stations whose default printer it is.
    package var stations: [String] = []
    /// The templates whose default printer it is.
    package var templates: [String] = []

    package init(name: String) {
        self.name = name
        address = .queue(name, instance: nil)
    }

    /// Reads one entry of the list `printers`.
    init(reading value: SettingValue) throws(ConfigurationError) {
        self.init(name: "")
        try value.read(Self.settings, into: &self) { Message("a printer has no setting \($0, "setting")") }
        guard !name.isEmpty else { throw value.wrong(Message("a printer needs a name")) }
        if value.member("address") == nil { address = .queue(name, instance: nil) }
        let isSocket = if case .socket = address { true } else { false }
        if isSocket, form ?? .zpl != .zpl {
            throw value.wrong(Message("a printer at a socket:// takes zpl only; for others add a queue to CUPS"))
        }
        guard resolution == nil else { return }
        if form == .zpl {
            throw value.wrong(Message("a printer that takes zpl needs its resolution: it does not tell"))
        }
        if isSocket { throw value.wrong(Message("a printer at a socket:// needs its resolution: it does not tell")) }
    }

    private static let settings: [Setting<PrinterConfiguration>] = [
        Setting("name", \.name, .onReload, printerName),
        Setting("address", \.address) {
            try $0.parsed(Message("address is queue, queue/instance or socket://host:port")) {
                PrinterAddress(parsing: $0)
            }
        },
        Setting("form", optional: \.form) { try $0.one(of: PrintForm.allCases) },
        Setting("resolution", optional: \.resolution) {
            try $0.parsed(Message("resolution is dots per inch, such as 203 or 203x406")) {
                PrintResolution(parsing: $0)
            }
        },
        Setting("media", optional: \.media) {
            try $0.parsed(Message("media is width and height in millimetres, such as 100x50"), media)
        },
        Setting("answers", \.answers) { try $0.flag() },
        Setting("stations", \.stations) { try $0.names { StationName($0)?.text } },
        Setting("templates", \.templates) { try $0.names { LabelTemplate.isName($0) ? $0 : nil } },
    ]

    private static func media(_ text: String) -> LabelMedia? {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Double($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
        return LabelMedia(width: width, height: height)
    }

    @Sendable fileprivate static func printerName(_ value: SettingValue) throws -> String {
        try value.text(
            Message("\(value.name, "setting") is 1 to 127 letters, digits and . _ -"),
            PrinterAddress.isName
        )
    }
}

/// A consumable that is counted down by printing and registration.
package struct SupplyConfiguration: Sendable, Hashable {
    /// Such as `roll-100x50`.
    package var name: SupplyName
    /// What is counted, such as labels, sheets, ribbons or boxes.
    package var unit = "pieces"
    /// The number of labels or registrations per unit.
    package var uses = 1
    /// The stock is low at this number of units.
    package var reorderAt = 0
    /// What uses it up: labels with these templates, or labels on these printers; and registrations of these kinds.
    package var templates: [String] = []
    package var printers: [String] = []
    package var kinds: [EntityKind] = []

    package var sources: [SupplySource] {
        templates.map { .template($0) } + printers.map { .printer($0) } + kinds.map { .kind($0) }
    }

    package init(name: SupplyName) { self.name = name }

    /// Reads one entry of the list `supplies`.
    init(reading value: SettingValue) throws(ConfigurationError) {
        guard let name = value.member("name") else { throw value.wrong(Message("a supply needs a name")) }
        self.init(name: try Self.name(name))
        try value.read(Self.settings, into: &self) { Message("a supply has no setting \($0, "setting")") }
        guard !sources.isEmpty else {
            throw value.wrong(Message("a supply needs templates, printers or kinds, or nothing would use it up"))
        }
        guard printers.isEmpty || templates.isEmpty else {
            throw value.wrong(Message("a supply has templates or printers, not both: a label would count twice"))
        }
    }

    private static let settings: [Setting<SupplyConfiguration>] = [
        Setting("name", \.name, .onReload, name),
        Setting("unit", \.unit, .onReload, PrinterConfiguration.printerName),
        Setting("uses", \.uses) { try $0.number(in: 1...SupplyEvent.most) },
        Setting("reorderAt", \.reorderAt) { try $0.number(in: 0...SupplyEvent.most) },
        Setting("templates", \.templates) { try $0.names { LabelTemplate.isName($0) ? $0 : nil } },
        Setting("printers", \.printers) { try $0.names { PrinterAddress.isName($0) ? $0 : nil } },
        Setting("kinds", \.kinds) { try $0.names { EntityKind($0) } },
    ]

    @Sendable private static func name(_ value: SettingValue) throws(ConfigurationError) -> SupplyName {
        try value.parsed(Message("name is 1 to 60 lower-case letters, digits, dots and hyphens")) { SupplyName($0) }
    }
}

extension SettingValue {
    /// A list of names, each as `parse` accepts it.
    fileprivate func names<Name>(_ parse: (String) -> Name?) throws -> [Name] {
        try list { entry in
            let text = try entry.text()
            guard let name = parse(text) else {
                throw entry.wrong(Message("\(text.prefix(60), "text") cannot be one of \(self.name, "setting")"))
            }
            return name
        }
    }
}
