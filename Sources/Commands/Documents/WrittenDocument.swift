import Terminal
import Wire

/// A document's file that was written to a local file.
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
