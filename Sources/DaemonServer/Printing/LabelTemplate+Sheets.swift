import Labels

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
