import Wire

extension QuarantinedFileResource: TableRow {
    static var columns: [String] { ["file", "since", "why"] }

    var cells: [StyledText] {
        [StyledText(path), StyledText(Moment.of(since)), StyledText(reason, .warning)]
    }

    var identifier: String { path }
}
