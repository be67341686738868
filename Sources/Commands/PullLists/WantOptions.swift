import ArgumentParser
import CommandBasics
import Wire

/// The options for what to fetch, for whom and by when.
struct WantOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Barcodes of the items.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The barcode of the custodian who wants them; without it they only come to the station.",
            valueName: "barcode"
        )
    )
    var recipient: BarcodeArgument?

    @Option(help: ArgumentHelp("When the items are needed; a day ends at midnight at the site.", valueName: "time"))
    var due: MomentArgument?

    @Option(help: ArgumentHelp("The reason, in one line.", valueName: "text"))
    var reason: String?

    var request: PullListRequest {
        PullListRequest(
            barcodes: barcodes.map(\.text),
            recipient: recipient?.text,
            due: due?.text,
            reason: reason
        )
    }
}
