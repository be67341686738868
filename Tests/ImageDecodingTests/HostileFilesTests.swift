import Foundation
import TestSupport
import Testing

@Suite("Hostile files cost an error each and leave the parent as it was")
struct HostileFilesTests {
    private func whole() throws -> [String: [UInt8]] {
        let canvas = try Canvas(symbology: 20, text: "BX000000042N", scale: 1)
        return [
            "png": try canvas.png(), "jpeg": try canvas.jpeg(), "tiff": SampleFile.tiff([canvas, canvas]),
            "pdf": SampleFile.pdf([canvas, canvas]),
        ]
    }

    /// Files cut short, of the wrong kind inside, and with bytes changed at random.
    private func broken() throws -> [[UInt8]] {
        var generator = SeededGenerator(seed: 11)
        var files: [[UInt8]] = [[], [0], [UInt8](repeating: 0, count: 100_000), Array("%PDF-1.7\n".utf8)]
        let samples = try whole().sorted { $0.key < $1.key }.map(\.value)
        for sample in samples {
            for share in 1..<8 { files.append(Array(sample.prefix(sample.count * share / 8))) }
            for other in samples where other != sample { files.append(Array(sample.prefix(64)) + other) }
            for _ in 0..<25 {
                var changed = sample
                for _ in 0..<Int.random(in: 1...20, using: &generator) {
                    let index = Int.random(in: changed.indices, using: &generator)
                    changed[index] = .random(in: 0...255, using: &generator)
                }
                files.append(changed)
            }
        }
        let starts = [
            "RIFF\u{10}\0\0\0WEBPVP8 ", "RIFF\u{10}\0\0\0WEBPVP8X", "\0\0\0\u{18}ftypheic", "II+\0\u{8}\0\0\0",
        ]
        for start in starts {
            for _ in 0..<5 {
                files.append(Array(start.utf8) + (0..<4000).map { _ in .random(in: 0...255, using: &generator) })
            }
        }
        return files
    }

    /// Files that are small and ask for much.
    private func bombs() throws -> [[UInt8]] {
        var files: [[UInt8]] = []
        // Pixels: a white square of four megapixels that is allowed, and headers that ask for far more.
        let white = try Tool.run("pnmtopng", [], input: Tool.run("pbmmake", ["-white", "2000", "2000"]))
        files.append(white)
        var wide = white
        wide.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
        PNGChunk.repairHeader(&wide)
        files.append(wide)
        // Text that unpacks to a hundred megabytes, as profile and as comment.
        let script = "import zlib,sys;sys.stdout.buffer.write(zlib.compress(bytes(100<<20),9))"
        let zeros = try Tool.run("python3", ["-c", script])
        for name in ["zTXt", "iCCP"] {
            let chunk = PNGChunk.make(name, Array("a\0\0".utf8) + zeros)
            files.append(Array(white.prefix(33)) + chunk + white.dropFirst(33))
        }
        // Pages: a thousand of them, and a chain that leads back into itself.
        let tiny = Canvas(width: 4, height: 4)
        files.append(SampleFile.tiff(Array(repeating: tiny, count: 1000)))
        files.append(SampleFile.pdf(Array(repeating: tiny, count: 500), scale: 20))
        var ring = SampleFile.tiff([tiny, tiny])
        SampleFile.setLastLink(of: &ring, to: 24)
        files.append(ring)
        let pdf = String(decoding: SampleFile.pdf([tiny]).map { $0 < 128 ? $0 : 32 }, as: UTF8.self)
        // Recursion: pages that hold themselves, a page of a million, a picture that draws itself.
        files.append(Array(pdf.replacing("/Kids [3 0 R]", with: "/Kids [2 0 R]").utf8))
        files.append(Array(pdf.replacing("/Count 1 ", with: "/Count 2000000000 ").utf8))
        let itself = "/Subtype /Form /Resources << /XObject << /I 5 0 R >> >>"
        files.append(Array(pdf.replacing("/Subtype /Image", with: itself).utf8))
        files.append(Array(pdf.replacing("/MediaBox [0 0 2.0 2.0]", with: "/MediaBox [0 0 1e9 1e9]").utf8))
        files.append(Array("%PDF-1.7\n".utf8) + Array(repeating: UInt8(ascii: "["), count: 200_000))
        files.append(Array("%PDF-1.7\n1 0 obj\n".utf8) + Array(String(repeating: "<</A ", count: 100_000).utf8))
        return files
    }

    @Test("A thousand of them")
    func thousand() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let files = try bombs() + broken()
        for (index, file) in files.enumerated() {
            try Data(file).write(to: directory.appending(path: String(format: "%04d", index)))
        }
        let soak = try BuiltProduct.path(of: "decoder-soak")
        let decoder = try BuiltProduct.path(of: "outguide-decoder")
        let output = String(decoding: try Tool.run(soak, [decoder, directory.path, "1000"]), as: UTF8.self)
        let lines = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let values = Dictionary(lines.map { ($0[0], $0.dropFirst().compactMap(Int.init)) }, uniquingKeysWith: { $1 })
        let open = try #require(values["files"])
        #expect(open[0] == open[1])
        #expect(values["children"] == [0])
        let ends = values.filter { $0.key != "files" && $0.key != "children" }
        #expect(ends.values.reduce(0) { $0 + $1[0] } == 1000)
        // Files that are only slightly wrong, and those that are cut behind a page, are read.
        #expect(ends["read", default: [0]][0] > 50)
        #expect(ends["damaged", default: [0]][0] > 200)
        let known = [
            "read", "damaged", "empty", "unsupportedFormat", "tooManyPixels", "memoryLimit", "timedOut", "tooSlow",
            "crashed",
        ]
        #expect(Set(ends.keys).isSubset(of: known), "\(output)")
    }
}
