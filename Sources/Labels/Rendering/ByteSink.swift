import CCairo

/// Collects what Cairo writes, up to a limit.
final class ByteSink {
    private(set) var bytes: [UInt8] = []
    /// A thousand labels take about five megabytes.
    private static let most = 256 << 20

    /// For Cairo's writers; the closure is the ``ByteSink`` without ownership, which must outlive the surface.
    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        guard sink.bytes.count + Int(length) <= most else { return CAIRO_STATUS_WRITE_ERROR }
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
