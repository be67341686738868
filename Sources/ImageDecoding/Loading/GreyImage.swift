internal import Glibc

/// A picture of one grey byte a pixel without padding between its rows; owns the memory.
struct GreyImage: ~Copyable {
    let width: Int
    let height: Int
    let pixels: UnsafeMutableBufferPointer<UInt8>

    /// Black pixels to be filled, or an error when there are too many or no memory for them.
    init(width: Int, height: Int, limits: ImageLimits) throws(ImageDecodingError) {
        guard width > 0, height > 0 else { throw .damaged("it has no pixels") }
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        // libzbar counts in 32 bits, and some of its products are four times the number of pixels.
        guard !overflow, count <= min(limits.pixels, Int(Int32.max) / 8) else {
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
        // Not Swift's own allocation: that one traps when there is no memory.
        guard let memory = calloc(count, 1) else { throw .memoryLimit }
        self.width = width
        self.height = height
        self.pixels = UnsafeMutableBufferPointer(
            start: memory.bindMemory(to: UInt8.self, capacity: count),
            count: count
        )
    }

    deinit { free(pixels.baseAddress) }
}
