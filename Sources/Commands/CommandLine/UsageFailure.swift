import ArgumentParser
import CommandBasics
import FoundationEssentials
import Vocabulary

/// Converts errors of the argument parser to failures with the usual wording and status.
struct UsageFailure {
    private let words: CommandWords

    init(_ words: CommandWords) { self.words = words }

    /// Returns the failure for an error of the parser; nil for a request for help or the version.
    func failure(for error: any Error) -> CommandFailure? {
        guard Outguide.exitCode(for: error) != .success else { return nil }
        if let failure = words.failure { return failure }
        let message = Outguide.message(for: error)
        return CommandFailure(.usage, "\(sentence(message)); see “\(words.name) --help”")
    }

    private func sentence(_ message: String) -> String {
        if message.hasPrefix("cannot ") { return message }
        let unknown = "Unknown option '"
        if message.hasPrefix(unknown) {
            let option = String(message.dropFirst(unknown.count).prefix { $0 != "'" })
            let near = Spelling.nearest(to: option, among: options)
            let way = near.first.map { "; did you mean \($0)?" } ?? ""
            return "cannot run “\(words.name)”: it has no option \(option)\(way)"
        }
        var text = message.split(separator: "\n").joined(separator: " ")
        while text.hasSuffix(".") { text.removeLast() }
        return "cannot run “\(words.name)”: \(text.prefix(1).lowercased())\(text.dropFirst())"
    }

    /// The long options of the command, from the parser's description.
    private var options: [String] {
        guard let tool = try? JSONDecoder().decode(Tool.self, from: Data(Outguide._dumpHelp().utf8)) else { return [] }
        var command = tool.command
        for name in words.path.dropFirst().map({ $0._commandName }) {
            guard let next = command.subcommands?.first(where: { $0.commandName == name }) else { break }
            command = next
        }
        return (command.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map { "--\($0.name)" }
    }

    /// The parts of the parser's self-description that are used here (tool info, version 0).
    private struct Tool: Decodable {
        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            let names: [Name]?
        }

        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let command: Command
    }
}
