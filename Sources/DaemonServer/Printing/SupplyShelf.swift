import Circulation
import Settings
import Vocabulary

/// The stock of each supply, and which supplies are low.
struct SupplyShelf {
    /// A supply and its current stock.
    struct Line: Sendable {
        let setting: SupplyConfiguration
        let stock: SupplyStock?

        /// Units left; nil before any stock was declared.
        ///
        /// Negative when more was used than was declared.
        var left: Int? {
            stock.map { stock in
                let uses = Set(setting.sources.map(\.description)).reduce(0) { $0 + (stock.uses[$1] ?? 0) }
                return stock.declared - (uses + setting.uses - 1) / setting.uses
            }
        }

        /// Whether it is time to reorder.
        var isLow: Bool { left.map { $0 <= setting.reorderAt } ?? false }
    }

    private let daemon: DaemonParts

    init(_ daemon: DaemonParts) { self.daemon = daemon }

    /// All configured supplies, in order.
    func lines() async throws -> [Line] {
        guard !daemon.configuration.supplies.isEmpty else { return [] }
        let stocks = Dictionary(uniqueKeysWithValues: try await daemon.circulation.supplies().map { ($0.name, $0) })
        return daemon.configuration.supplies.map { Line(setting: $0, stock: stocks[$0.name]) }
    }

    /// The low supplies that a station uses up: those of its printers, and boxes and folders.
    func low(at station: String) async throws -> [Line] {
        let printers = daemon.configuration.printers.filter { $0.stations.contains(station) || $0.stations.isEmpty }
        let names = Set(printers.map(\.name) + [daemon.configuration.printer].compactMap { $0 })
        let templates = Set(printers.flatMap(\.templates) + [daemon.configuration.labelTemplate])
        return try await lines().filter { line in
            line.isLow
                && line.setting.sources.contains { source in
                    switch source {
                    case .printer(let name): names.contains(name)
                    case .template(let name): templates.contains(name)
                    case .kind: true
                    }
                }
        }
    }

    /// The configuration of `name`; nil when it is unknown.
    func setting(of name: String) -> SupplyConfiguration? {
        daemon.configuration.supplies.first { $0.name.text == name }
    }
}
