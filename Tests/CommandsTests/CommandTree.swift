import ArgumentParser

@testable import Commands

/// The commands of the program.
enum CommandTree {
    /// The executable commands by their words.
    static let commands = leaves(of: Outguide.self)

    /// Returns every executable command below `command`, whose words are `name`.
    private static func leaves(
        of command: any ParsableCommand.Type,
        called name: String = ""
    ) -> [String: any ParsableCommand.Type] {
        let subcommands = command.configuration.subcommands
        guard !subcommands.isEmpty else { return [name: command] }
        return subcommands.reduce(into: [:]) { found, subcommand in
            let word = subcommand.configuration.commandName ?? ""
            found.merge(leaves(of: subcommand, called: name.isEmpty ? word : "\(name) \(word)")) { first, _ in first }
        }
    }
}
