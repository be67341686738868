import Wire

extension QuarantinedFileResource: TableRow {
    static var columns: [String] { ["id", "file", "since", "why"] }

    var cells: [StyledText] {
        [StyledText(id ?? ""), StyledText(path), StyledText(Moment.of(since)), StyledText(reason, .warning)]
    }

    var identifier: String { path }
}
