import Glibc

/// The lines of an open file, for code that does not run on the main thread.
@MainActor final class InputLines {
    private var reader: LineReader

    init(descriptor: CInt) { reader = LineReader(descriptor: descriptor) }

    /// The number of lines returned so far.
    var count: Int { reader.count }

    /// Returns the next line; nil at the end.
    func next() throws(StreamError) -> InputLine? { try reader.next() }
}
