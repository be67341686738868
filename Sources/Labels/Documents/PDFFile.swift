import CDeflate

/// Writes a PDF 1.4 file: numbered objects in sequence, then the cross-reference table.
final class PDFFile {
    private let output: DocumentOutput
    private let deflate: Deflate
    /// The offset of each object; 0 until it is written.
    private var places: [Int] = [0]

    init(_ output: DocumentOutput) throws(LabelError) {
        self.output = output
        deflate = try Deflate()
        // The second line marks the file as binary for transfer programs.
        try output.write(Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// Returns the number of an object that is written later.
    func reserve() -> Int {
        places.append(0)
        return places.count - 1
    }

    /// Writes the object `number`: a dictionary or another value.
    func write(_ number: Int, _ value: String) throws(LabelError) {
        places[number] = output.count
        try output.write("\(number) 0 obj\n\(value)\nendobj\n")
    }

    /// Writes the object `number`: a stream with these additional dictionary entries.
    func write(_ number: Int, stream bytes: [UInt8], entries: String = "") throws(LabelError) {
        try write(number, packed: try deflate.compress(bytes), entries)
    }

    /// Writes the object `number`: a stream of operators.
    func write(_ number: Int, stream content: PDFContent) throws(LabelError) {
        try write(number, packed: try content.withBytes(deflate.compress), "")
    }

    private func write(_ number: Int, packed: [UInt8], _ entries: String) throws(LabelError) {
        places[number] = output.count
        try output.write("\(number) 0 obj\n<</Length \(packed.count)/Filter/FlateDecode\(entries)>>\nstream\n")
        try output.write(packed)
        try output.write("\nendstream\nendobj\n")
    }

    /// Writes the cross-reference table, which completes the file.
    func finish(catalog: Int, information: Int) throws(LabelError) {
        let start = output.count
        try output.write("xref\n0 \(places.count)\n0000000000 65535 f \n")
        for place in places.dropFirst() {
            let digits = String(place)
            try output.write(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n")
        }
        try output.write(
            "trailer\n<</Size \(places.count)/Root \(catalog) 0 R/Info \(information) 0 R>>\n"
                + "startxref\n\(start)\n%%EOF\n"
        )
        try output.flush()
    }
}

/// Owns a libdeflate compressor, which compresses one piece after another.
final class Deflate {
    private let compressor: OpaquePointer
    /// Higher levels shrink content streams little and take much longer.
    private static let level: Int32 = 1

    init() throws(LabelError) {
        guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .drawing("out of memory") }
        self.compressor = compressor
    }

    deinit { libdeflate_free_compressor(compressor) }

    /// Returns `bytes` compressed in the zlib format, which PDF calls FlateDecode.
    func compress(_ bytes: [UInt8]) throws(LabelError) -> [UInt8] {
        try pack(bytes.count) { room, output in
            libdeflate_zlib_compress(compressor, bytes, bytes.count, output, room)
        }
    }

    /// Returns the buffer compressed in the zlib format.
    func compress(_ bytes: UnsafeBufferPointer<UInt8>) throws(LabelError) -> [UInt8] {
        try pack(bytes.count) { room, output in
            libdeflate_zlib_compress(compressor, bytes.baseAddress, bytes.count, output, room)
        }
    }

    private func pack(
        _ count: Int,
        _ compress: (Int, UnsafeMutablePointer<UInt8>?) -> Int
    ) throws(LabelError) -> [UInt8] {
        let room = libdeflate_zlib_compress_bound(compressor, count)
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = compress(room, output.baseAddress)
        }
        // The zlib format is never empty, so an empty result means failure.
        guard !packed.isEmpty else { throw .drawing("nothing came out of the compressor") }
        return packed
    }
}
