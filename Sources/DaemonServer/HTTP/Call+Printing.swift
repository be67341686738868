import Labels
import Localization
import Printers
import Printing
import Wire
import WireResources

extension Call {
    /// Prints pages for the sender of the request, who can override trouble of the printer.
    ///
    /// The wait ends when the client disconnects; pages that the printer has by then are still recorded.
    func print(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int = 1,
        on printer: String?,
        isCalibrated: Bool = true,
        continuesSheet: Bool = false,
        despite overrides: [String]?,
        by pages: PagePrinting
    ) async throws -> LabelPrintResponse {
        let order = PageOrder(
            labels,
            template,
            copies: copies,
            on: printer,
            isCalibrated: isCalibrated,
            continuesSheet: continuesSheet,
            despite: try PrintError.overridden(wire: overrides),
            by: attribution
        )
        let printed = try await context.departure.leaving { try await pages.print(order) }
        return LabelPrintResponse(
            job: printed.job.identifier,
            printer: printed.job.printer,
            state: printed.job.outcome == .printed ? "completed" : "doubtful",
            labels: order.count,
            batch: nil,
            barcodes: [],
            mediaDoubt: printed.mediaDoubt.map { context.localizer.text(of: $0.message) }
        )
    }
}
