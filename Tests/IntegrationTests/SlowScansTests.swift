import Foundation
import TestSupport
import Testing

/// Files that take long to read: each costs seconds, names its page, and keeps nobody else waiting.
@Suite struct SlowScansTests {
    /// A PDF of two pages, the second of which draws forms that draw each other four times, 30 deep.
    private static let maker = """
        import sys
        def stream(data, extra=""): return f"<< /Length {len(data)} {extra} >>\\nstream\\n{data}\\nendstream"
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>"]
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents %d 0 R /Resources << /XObject << /X 7 0 R >> >> >>"
        objects += [page % 4, stream("0 0 m 1 1 l S"), page % 6, stream("/X Do")]
        for level in range(30):
            more = f"/Resources << /XObject << /X {8 + level} 0 R >> >>" if level < 29 else ""
            objects.append(stream("/X Do " * 4 if level < 29 else "0 0 m 9 9 l S", "/Type /XObject /Subtype /Form /BBox [0 0 99 99] " + more))
        out, offsets = b"%PDF-1.7\\n%" + sys.argv[2].encode() + b"\\n", []
        for number, body in enumerate(objects, 1):
            offsets.append(len(out)); out += f"{number} 0 obj\\n{body}\\nendobj\\n".encode()
        start = len(out)
        out += f"xref\\n0 {len(objects) + 1}\\n0000000000 65535 f \\n".encode()
        for offset in offsets: out += f"{offset:010d} 00000 n \\n".encode()
        out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\\nstartxref\\n{start}\\n%%EOF\\n".encode()
        open(sys.argv[1], "wb").write(out)
        """

    private func slowFile(_ mark: Int, _ bed: DaemonBed) async throws -> Data {
        let path = bed.scratch("slow-\(mark).pdf")
        let made = try await ChildRun.of("/usr/bin/python3", ["-c", Self.maker, path, "\(mark)"])
        guard made.status == 0 else { throw DaemonBedError.notReady(made.errors) }
        return try Data(contentsOf: URL(filePath: path))
    }

    @Test func aFileWithASlowPageIsQuarantinedWithThePageAndTheLimit() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let item = try await bed.outguide("item", "add", "--quiet").answer
            for mark in 1...3 { try folder.drop(try await slowFile(mark, bed), as: "slow \(mark).pdf") }
            try folder.drop(try await folder.scan([item]), as: "tail.tif")
            try await folder.emptied()
            #expect(try await folder.documents().count == 1)
            let listed = try #require(try await bed.json("document", "quarantine") as? [[String: Any]])
            let reasons = listed.compactMap { $0["reason"] as? String }
            #expect(reasons.count == 3)
            for reason in reasons {
                #expect(reason.contains("page 2") && reason.contains("10 s of processor time"), "\(reason)")
            }
        }
    }

    @Test func theOtherPagesAreDecodedAndAnotherUserIsServedMeanwhile() async throws {
        try await DaemonBed.with { bed in
            let file = bed.scratch("slow.pdf")
            try (try await slowFile(1, bed)).write(to: URL(filePath: file))
            let answer = try await ChildRun.of(
                "/usr/bin/curl",
                ["-s", "--unix-socket", bed.socket, "--data-binary", "@\(file)", "http://localhost/v1/decode"]
            )
            let image = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any],
                "\(answer.output)"
            )
            let pages = try #require(image["pages"] as? [[String: Any]])
            #expect(pages.count == 2)
            #expect(pages.first?["problem"] is NSNull)
            #expect((pages.last?["problem"] as? String)?.contains("10 s of processor time") == true)
            #expect(image["isComplete"] as? Bool == false)
        }
    }
}
