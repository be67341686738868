import ArgumentParser
import CoreMetrics
import DaemonServices
import FoundationEssentials
import Glibc
import Localization
import Logging
import Settings

/// Runs the daemon; the default command of `outguided`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run in the foreground until stopped."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        // Files are created without access for other users; only the configuration may grant access to the socket.
        umask(0o077)
        let configuration = try options.load()
        let journal = JournalSocket(isStandardError: ProcessInfo.processInfo.environment["JOURNAL_STREAM"])
        LoggingSystem.bootstrap { label in
            if let journal {
                return JournalLogHandler(label: label, journal: journal, logLevel: configuration.logLevel)
            }
            return LineLogHandler(label: label, logLevel: configuration.logLevel)
        }
        let metrics = MetricsRegistry()
        MetricsSystem.bootstrap(metrics)
        OwnProcess.allowManyFiles()
        let daemon = try await Daemon(
            configuration: configuration,
            logger: Logger(label: "outguided"),
            metrics: metrics,
            languages: CatalogueDirectories.standard(
                preceding: ProcessInfo.processInfo.environment[CatalogueDirectories.variable]
            ).languages(),
            reload: { [options] in try options.load() }
        )
        try await daemon.run()
    }
}
