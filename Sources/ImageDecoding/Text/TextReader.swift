/// Reads the text of one page inside the calling process, which is a child process that ends afterwards.
struct TextReader {
    let task: TextTask
    let limits: ImageLimits
    let dotsPerInch: Int

    /// `lock` is called once all that opens files is done.
    func text(
        of file: UnsafeRawBufferPointer,
        lock: () throws(ImageDecodingError) -> Void
    ) throws(ImageDecodingError) -> String {
        let recogniser = try TextRecogniser(languages: task.languages)
        try lock()
        let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: dotsPerInch)
        for _ in 1..<max(task.page, 1) { try source.skip() }
        guard let page = try source.next() else { throw .damaged("it has no page \(task.page)") }
        return try recogniser.text(of: page, dotsPerInch: dotsPerInch)
    }
}
