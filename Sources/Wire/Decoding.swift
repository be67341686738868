extension API {
    /// Requests about images.
    public enum Decoding {
        /// How thoroughly to look: `fast` or `thorough`.
        public static let mode = Parameter(
            .query,
            "mode",
            .word(["fast", "thorough"]),
            """
            `fast` stops at the first code that is certain; where several stand together, once another look finds \
            none. `thorough` tries every view of the image. `fast` when absent.
            """
        )
        /// The symbologies to look for, with commas between them.
        public static let symbologies = Parameter(
            .query,
            "symbologies",
            .text(pattern: "^[a-z0-9-]+(,[a-z0-9-]+)*$", example: "code128,qr"),
            "The symbologies to look for, such as `code128,qr`, with commas between them; all if absent."
        )

        public static let decode = Endpoint<Bytes, DecodeResponse>(
            "decodeImage",
            .post,
            "/v1/decode",
            .reader,
            "Find the barcodes in a PNG, JPEG, TIFF, WebP, HEIC or PDF file",
            parameters: [mode, symbologies],
            repetition: .always,
            refusals: [422]
        )
    }
}

/// The result of decoding an image.
public struct DecodeResponse: WireValue {
    /// The width of the first page in pixels, in the orientation of the camera.
    public let width: Int
    /// The height of the first page in pixels, in the orientation of the camera.
    public let height: Int
    /// Each distinct code of a page once, page by page.
    public let codes: [CodeResource]
    /// The pages that were examined; a photograph has one.
    public let pages: [ImagePageResource]
    /// Whether every page was examined completely, without a time limit being reached.
    public let isComplete: Bool
    /// The processor time for finding the codes.
    public let milliseconds: Double
    /// The processor time for decoding the file into pixels.
    public let loadingMilliseconds: Double

    public init(
        width: Int,
        height: Int,
        codes: [CodeResource],
        pages: [ImagePageResource],
        isComplete: Bool,
        milliseconds: Double,
        loadingMilliseconds: Double
    ) {
        self.width = width
        self.height = height
        self.codes = codes
        self.pages = pages
        self.isComplete = isComplete
        self.milliseconds = milliseconds
        self.loadingMilliseconds = loadingMilliseconds
    }
}

/// One barcode found in an image.
public struct CodeResource: WireValue {
    /// The symbology, such as `code128`.
    public let symbology: String
    /// AIM identifier, such as `]C0`.
    public let aim: String?
    /// The text of the barcode.
    public let text: String
    /// The data as base64.
    public let bytes: String
    /// The corners of the barcode in the image.
    public let polygon: [PointResource]
    /// On how many lines a linear code was read, 1 for QR; comparable only within one image.
    public let quality: Int
    /// The page of the file, from 1.
    public let page: Int
    /// The view of the page in which it was first seen, such as `original` or `threshold`.
    public let rendering: String
    /// The library that read it there: `libzbar` or `zxing`.
    public let engine: String

    public init(
        symbology: String,
        aim: String?,
        text: String,
        bytes: String,
        polygon: [PointResource],
        quality: Int,
        page: Int,
        rendering: String,
        engine: String
    ) {
        self.symbology = symbology
        self.aim = aim
        self.text = text
        self.bytes = bytes
        self.polygon = polygon
        self.quality = quality
        self.page = page
        self.rendering = rendering
        self.engine = engine
    }
}

/// One page of an image file.
public struct ImagePageResource: WireValue {
    /// The page number, from 1.
    public let number: Int
    /// The width in pixels; 0 if the page cannot be decoded.
    public let width: Int
    /// The height in pixels; 0 if the page cannot be decoded.
    public let height: Int
    /// Why the page cannot be decoded.
    public let problem: String?

    public init(number: Int, width: Int, height: Int, problem: String?) {
        self.number = number
        self.width = width
        self.height = height
        self.problem = problem
    }
}

/// A point of an image, in pixels from its upper left corner.
public struct PointResource: WireValue {
    /// Pixels from the left edge.
    public let x: Int
    /// Pixels from the top edge.
    public let y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
