import FoundationEssentials
package import Labels
import Localization
import Synchronization

/// Records which cells of the sheets in the printers are used.
package final class SheetUse: Sendable {
    /// A partly used sheet: its template and the printer that holds it.
    package struct Sheet: Codable, Sendable, Hashable {
        package let template: String
        package let printer: String
        /// Numbers of the used cells, counted from 1, in ascending order.
        package let used: [Int]
    }

    private static let mostSheets = 500

    private let store: @Sendable ([UInt8]) throws -> Void
    private let known: Mutex<[Sheet]>

    /// - Parameters:
    ///   - stored: the bytes stored last; nil when there are none.
    ///   - store: replaces the stored bytes, and returns when they are on disk.
    /// - Throws: `DecodingError` if `stored` is not what this type stored.
    package init(stored: [UInt8]?, store: @escaping @Sendable ([UInt8]) throws -> Void) throws {
        self.store = store
        known = Mutex(try stored.map { try JSONDecoder().decode([Sheet].self, from: Data($0)) } ?? [])
    }

    /// The partly used sheets.
    package var sheets: [Sheet] { known.withLock { $0 } }

    /// The used cells of the sheet that is printed on next.
    package func used(of template: LabelTemplate, on printer: String) -> Set<Int> {
        guard template.sheet != nil else { return [] }
        let sheet = sheets.first { $0.template == template.name && $0.printer == printer }
        return Set(sheet?.used ?? [])
    }

    /// Records that `count` more labels were printed after the `used` cells; a full sheet is removed.
    ///
    /// - Throws: ``PrintingError/sheets(_:)`` if it cannot be stored.
    package func note(_ count: Int, after used: Set<Int>, of template: LabelTemplate, on printer: String) throws {
        guard template.sheet != nil else { return }
        let cells = 1...template.labelsPerPage
        let free = cells.filter { !used.contains($0) }
        let now =
            count < free.count
            ? used.filter(cells.contains).union(free.prefix(count))
            : Set(cells.prefix((count - free.count) % cells.count))
        try replace(template.name, printer, with: now.sorted())
    }

    /// Records that exactly these cells are used.
    func keep(_ used: Set<Int>, of template: LabelTemplate, on printer: String) throws {
        guard template.sheet != nil else { return }
        try replace(template.name, printer, with: used.sorted())
    }

    /// Removes a sheet, so that the next one is fresh, on all printers for nil; returns false when none was partly
    /// used.
    ///
    /// - Throws: ``PrintingError/sheets(_:)`` if it cannot be stored.
    package func forget(_ template: String, on printer: String?) throws -> Bool {
        let begun = sheets.filter { $0.template == template && (printer == nil || $0.printer == printer) }
        for sheet in begun { try replace(template, sheet.printer, with: []) }
        return !begun.isEmpty
    }

    private func replace(_ template: String, _ printer: String, with used: [Int]) throws {
        try known.withLock { known in
            var sheets = known.filter { $0.template != template || $0.printer != printer }
            if !used.isEmpty { sheets.append(Sheet(template: template, printer: printer, used: used)) }
            sheets.sort { ($0.template, $0.printer) < ($1.template, $1.printer) }
            let bytes = Array(try JSONEncoder().encode(Array(sheets.suffix(Self.mostSheets))))
            do { try store(bytes) } catch { throw PrintingError.sheets(error.asMessage) }
            known = sheets
        }
    }
}
