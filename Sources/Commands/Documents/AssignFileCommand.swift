import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AssignFileCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Quarantine.assign.outline] }

    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Assign a quarantined file to an item or container.",
        discussion: """
            Files it as if a cover sheet of the item lay on top: pages behind another cover sheet go to that cover \
            sheet's item. With --whole, all pages go to the item whatever barcodes they bear. The entry names you. The \
            file is removed from quarantine once it is filed.

            Examples:
              outguide document quarantine
              outguide document assign 3f9a1c2e77d0 --to FD0000000018
            """
    )

    @Argument(help: ArgumentHelp("The id or the path that “document quarantine” shows.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A barcode of the item or container.", valueName: "barcode"))
    var to: BarcodeArgument

    @Flag(help: "File all pages there, whatever barcodes they bear.")
    var whole = false

    @Option(
        help: ArgumentHelp("The number of pages, where they cannot be counted; implies --whole.", valueName: "count")
    )
    var pages: Int?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = AssignmentRequest(file: file, to: to.text, whole: whole ? true : nil, pages: pages)
        let list = await ListOutput<DocumentResource>(output)
        try await list.add(try await daemon.ask(API.Quarantine.assign, request).documents)
        try await list.finish(emptiness: "no documents were filed")
    }
}
