import Circulation
import Labels
import Logging
import Printing
import Safekeeping
import Scanning
import ServiceLifecycle
import Settings
import UnixSignals

/// Reloads the configuration on SIGHUP, and applies the settings that may change while the daemon runs.
///
/// Nothing is interrupted: scanners stay attached and clients stay connected. A file with an error changes nothing.
struct ReloadService: Service {
    let parts: DaemonParts
    let read: @Sendable () throws -> Configuration
    let manager: ServiceManager
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        manager.tellReloading()
        defer { manager.tellReady() }
        do {
            let asked = try await BlockingWork.run(read)
            let plan = ReloadPlan(from: parts.configuration, to: asked)
            try await adopt(plan.configuration)
            for name in plan.refused {
                let what = "cannot change \(name) while outguided runs: restart it"
                logger.warning("a setting was not changed", metadata: ["setting": "\(name)", "reason": "\(what)"])
            }
            parts.reloads.count(isDone: true)
            logger.notice(
                "reloaded the configuration",
                metadata: [
                    "changed": "\(plan.changed.joined(separator: ", "))",
                    "refused": "\(plan.refused.joined(separator: ", "))",
                ]
            )
        } catch {
            parts.reloads.count(isDone: false)
            logger.error("the configuration was not reloaded", metadata: ["reason": "\(error)"])
        }
    }

    /// Scanners come first, because a setting that they cannot accept makes the whole configuration invalid.
    private func adopt(_ configuration: Configuration) async throws {
        if configuration.scanners != parts.configuration.scanners {
            try parts.scannerBook.configure(configuration.scanners)
            do {
                try parts.scannerReader.use(settings: parts.scannerBook.settings, doubts: parts.scannerBook.doubts)
            } catch {
                // The reader is not running; it will start with the settings in the scanner book.
                logger.info("no gun is being read", metadata: ["reason": "\(error)"])
            }
        }
        await parts.printing.renderer.findNewFonts()
        parts.current.value = configuration
        parts.circulation.adopt(configuration.circulation)
        let (book, roles) = (parts.roles, configuration.roles)
        try await BlockingWork.run { book.adopt(roles) }
    }
}
