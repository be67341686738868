/// The assignment of labels to the cells of pages.
struct PagePlan: Sendable, Hashable {
    struct Page: Sendable, Hashable {
        /// The labels of the page, from 0.
        let labels: Range<Int>
        /// The cells of the labels, from 0; as many as labels.
        let cells: ArraySlice<Int>
    }

    let pages: [Page]

    /// Creates a plan.
    ///
    /// `used` cells, counted from 1, are those of the first sheet. A roll has one cell, which is never used.
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
