extension API {
    /// Requests about images.
    public enum Decoding {
        public static let mode = Parameter(
            .query,
            "mode",
            .word(["fast", "thorough"]),
            "`fast` stops at the first code that is sure, or where several stand together when looking again adds none; `thorough` tries every view of the image; `fast` when absent."
        )
        public static let symbologies = Parameter(
            .query,
            "symbologies",
            .text(example: "code128,qr"),
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
