import FoundationEssentials
import Labels
import Synchronization

/// Which cells of the sheets in the printers are used, kept in a file of the state directory.
final class SheetBook: Sendable {
    /// A sheet that is begun: the template it is for, and the printer it lies in.
    struct Sheet: Codable, Sendable, Hashable {
        let template: String
        let printer: String
        /// Counted from 1, in their order.
        let used: [Int]
    }

    private static let mostSheets = 500

    private let file: SmallFile
    private let known: Mutex<[Sheet]>

    /// Reads the file at `path`, if there is one.
    init(path: String) throws {
        file = SmallFile(path: path)
        let bytes = try file.read()
        known = Mutex(try bytes.map { try JSONDecoder().decode([Sheet].self, from: Data($0)) } ?? [])
    }

    /// The sheets that are begun, by their names.
    var sheets: [Sheet] { known.withLock { $0 } }

    /// The used cells of the sheet that is printed on next.
    func used(of template: LabelTemplate, on printer: String) -> Set<Int> {
        guard template.sheet != nil else { return [] }
        let sheet = sheets.first { $0.template == template.name && $0.printer == printer }
        return Set(sheet?.used ?? [])
    }

    /// Remembers that `count` labels more were printed after the `used` cells; a full sheet is forgotten.
    func note(_ count: Int, after used: Set<Int>, of template: LabelTemplate, on printer: String) throws {
        guard template.sheet != nil else { return }
        let cells = 1...template.labelsPerPage
        let free = cells.filter { !used.contains($0) }
        let now =
            count < free.count
            ? used.filter(cells.contains).union(free.prefix(count))
            : Set(cells.prefix((count - free.count) % cells.count))
        try replace(template.name, printer, with: now.sorted())
    }

    /// Remembers that these cells and no others are used.
    func keep(_ used: Set<Int>, of template: LabelTemplate, on printer: String) throws {
        guard template.sheet != nil else { return }
        try replace(template.name, printer, with: used.sorted())
    }

    /// Forgets a sheet, so that the next one is a fresh one, on all printers for nil; false when none was begun.
    func forget(_ template: String, on printer: String?) throws -> Bool {
        let begun = sheets.filter { $0.template == template && (printer == nil || $0.printer == printer) }
        for sheet in begun { try replace(template, sheet.printer, with: []) }
        return !begun.isEmpty
    }

    private func replace(_ template: String, _ printer: String, with used: [Int]) throws {
        try known.withLock { known in
            var sheets = known.filter { $0.template != template || $0.printer != printer }
            if !used.isEmpty { sheets.append(Sheet(template: template, printer: printer, used: used)) }
            sheets.sort { ($0.template, $0.printer) < ($1.template, $1.printer) }
            try file.write(Array(try JSONEncoder().encode(Array(sheets.suffix(Self.mostSheets)))))
            known = sheets
        }
    }
}
