import Foundation

/// A directory that goes with its owner.
final class ScratchDirectory: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/labels-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and returns its path.
    func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// The dots of a PDF's first page as Ghostscript sets them, which counts rows from the page's foot.
    func ghostscriptPage(of pdf: String, dotsPerInch: Int) async throws -> String {
        let page = path + "/ghostscript.pbm"
        let options = ["-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pbmraw", "-r\(dotsPerInch)"]
        _ = try await ExternalProgram.output(of: "gs", options + ["-o", page, pdf])
        return page
    }

    /// The dots of a PDF's first page as MuPDF sets them, without grey edges.
    func mupdfPage(of pdf: String, dotsPerInch: Int) async throws -> String {
        let page = path + "/mupdf.pbm"
        _ = try await ExternalProgram.output(
            of: "mutool",
            ["draw", "-q", "-A", "0", "-r", "\(dotsPerInch)", "-o", page, pdf]
        )
        return page
    }

    /// The dots of each page of a PDF, as a one-bit printer of that resolution would set them.
    func pages(of pdf: String, dotsPerInch: Int) async throws -> [String] {
        let stem = "page-\(UUID().uuidString)"
        _ = try await ExternalProgram.output(of: "pdftoppm", ["-r", "\(dotsPerInch)", "-mono", pdf, path + "/" + stem])
        return try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasPrefix(stem) }.sorted().map { path + "/" + $0 }
    }
}
