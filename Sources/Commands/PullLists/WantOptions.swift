import ArgumentParser
import Wire

/// What is to be fetched, for whom and until when.
struct WantOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Barcodes of the things.", valueName: "barcode"))
    var barcodes: [BarcodeArgument]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "The barcode of the custodian who wants them; without it they only come to the station.",
            valueName: "barcode"
        )
    )
    var recipient: BarcodeArgument?

    @Option(help: ArgumentHelp("When they are needed; a day lasts until 23:59 at the site.", valueName: "time"))
    var due: MomentArgument?

    @Option(help: ArgumentHelp("Why, in one line.", valueName: "text"))
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
