internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// A picture of one grey byte a pixel without padding between its rows; owns the memory.
struct GreyImage: ~Copyable {
    let width: Int
    let height: Int
    let pixels: UnsafeMutableBufferPointer<UInt8>

    /// Black pixels to be filled, or an error when there are more than the limits allow or no memory for them.
    init(width: Int, height: Int, limits: ImageLimits) throws(ImageDecodingError) {
        guard width > 0, height > 0 else { throw .damaged("it has no pixels") }
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        // Positions along a side are counted in 1/256 of a pixel and in 32 bits.
        guard !overflow, count <= limits.pixels, max(width, height) < 1 << 20 else {
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
        try self.init(width: width, height: height)
    }

    /// Black pixels of a size that follows from another picture's.
    init(width: Int, height: Int) throws(ImageDecodingError) {
        let count = width * height
        // libzbar counts in 32 bits, and some of its products are four times the number of pixels.
        guard count > 0, count <= Int(Int32.max) / 8 else {
            throw .tooManyPixels(width: width, height: height, limit: Int(Int32.max) / 8)
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

    var longerSide: Int { max(width, height) }

    /// Whether it is a sheet of paper without any writing.
    ///
    /// Lines of type or a faint stamp are writing; specks of dust, punch holes and shadows along the edges are not.
    var showsNothing: Bool { shows_nothing(picture, 0.08, 24, 3e-5) }

    /// The picture as the C functions take it; good while this value lives.
    var picture: grey_picture {
        grey_picture(pixels: UnsafePointer(pixels.baseAddress), width: Int32(width), height: Int32(height))
    }
}
