import Labels

extension LabelTemplate {
    /// How many labels a job may have so that it ends with a sheet; `most` on rolls.
    func labels(inJobOf most: Int, used: Set<Int>, copies: Int) -> Int {
        guard let sheet else { return most }
        let free = (1...sheet.cells).count { !used.contains($0) }
        let cells = free + max(0, most - free) / sheet.cells * sheet.cells
        return max(1, cells / max(1, copies))
    }

    /// Copies that the printer makes: of a sheet none, as labels are repeated on it.
    func jobCopies(_ copies: Int) -> Int { sheet == nil ? copies : 1 }
}
