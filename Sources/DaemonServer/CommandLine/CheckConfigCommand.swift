import ArgumentParser

/// Validates the configuration and exits.
struct CheckConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Check the configuration, and say what is wrong with it."
    )

    @OptionGroup var options: ConfigurationOptions

    func run() async throws {
        _ = try options.load()
    }
}
