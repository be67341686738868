/// Reads the text of one page inside the calling process, which is a child process that ends afterwards.
///
/// What the file says itself is the better text as long as it says what is to be seen. What is seen is always in the
/// result; what is said and not to be seen is not, as whoever made the file could say anything.
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
