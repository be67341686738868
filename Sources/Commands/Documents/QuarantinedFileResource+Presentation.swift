package import Terminal
package import Wire

extension QuarantinedFileResource: TableRow {
    package static var columns: [String] { ["id", "file", "since", "why"] }

    package var cells: [StyledText] {
        [StyledText(id ?? ""), StyledText(path), StyledText(Moment.of(since)), StyledText(reason, .warning)]
    }

    package var identifier: String { path }
}
