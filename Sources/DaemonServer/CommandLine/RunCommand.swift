import ArgumentParser
import CoreMetrics
import FoundationEssentials
import Glibc
import Logging

/// Runs the daemon; what `outguided` alone does.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run in the foreground until told to stop."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        // Nothing that the daemon makes is for others, but the socket as far as the configuration says.
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
            reload: { [options] in try options.load() }
        )
        try await daemon.run()
    }
}
