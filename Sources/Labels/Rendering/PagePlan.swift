/// Which label goes into which cell of which page.
struct PagePlan: Sendable, Hashable {
    struct Page: Sendable, Hashable {
        /// Of the labels, counted from 0.
        let labels: Range<Int>
        /// Counted from 0, as many as labels.
        let cells: ArraySlice<Int>
    }

    let pages: [Page]

    /// `used` cells, counted from 1, are those of the first sheet; on rolls there is one cell, which is never used.
    init(count: Int, template: LabelTemplate, used: Set<Int>) throws(LabelError) {
        guard count > 0 else { throw .noLabels }
        guard count <= LabelRenderer.mostLabels else { throw .tooManyLabels(count) }
        let cells = Array(0..<template.labelsPerPage)
        var free = template.sheet == nil ? cells[...] : cells.filter { !used.contains($0 + 1) }[...]
        guard !free.isEmpty else { throw .sheetFull(cells: cells.count) }
        var pages: [Page] = []
        var next = 0
        while next < count {
            let taken = free.prefix(count - next)
            pages.append(Page(labels: next..<next + taken.count, cells: taken))
            next += taken.count
            free = cells[...]
        }
        self.pages = pages
    }
}
