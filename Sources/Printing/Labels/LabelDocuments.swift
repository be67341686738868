package import Barcodes
package import Labels
import Printers
import Settings

/// Renders labels as the document that a printer accepts.
package struct LabelDocuments: Sendable {
    let settings: @Sendable () -> Configuration
    let templates: LabelTemplateLibrary
    let renderer: LabelRenderer

    /// The template with this name, or the default.
    ///
    /// - Throws: ``PrintingError/template(_:)`` if there is no such template, or if it cannot be read or is refused.
    package func template(_ name: String?) throws(PrintingError) -> LabelTemplate {
        do {
            return try templates.template(named: name ?? settings().labelTemplate)
        } catch {
            throw .template(error)
        }
    }

    /// A barcode as QR code modules that a client can draw.
    ///
    /// One string per row, `1` for dark and `0` for light, without the quiet zone.
    ///
    /// - Throws: `LabelError` if it cannot be encoded.
    package func symbolRows(of barcode: Barcode) async throws(LabelError) -> [String] {
        try await renderer.modules(of: barcode, as: .qr).map { row in String(row.map { $0 ? "1" : "0" }) }
    }

    /// The document for `target` with these labels; on the first sheet the `used` cells stay empty.
    func document(
        _ labels: [LabelContent],
        _ template: LabelTemplate,
        copies: Int,
        for target: PrintTarget,
        used: Set<Int> = []
    ) async throws -> PrintDocument {
        // A second copy of a sheet would be another sheet, with the same cells left empty.
        let labels =
            template.sheet == nil ? labels : labels.flatMap { Array(repeating: $0, count: max(1, copies)) }
        let jobCopies = template.jobCopies(copies)
        let sheets = (labels.count + used.count + template.labelsPerPage - 1) / template.labelsPerPage
        let pages = PrintDocument.Pages(count: sheets * jobCopies, millimetres: template.page.height)
        switch target.form {
        case .pdf:
            let bytes = try await renderer.pdf(labels, template: template, target: target.target, used: used)
            return PrintDocument(bytes: bytes, format: .pdf, pages: pages)
        case .pwg, .raster, .zpl:
            let rasters = try await renderer.rasters(labels, template: template, target: target.target, used: used)
            if target.form == .zpl { return ZPLDocument.of(rasters, copies: jobCopies).counted(pages) }
            if target.form == .raster {
                // Only a configuration can want it of a queue whose driver takes none.
                guard let page = target.page?.raster else { throw PrintError.formUnknown(printer: target.name) }
                return page.document(of: rasters, copies: jobCopies).counted(pages)
            }
            // A queue that takes raster says which: only a configuration can want it of another.
            guard let printer = target.printer else { throw PrintError.formUnknown(printer: target.name) }
            return try PWGDocument.of(rasters, for: printer).counted(pages)
        }
    }
}

extension LabelTemplate {
    /// The number of labels in a job so that it ends with a full sheet; `most` on rolls.
    func labels(inJobOf most: Int, used: Set<Int>, copies: Int) -> Int {
        guard let sheet else { return most }
        let free = (1...sheet.cells).count { !used.contains($0) }
        let cells = free + max(0, most - free) / sheet.cells * sheet.cells
        return max(1, cells / max(1, copies))
    }

    /// The number of copies the printer makes; 1 for sheets, where labels are repeated instead.
    func jobCopies(_ copies: Int) -> Int { sheet == nil ? copies : 1 }
}
