import ArgumentParser
import CommandBasics
import FoundationEssentials
import Localization
import Vocabulary

/// The words of a command line that name a command, determined before options are parsed.
///
/// The argument parser treats a word that is not a command as a surplus argument of the parent command, and then
/// reports options of the intended command as unknown.
struct CommandWords {
    /// The commands from the program to the named one, or to the last valid one.
    private(set) var path: [any ParsableCommand.Type]
    /// The first word that is not a command although one is required.
    private(set) var unknown: String?

    init(_ arguments: [String], of program: any ParsableCommand.Type = Outguide.self) {
        path = [program]
        var rest = arguments[...]
        while let word = rest.popFirst(), word != "--" {
            if word == "--socket" || word == "--generate-completion-script" { _ = rest.popFirst() }
            // A shell requests completions from the parser; what follows is not a command to run.
            if word.hasPrefix("---") { return }
            if word.hasPrefix("-") { continue }
            let current = path[path.count - 1].configuration
            // “outguide help item add” names the same command as “outguide item add”.
            if path.count == 1, word == "help" { continue }
            guard !current.subcommands.isEmpty else { return }
            if let next = current.subcommands.first(where: { Self.names(of: $0).contains(word) }) {
                path.append(next)
            } else {
                if let usual = current.defaultSubcommand { path.append(usual) } else { unknown = word }
                return
            }
        }
    }

    /// The words as typed.
    var name: String { Self.name(path) }

    /// The failure for an unknown command, with suggestions; nil if the command is known.
    var failure: CommandFailure? {
        guard let unknown else { return nil }
        let typed = "\(name) \(unknown)"
        let meant = suggestions(for: unknown)
        guard !meant.isEmpty else {
            let what = Message("cannot find a command “\(typed, "command")”; “\(name, "group") --help” lists them")
            return CommandFailure(.usage, what)
        }
        let others = MessageArgument.any(meant.map { .text("“\($0)”") })
        let what = Message("cannot find a command “\(typed, "command")”; did you mean \(others, "others")?")
        return CommandFailure(.usage, what)
    }

    private func suggestions(for word: String) -> [String] {
        let commands = path[path.count - 1].configuration.subcommands
        let near = Spelling.nearest(to: word, among: commands.flatMap(Self.names))
        if !near.isEmpty { return near.map { "\(name) \($0)" } }
        // A verb without its noun: “seal” for “item seal”.
        let verbs = commands.flatMap { noun in
            noun.configuration.subcommands.map { (noun: noun._commandName, verb: $0._commandName) }
        }
        let meant = Spelling.nearest(to: word, among: verbs.map(\.verb)).first
        return Array(verbs.filter { $0.verb == meant }.map { "\(name) \($0.noun) \($0.verb)" }.prefix(3))
    }

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        [command._commandName] + command.configuration.aliases
    }

    private static func name(_ path: [any ParsableCommand.Type]) -> String {
        path.map { $0._commandName }.joined(separator: " ")
    }
}

/// Converts errors of the argument parser to failures with the usual wording and status.
struct UsageFailure {
    private let words: CommandWords

    init(_ words: CommandWords) { self.words = words }

    /// Returns the failure for an error of the parser; nil for a request for help or the version.
    func failure(for error: any Error) -> CommandFailure? {
        guard Outguide.exitCode(for: error) != .success else { return nil }
        if let failure = words.failure { return failure }
        let message = Outguide.message(for: error)
        return CommandFailure(.usage, Message("\(sentence(message), "reason"); see “\(words.name, "command") --help”"))
    }

    private func sentence(_ message: String) -> Message {
        if message.hasPrefix("cannot ") { return Message(verbatim: message) }
        let unknown = "Unknown option '"
        if message.hasPrefix(unknown) {
            let option = String(message.dropFirst(unknown.count).prefix { $0 != "'" })
            let near = Spelling.nearest(to: option, among: options)
            guard let other = near.first else {
                return Message("cannot run “\(words.name, "command")”: it has no option \(option, "option")")
            }
            return Message(
                "cannot run “\(words.name, "command")”: it has no option \(option, "option"); did you mean "
                    + "\(other, "other")?"
            )
        }
        var text = message.split(separator: "\n").joined(separator: " ")
        while text.hasSuffix(".") { text.removeLast() }
        let reason = text.prefix(1).lowercased() + text.dropFirst()
        return Message("cannot run “\(words.name, "command")”: \(reason, "reason")")
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
