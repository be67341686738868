import ArgumentParser
import Wire

/// Which access level each command wants, as the daemon demands it of the paths that the command asks.
///
/// A test holds this table against the command tree, and the README against this table.
enum CommandAccess {
    /// By the words of a command.
    static let levels: [String: AccessLevel] = [
        "access export": .auditor,
        "access list": .auditor,
        "access rights": .reader,
        "backup": .administrator,
        "container add": .clerk,
        "container change": .clerk,
        "container expunge": .supervisor,
        "container list": .reader,
        "container restrict": .supervisor,
        "container show": .reader,
        "container unrestrict": .supervisor,
        "contents": .reader,
        "custodian add": .clerk,
        "custodian change": .clerk,
        "custodian expunge": .supervisor,
        "custodian list": .reader,
        "custodian show": .reader,
        "decode": .reader,
        "doctor": .clerk,
        "document get": .reader,
        "document list": .reader,
        "document quarantine": .clerk,
        "document verify": .reader,
        "history": .reader,
        "item add": .clerk,
        "item change": .clerk,
        "item expunge": .supervisor,
        "item list": .reader,
        "item restrict": .supervisor,
        "item show": .reader,
        "item unrestrict": .supervisor,
        "label alias": .clerk,
        "label preview": .reader,
        "label print": .clerk,
        "label replace": .clerk,
        "label template list": .reader,
        "location add": .clerk,
        "location change": .clerk,
        "location list": .reader,
        "location show": .reader,
        "log checkpoint": .reader,
        "log consistency": .reader,
        "log correct": .supervisor,
        "log export": .auditor,
        "log key change": .administrator,
        "log key show": .reader,
        "log proof": .reader,
        "log rebuild": .administrator,
        "log verify": .reader,
        "move": .clerk,
        "printer list": .reader,
        "reading list": .reader,
        "reading show": .reader,
        "restore": .administrator,
        "scan": .clerk,
        "scanner forget": .administrator,
        "scanner list": .reader,
        "scanner pair": .administrator,
        "scanner test": .clerk,
        "search": .reader,
        "status": .reader,
        "watch": .reader,
        "where": .reader,
    ]

    /// The words of every command that does something below `command`, which is called `name`.
    static func leaves(of command: any ParsableCommand.Type, called name: String = "") -> [String] {
        let subcommands = command.configuration.subcommands
        guard !subcommands.isEmpty else { return [name] }
        return subcommands.flatMap { subcommand in
            let word = subcommand.configuration.commandName ?? ""
            return leaves(of: subcommand, called: name.isEmpty ? word : "\(name) \(word)")
        }
    }
}
