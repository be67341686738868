import ArgumentParser
import DaemonClient
import Wire

struct AddItemCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register an item.",
        discussion: """
            Prints the barcode: a new one that begins with FD, or the number that it already bears.

            Example:
              outguide item add --kind folder --title "Smith v. Jones" --home LC000000001H
            """
    )

    @Option(help: "A finer word, such as folder; folder when absent.")
    var kind: String?

    @Option(help: "What stands on it.")
    var title: String?

    @Option(help: ArgumentHelp("The place where it is put now.", valueName: "barcode"))
    var parent: BarcodeArgument?

    @Option(help: ArgumentHelp("The location where it belongs.", valueName: "barcode"))
    var home: BarcodeArgument?

    @Option(help: ArgumentHelp("The number that it bears already; one is minted when absent."))
    var barcode: BarcodeArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = NewRecordRequest(
            title: title,
            kind: kind,
            barcode: barcode?.text,
            home: home?.text,
            parent: parent?.text
        )
        try await daemon.add(.item, request, showing: output)
    }
}
