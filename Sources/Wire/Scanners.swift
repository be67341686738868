extension API {
    /// Requests about scanners.
    public enum Scanners {
        private static let scannerPath = Parameter(
            .path,
            "scanner",
            .text(example: "usb-1"),
            "The identifier of the scanner, percent-encoded."
        )
        public static let expected = Parameter(
            .query,
            "expected",
            .barcode,
            "The barcode that is scanned for the test; one made for it when absent."
        )

        public static let list = Endpoint<Nothing, Page<ScannerDeviceResource>>(
            "listScanners",
            .get,
            "/v1/scanners",
            .reader,
            "List connected devices that may be scanners",
            details: "Nothing is opened for it. A keyboard that nobody named is listed, and is not read.",
            parameters: [.limit, .cursor]
        )
        public static let pair = Endpoint<ScannerPairingRequest, ServerSentEvents>(
            "pairScanner",
            .post,
            "/v1/scanners/pairings",
            .administrator,
            "Pair the scanner that reads a barcode next",
            details: """
                For a minute the daemon listens to all keyboards that it does not read, for this barcode only, and \
                discards whatever else they type line by line. It ends at once when the client closes the \
                connection. Two events are named `pairing` (ScannerPairingResource): the first states what to \
                scan, the second which scanner did. A pairing survives a restart.
                """,
            repetition: .never
        )
        public static let forget = Endpoint<Nothing, Nothing>(
            "forgetScanner",
            .delete,
            "/v1/scanners/{scanner}",
            .administrator,
            "Remove the pairing of a scanner",
            parameters: [scannerPath]
        )
        public static let test = Endpoint<Nothing, ServerSentEvents>(
            "testScanner",
            .get,
            "/v1/scanners/{scanner}/test",
            .clerk,
            "Show what a scanner sends, and check its settings",
            details: """
                One event is named `test` (ScannerTestResource); then follow `signal` (ScannerSignalResource) for \
                each key, report or piece of a line and its effect, and `judgement` (ScannerJudgementResource) \
                after each reading. Readings are recorded as usual.
                """,
            parameters: [scannerPath, expected]
        )
    }
}
