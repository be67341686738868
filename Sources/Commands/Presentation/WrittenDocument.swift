import Wire

/// A scanned file that was put into a file.
struct WrittenDocument: Presentable, Encodable {
    let path: String
    let document: DocumentResource

    var lines: [StyledText] {
        [
            StyledText("wrote \(path) (\(document.mediaType), \(document.bytes) bytes), pages of \(document.barcode): ")
                + StyledText(document.pageRange)
        ]
    }

    var identifiers: [String] { [path] }
}
