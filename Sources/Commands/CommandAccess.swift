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
        "charge-out": .clerk,
        "container add": .clerk,
        "container change": .clerk,
        "container expunge": .supervisor,
        "container list": .reader,
        "container restrict": .supervisor,
        "container seal": .supervisor,
        "container show": .reader,
        "container unrestrict": .supervisor,
        "container unseal": .supervisor,
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
        "hand-over": .clerk,
        "history": .reader,
        "hold list": .reader,
        "hold place": .supervisor,
        "hold release": .supervisor,
        "item add": .clerk,
        "item change": .clerk,
        "item expunge": .supervisor,
        "item list": .reader,
        "item restrict": .supervisor,
        "item seal": .supervisor,
        "item show": .reader,
        "item unrestrict": .supervisor,
        "item unseal": .supervisor,
        "label alias": .clerk,
        "label preview": .reader,
        "label print": .clerk,
        "label replace": .clerk,
        "label template check": .clerk,
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
        "overdue": .reader,
        "printer list": .reader,
        "reading list": .reader,
        "reading show": .reader,
        "refile": .clerk,
        "renew": .clerk,
        "restore": .administrator,
        "return": .clerk,
        "scan": .clerk,
        "scanner forget": .administrator,
        "scanner list": .reader,
        "scanner pair": .administrator,
        "scanner test": .clerk,
        "search": .reader,
        "station end": .clerk,
        "station list": .reader,
        "station screen": .reader,
        "station show": .reader,
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
