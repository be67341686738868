extension API {
    /// Requests about printers.
    public enum Printers {
        private static let printerPath = Parameter(
            .path,
            "printer",
            .text(example: "box203"),
            "The name of the printer in the configuration or in CUPS."
        )

        public static let list = Endpoint<Nothing, Page<PrinterResource>>(
            "listPrinters",
            .get,
            "/v1/printers",
            .reader,
            "List the printers of CUPS and of the configuration",
            parameters: [.limit, .cursor],
            refusals: [502]
        )
        public static let show = Endpoint<Nothing, PrinterResource>(
            "showPrinter",
            .get,
            "/v1/printers/{printer}",
            .reader,
            "Show a printer's status and loaded media",
            parameters: [printerPath],
            refusals: [502]
        )
        public static let test = Endpoint<PrinterTestRequest, LabelPrintResponse>(
            "testPrinter",
            .post,
            "/v1/printers/{printer}/test",
            .clerk,
            "Print a test label",
            parameters: [printerPath],
            repetition: .never,
            patience: .print,
            refusals: [422, 502]
        )
        public static let printRuler = Endpoint<PrinterTestRequest, LabelPrintResponse>(
            "printRuler",
            .post,
            "/v1/printers/{printer}/ruler",
            .clerk,
            "Print a ruler page",
            parameters: [printerPath],
            repetition: .never,
            patience: .print,
            refusals: [422, 502]
        )
        public static let calibrate = Endpoint<CalibrationRequest, CalibrationResource>(
            "calibratePrinter",
            .post,
            "/v1/printers/{printer}/calibration",
            .clerk,
            "Store the measurements of a ruler page",
            parameters: [printerPath],
            refusals: [422, 502]
        )
        public static let forgetCalibration = Endpoint<Nothing, Nothing>(
            "forgetCalibration",
            .delete,
            "/v1/printers/{printer}/calibration",
            .clerk,
            "Discard the measurements of a printer",
            parameters: [printerPath]
        )
    }
}
