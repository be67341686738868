import ArgumentParser
import DaemonClient
import Wire

struct ChangeLocationCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change the name of one location, or the location around it.",
        discussion: """
            What is not named stays as it is. All that is in the location stays in it. The log keeps what it was before.

            Examples:
              outguide location change LC000000001H --name "Reading room"
              outguide location change LC000000002F --parent LC000000001H
            """
    )

    @Argument(help: ArgumentHelp("Its barcode.", valueName: "barcode"))
    var barcode: BarcodeArgument

    @Option(help: "What people call it from now on.")
    var name: String?

    @Option(help: ArgumentHelp("The location around it from now on.", valueName: "barcode"))
    var parent: BarcodeArgument?

    @Flag(name: .customLong("no-parent"), help: "It is in no other location any more.")
    var hasNoParent = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        try ChangeWords.check(parent != nil, hasNoParent, "parent")
        guard name != nil || parent != nil || hasNoParent else {
            throw ValidationError("say what is to change: --name, --parent or --no-parent")
        }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let change = ChangeRequest(
            title: name,
            parent: parent?.text,
            clear: ChangeWords.cleared([("parent", hasNoParent)])
        )
        try await daemon.change(.location, barcode.text, change, showing: output)
    }
}
