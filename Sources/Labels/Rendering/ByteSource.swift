import CCairo

/// Bytes for a Cairo stream reader.
final class ByteSource {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The read function for Cairo.
    ///
    /// The closure is an unretained ``ByteSource``.
    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        let end = source.place + Int(length)
        guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
        for index in source.place..<end { data[index - source.place] = source.bytes[index] }
        source.place = end
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
