import ArgumentParser
import CommandBasics
import DaemonClient
package import Localization
package import Terminal
package import Wire

struct ListQuarantineCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<QuarantinedFileResource>> { API.Quarantine.list }
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: Message("List quarantined files with reasons."),
        discussion: Message(
            """
            File one with “outguide document assign”. Or remove the cause and move the file back to its drop folder, \
            where it is tried again.
            """
        )
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by path; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("no files are in quarantine") }

    var gap: Message {
        Message(
            "some files are not listed: “outguide doctor” says which drop folders cannot be read; look there for names "
                + "that are not UTF-8"
        )
    }
}

struct AssignFileCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Quarantine.assign.outline] }
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: Message("Assign a quarantined file to an item or container."),
        discussion: Message(
            """
            Files it as if a cover sheet of the item lay on top: pages behind another cover sheet go to that cover \
            sheet's item. With --whole, all pages go to the item whatever barcodes they bear. The entry names you. The \
            file is removed from quarantine once it is filed.

            Examples:
              outguide document quarantine
              outguide document assign 3f9a1c2e77d0 --to FD0000000018
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The id or the path that “document quarantine” shows."),
            valueName: Message("file", context: "value")
        )
    )
    var file: String

    @Option(
        help: ArgumentHelp(
            Message("A barcode of the item or container."),
            valueName: Message("barcode", context: "value")
        )
    ) var to: BarcodeArgument
    @Flag(help: ArgumentHelp(Message("File all pages there, whatever barcodes they bear."))) var whole = false

    @Option(
        help: ArgumentHelp(
            Message("The number of pages, where they cannot be counted; implies --whole."),
            valueName: Message("count", context: "value")
        )
    )
    var pages: Int?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = AssignmentRequest(file: file, to: to.text, whole: whole ? true : nil, pages: pages)
        let list = await ListOutput<DocumentResource>(output)
        try await list.add(try await daemon.ask(API.Quarantine.assign, request).documents)
        try await list.finish(emptiness: Message("no documents were filed"))
    }
}

extension QuarantinedFileResource: TableRow {
    package static var columns: [Message] {
        [
            Message("id", context: "heading"), Message("file", context: "heading"),
            Message("since", context: "heading"), Message("why", context: "heading"),
        ]
    }

    package var cells: [any Cell] { [id, path, Moment.of(since), StyledText(reason, .warning)] }

    package var identifier: String { path }
}

extension FolderTroubleResource {
    /// The problem and when it began, in one line.
    var summary: Message {
        Message("\(device, "device"): \(message, "reason"), since \(Moment.of(since), "time")")
    }

    /// The problem with the first names and the remedy, in one line.
    var line: StyledText {
        let more = names.isEmpty ? "" : " (" + names.joined(separator: ", ") + (count > names.count ? ", …" : "") + ")"
        let style: TextStyle = state == "failed" ? .bad : .warning
        return StyledText(summary.shown + more, style) + StyledText("; \(remedy)")
    }

    /// Returns the worst problem of each folder that needs attention, for monitoring.
    static func problems(_ troubles: [FolderTroubleResource]) -> [Message] {
        var folders: [String] = []
        for trouble in troubles where !folders.contains(trouble.folder) { folders.append(trouble.folder) }
        return folders.compactMap { folder in
            let serious = troubles.filter { $0.folder == folder && $0.state != "notice" }
            guard let worst = serious.first else { return nil }
            guard serious.count > 1 else { return Message("drop folder of \(worst.summary, "problem")") }
            return Message(
                "drop folder of \(worst.summary, "problem") (and {count} more)",
                plural: "drop folder of \(worst.summary, "problem") (and {count} more)",
                count: serious.count - 1
            )
        }
    }
}
