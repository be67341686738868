import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

/// The subcommands for the access record and rights.
struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: Message("Show the access record and your own rights."),
        discussion: Message(
            """
            Restricted and sealed items are shown only to callers with clearance; to others they do not exist. Each \
            look and each attempt is recorded, as is every reading of the log, every refused request, and every change \
            of a role. Auditors read the record, which is kept for at least a year.
            """
        ),
        subcommands: [ListAccessCommand.self, ExportAccessCommand.self, ShowRightsCommand.self]
    )
}

struct ListAccessCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<AccessResource>> { API.Access.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List the access record, newest first."),
        discussion: Message(
            """
            Examples:
              outguide access list --limit 20
              outguide access list --of FD0000000018
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("Only rows about this item."), valueName: Message("barcode", context: "value")))
    var of: BarcodeArgument?
    @Option(help: ArgumentHelp(Message("At most this many rows, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.Access.of.set(of?.text)] }
    var emptiness: Message { Message("nothing was recorded") }
}

struct ExportAccessCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Access.list.outline] }
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Message("Export the access record as CSV."),
        discussion: Message(
            """
            The file is meant for a spreadsheet: text that a spreadsheet would take for a formula gets an apostrophe. \
            Programs should use “outguide access list --json --limit 0” instead.

            Example:
              outguide access export access-2026.csv
            """
        )
    )

    @Argument(
        help: ArgumentHelp(Message("The file to write."), valueName: Message("file", context: "value")),
        completion: .file()
    ) var file: String
    @Option(help: ArgumentHelp(Message("Only rows about this item."), valueName: Message("barcode", context: "value")))
    var of: BarcodeArgument?
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let draft = try await FileDraft(path: file, mode: 0o600)
        do {
            let count = try await write(daemon, to: draft)
            try await draft.finish()
            try await output.show(WrittenFile(path: file, bytes: count))
        } catch {
            await draft.discard()
            throw error
        }
    }

    private func write(_ daemon: DaemonClient, to draft: FileDraft) async throws -> Int {
        var count = 0
        func append(_ rows: [[String]]) async throws {
            let bytes = Array(rows.map(CSVText.line).joined().utf8)
            count += bytes.count
            try await draft.append(bytes)
        }
        try await append([AccessResource.csvColumns])
        try await PageReader().follow(API.Access.list, query: [API.Access.of.set(of?.text)], of: daemon) { rows in
            try await append(rows.map(\.csvValues))
        }
        return count
    }
}

extension AccessResource: TableRow {
    package static var columns: [Message] {
        [
            Message("row", context: "heading"), Message("at", context: "heading"), Message("who", context: "heading"),
            Message("roles", context: "heading"), Message("act", context: "heading"),
            Message("outcome", context: "heading"), Message("thing", context: "heading"),
            Message("what", context: "heading"), Message("detail", context: "heading"),
        ]
    }

    package var cells: [any Cell] {
        [
            number, Moment.of(at), PrincipalName.of(principal),
            roles.map { Term.role($0).shown }.joined(separator: " "), Term.act(act),
            Term.outcome(outcome).styled(outcome == "granted" ? .plain : .bad),
            [barcode, level.map { Term.level($0).shown }].compactMap { $0 }.joined(separator: " "), route, detail,
        ]
    }

    package var identifier: String { String(number) }

    /// The columns of an export, by their names in JSON.
    static var csvColumns: [String] {
        ["number", "at", "principal", "roles", "act", "route", "barcode", "level", "outcome", "detail"]
    }

    var csvValues: [String] {
        [
            String(number), at, principal, roles.joined(separator: " "), act, route, barcode ?? "", level ?? "",
            outcome, detail ?? "",
        ]
    }
}

struct ShowRightsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Access.rights.outline] }
    static let configuration = CommandConfiguration(
        commandName: "rights",
        abstract: Message("Show your roles and where they come from."),
        discussion: Message(
            """
            With --quiet, prints the roles only.

            Example:
              outguide access rights
            """
        )
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Access.rights))
    }
}

extension RightsResource: Presentable {
    package var lines: [StyledText] {
        let none = Message("none: ask the administrator to put you into a group below").styled(.bad)
        let duties = Message("the same person cannot move items and audit them")
        let own: [NamedLines.Pair] = [
            (Message("you are", context: "heading"), principal),
            (Message("roles", context: "heading"), roles.isEmpty ? none : StyledText(Self.list(roles), .strong)),
            (Message("may use", context: "heading"), Self.list(levels)),
            (Message("duties", context: "heading"), separateDuties ? duties : nil),
        ]
        let sources: [NamedLines.Pair] = ["reader", "clerk", "supervisor", "auditor", "administrator"].map { role in
            (Term.role(role), StyledText((groups[role] ?? []).joined(separator: ", "), .faint))
        }
        return NamedLines.of(own + sources)
    }

    private static func list(_ roles: [String]) -> String { roles.map { Term.role($0).shown }.joined(separator: ", ") }

    package var identifiers: [String] { roles }
}
