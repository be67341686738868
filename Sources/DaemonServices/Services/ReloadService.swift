package import Circulation
package import Labels
package import Logging
import Safekeeping
package import Scanning
import ServiceLifecycle
package import Settings
import Synchronization
import UnixSignals

/// Reloads the configuration on SIGHUP, and applies the settings that may change while the daemon runs.
///
/// Nothing is interrupted: scanners stay attached and clients stay connected. A file with an error changes nothing.
package struct ReloadService: Service {
    let current: CurrentConfiguration
    let circulation: Circulation
    let roles: RoleBook
    let book: ScannerBook
    let reader: ScannerReader
    let renderer: LabelRenderer
    let reloads: Reloads
    let read: @Sendable () throws -> Configuration
    let manager: ServiceManager
    let logger: Logger

    package init(
        current: CurrentConfiguration,
        circulation: Circulation,
        roles: RoleBook,
        book: ScannerBook,
        reader: ScannerReader,
        renderer: LabelRenderer,
        reloads: Reloads,
        read: @escaping @Sendable () throws -> Configuration,
        manager: ServiceManager,
        logger: Logger
    ) {
        self.current = current
        self.circulation = circulation
        self.roles = roles
        self.book = book
        self.reader = reader
        self.renderer = renderer
        self.reloads = reloads
        self.read = read
        self.manager = manager
        self.logger = logger
    }

    package func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        manager.tellReloading()
        defer { manager.tellReady() }
        do {
            let asked = try await BlockingWork.run(read)
            let plan = ReloadPlan(from: current.value, to: asked)
            try await adopt(plan.configuration)
            for name in plan.refused {
                let what = "cannot change \(name) while outguided runs: restart it"
                logger.warning("a setting was not changed", metadata: ["setting": "\(name)", "reason": "\(what)"])
            }
            reloads.count(isDone: true)
            logger.notice(
                "reloaded the configuration",
                metadata: [
                    "changed": "\(plan.changed.joined(separator: ", "))",
                    "refused": "\(plan.refused.joined(separator: ", "))",
                ]
            )
        } catch {
            reloads.count(isDone: false)
            logger.error("the configuration was not reloaded", metadata: ["reason": "\(error)"])
        }
    }

    /// Scanners come first, because a setting that they cannot accept makes the whole configuration invalid.
    private func adopt(_ configuration: Configuration) async throws {
        if configuration.scanners != current.value.scanners {
            try book.configure(configuration.scanners)
            do {
                try reader.use(settings: book.settings, doubts: book.doubts)
            } catch {
                // The reader is not running; it will start with the settings in the scanner book.
                logger.info("no gun is being read", metadata: ["reason": "\(error)"])
            }
        }
        await renderer.findNewFonts()
        current.value = configuration
        circulation.adopt(configuration.circulation)
        let settings = configuration.roles
        try await BlockingWork.run { [roles] in roles.adopt(settings) }
    }
}

/// Counts reloads of the configuration.
package final class Reloads: Sendable {
    private let counts = Mutex((done: 0, refused: 0))

    package init() {}

    package var done: Int { counts.withLock { $0.done } }
    package var refused: Int { counts.withLock { $0.refused } }

    func count(isDone: Bool) {
        counts.withLock { if isDone { $0.done += 1 } else { $0.refused += 1 } }
    }
}
