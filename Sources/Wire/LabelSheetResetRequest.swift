/// A request to record that a sheet was taken out of the printer, so that the next one is new.
public struct LabelSheetResetRequest: WireValue {
    public let template: String
    /// The printer that contained it; all printers if absent.
    public let printer: String?

    public init(template: String, printer: String? = nil) {
        self.template = template
        self.printer = printer
    }
}
