internal import ImageDecoding

/// Reads the text of one page inside the calling process, which is a child process that ends afterwards.
///
/// The words that the file holds are the better text as long as they are the words that the page shows. What Tesseract
/// recognises is always in the result; words that the page does not show are not, as a file can hold any.
struct TextReader {
    let task: TextTask
    let limits: ImageLimits
    let dotsPerInch: Int

    /// `lock` is called once all that opens files is done, and `report` with what is known so far, the whole at last.
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
