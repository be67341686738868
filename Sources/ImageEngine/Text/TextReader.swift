internal import ImageDecoding

/// Reads the text of one page in the calling process, which is a child process that ends afterwards.
///
/// The words in the file are the better text if they are the words that the page shows. Text recognised by Tesseract
/// is always included in the result; words that the page does not show are omitted, because a file can contain any.
struct TextReader {
    let task: TextTask
    let limits: ImageLimits
    let dotsPerInch: Int

    /// Calls `lock` once all files are open, and `report` with partial results and finally the complete one.
    func read(
        _ file: UnsafeRawBufferPointer,
        lock: () throws(ImageDecodingError) -> Void,
        report: (DecoderMessage) throws(ImageDecodingError) -> Void
    ) throws(ImageDecodingError) {
        let recogniser =
            task.languages.isEmpty
            ? nil : try TextRecogniser(languages: task.languages, directory: task.directory)
        try lock()
        try report(.progress(.begun(page: task.page, count: nil)))
        let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: dotsPerInch)
        for _ in 1..<max(task.page, 1) { try source.skip() }
        guard let page = try source.next() else { throw .damaged("it has no page \(task.page)") }
        let layer = TextLayer(words: source.words(), on: page)
        try report(.text(PageText(text: layer.text, languages: [], source: .layer)))
        if let recogniser {
            let seen = try recogniser.text(of: page, dotsPerInch: dotsPerInch)
            let (text, source) = layer.merged(with: seen)
            try report(.text(PageText(text: text, languages: recogniser.languages, source: source)))
        }
        try report(.end(isComplete: true))
    }
}
