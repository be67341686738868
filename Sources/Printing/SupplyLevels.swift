import Circulation
package import Settings
package import Vocabulary

/// The stock of each supply, and which supplies are low.
package struct SupplyLevels: Sendable {
    /// A supply and its current stock.
    package struct Level: Sendable {
        package let setting: SupplyConfiguration
        package let stock: SupplyStock?

        /// Units left; nil before any stock was declared.
        ///
        /// Negative when more was used than was declared.
        package var left: Int? {
            stock.map { stock in
                let uses = Set(setting.sources.map(\.description)).reduce(0) { $0 + (stock.uses[$1] ?? 0) }
                return stock.declared - (uses + setting.uses - 1) / setting.uses
            }
        }

        /// Whether it is time to reorder.
        package var isLow: Bool { left.map { $0 <= setting.reorderAt } ?? false }
    }

    let settings: @Sendable () -> Configuration
    let circulation: Circulation

    /// The configured supplies.
    package var configured: [SupplyConfiguration] { settings().supplies }

    /// All configured supplies, in order.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    package func levels() async throws -> [Level] {
        let configured = configured
        guard !configured.isEmpty else { return [] }
        let stocks = Dictionary(uniqueKeysWithValues: try await circulation.supplies().map { ($0.name, $0) })
        return configured.map { Level(setting: $0, stock: stocks[$0.name]) }
    }

    /// The low supplies that a station uses up: those of its printers, and boxes and folders.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    package func low(at station: String) async throws -> [Level] {
        let settings = settings()
        let printers = settings.printers.filter { $0.stations.contains(station) || $0.stations.isEmpty }
        let names = Set(printers.map(\.name) + [settings.printer].compactMap { $0 })
        let templates = Set(printers.flatMap(\.templates) + [settings.labelTemplate])
        return try await levels().filter { level in
            level.isLow
                && level.setting.sources.contains { source in
                    switch source {
                    case .printer(let name): names.contains(name)
                    case .template(let name): templates.contains(name)
                    case .kind: true
                    }
                }
        }
    }
}
