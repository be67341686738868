import ArgumentParser
import CommandBasics
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
        let way = meant.isEmpty ? "“\(name) --help” lists them" : "did you mean \(Self.alternatives(meant))?"
        return CommandFailure(.usage, "cannot find a command “\(typed)”; \(way)")
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

    private static func alternatives(_ commands: [String]) -> String {
        let quoted = commands.map { "“\($0)”" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}
