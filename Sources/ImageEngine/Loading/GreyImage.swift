internal import CImageRendering
internal import Glibc
internal import ImageDecoding

/// A picture with one grey byte per pixel and no padding between rows; owns the memory.
struct GreyImage: ~Copyable {
    let width: Int
    let height: Int
    let pixels: UnsafeMutableBufferPointer<UInt8>

    /// Creates a black picture; throws when it exceeds the limits or memory is exhausted.
    init(width: Int, height: Int, limits: ImageLimits) throws(ImageDecodingError) {
        guard width > 0, height > 0 else { throw .damaged("it has no pixels") }
        let (count, overflow) = width.multipliedReportingOverflow(by: height)
        // Positions along a side are counted in 1/256 pixel, in 32 bits.
        guard !overflow, count <= limits.pixels, max(width, height) < 1 << 20 else {
            throw .tooManyPixels(width: width, height: height, limit: limits.pixels)
        }
        try self.init(width: width, height: height)
    }

    /// Creates a black picture of a size derived from another picture.
    init(width: Int, height: Int) throws(ImageDecodingError) {
        let count = width * height
        // libzbar counts in 32 bits, and some of its products are four times the number of pixels.
        guard count > 0, count <= Int(Int32.max) / 8 else {
            throw .tooManyPixels(width: width, height: height, limit: Int(Int32.max) / 8)
        }
        // calloc, because Swift's own allocation traps when memory is exhausted.
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

    /// Whether it is a blank sheet of paper.
    ///
    /// Lines of type and faint stamps count as content; specks of dust, punch holes and shadows along the edges do
    /// not.
    var showsNothing: Bool { shows_nothing(picture, 0.08, 24, 3e-5) }

    /// The picture in the form of the C functions; valid while this value exists.
    var picture: grey_picture {
        grey_picture(pixels: UnsafePointer(pixels.baseAddress), width: Int32(width), height: Int32(height))
    }
}
