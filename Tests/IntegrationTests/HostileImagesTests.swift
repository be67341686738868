import Foundation
import TestSupport
import Testing

/// Images and PDFs that somebody made to hurt: the real daemon answers each soon, and goes on as it was.
@Suite struct HostileImagesTests {
    /// Writes the files into the directory that is its argument.
    private static let maker = """
        import os, struct, subprocess, sys, zlib
        out = sys.argv[1]
        def save(name, data):
            with open(os.path.join(out, name), "wb") as file: file.write(data)
        def chunk(name, data): return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        def png(width, height, rows, depth=1):
            return (b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0))
                    + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
        # A hundred million pixels in some kilobytes; nine hundred million; and all that a header can say.
        side = 10_000
        save("allowed.png", png(side, side, zlib.compress(bytes((side // 8 + 1) * side), 9)))
        save("bomb.png", png(30_000, 30_000, zlib.compress(bytes((30_000 // 8 + 1) * 30_000), 9)))
        save("header.png", png(0x7fffffff, 0x7fffffff, zlib.compress(b"")))
        def tiff(fields):
            body = struct.pack("<H", len(fields))
            for tag, value in fields: body += struct.pack("<HHII", tag, 4, 1, value)
            return b"II*\\0" + struct.pack("<I", 8) + body + bytes(4)
        huge = 0xffffffff
        save("huge.tiff", tiff([(256, huge), (257, huge), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, huge), (279, huge)]))
        save("wide.tiff", tiff([(256, 90_000), (257, 1_000), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 1), (279, huge)]))
        gray = b"P5 600 400 255 " + bytes(x % 251 for x in range(600 * 400))
        jpeg = subprocess.run(["pnmtojpeg"], input=gray, stdout=subprocess.PIPE, check=True).stdout
        save("cut.jpeg", jpeg[: len(jpeg) // 3])
        at = jpeg.index(b"\\xff\\xc0")
        save("huge.jpeg", jpeg[: at + 5] + b"\\xff\\xff\\xff\\xff" + jpeg[at + 9 :])
        save("gray.png", subprocess.run(["pnmtopng"], input=gray, stdout=subprocess.PIPE, check=True).stdout)
        subprocess.run(["heif-enc", "-o", out + "/whole.heic", out + "/gray.png"], check=True, stdout=subprocess.DEVNULL)
        heic = open(out + "/whole.heic", "rb").read()
        at = heic.index(b"ispe")
        save("cut.heic", heic[: len(heic) // 2])
        save("huge.heic", heic[: at + 8] + b"\\x7f\\xff\\xff\\xff" * 2 + heic[at + 16 :])
        def pdf(objects, trailer=""):
            file, offsets = b"%PDF-1.7\\n", []
            for number, body in enumerate(objects, 1):
                offsets.append(len(file))
                file += b"%d 0 obj\\n" % number + body.encode("latin-1") + b"\\nendobj\\n"
            start = len(file)
            file += b"xref\\n0 %d\\n0000000000 65535 f \\n" % (len(objects) + 1)
            for offset in offsets: file += b"%010d 00000 n \\n" % offset
            trailer = trailer.replace("START", str(start))
            return file + b"trailer << /Size %d /Root 1 0 R %s >>\\nstartxref\\n%d\\n%%%%EOF\\n" % (len(objects) + 1, trailer.encode(), start)
        catalog, page = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
        save("loop.pdf", pdf([catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9 >>"]))
        save("parent.pdf", pdf([catalog, "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>", page.replace("/MediaBox [0 0 9 9]", "")]))
        kids = " ".join(f"{n} 0 R" for n in range(3, 5_003))
        save("pages.pdf", pdf([catalog, f"<< /Type /Pages /Kids [{kids}] /Count 5000 >>"] + [page] * 5_000))
        save("media.pdf", pdf([catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page.replace("9 9", "99999999999 99999999999")]))
        script = "/OpenAction << /S /JavaScript /JS (while \\\\(true\\\\) {app.launchURL\\\\('file:///etc/passwd'\\\\)}) >>"
        save("script.pdf", pdf([catalog.replace("/Pages", script + " /Pages"), "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]))
        launch = f"/OpenAction << /S /Launch /F (/usr/bin/touch) /P ({out}/touched) >>"
        save("launch.pdf", pdf([catalog.replace("/Pages", launch + " /Pages"), "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page]))
        save("previous.pdf", pdf([catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page], "/Prev START"))
        packed = zlib.compress(b"q " * (100 << 20), 9).decode("latin-1")
        save("content.pdf", pdf([catalog, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page.replace("/MediaBox", "/Contents 4 0 R /MediaBox"),
             f"<< /Length {len(packed)} /Filter /FlateDecode >>\\nstream\\n{packed}\\nendstream"]))
        save("entity.svg", b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>')
        save("postscript.eps", b"%!PS-Adobe-3.0 EPSF\\n{ } loop\\n")
        save("archive.zip", b"PK\\3\\4" + bytes(1_000))
        """

    @Test func eachIsAnsweredSoonAndTheDaemonGoesOn() async throws {
        try await DaemonBed.with { bed in
            let directory = bed.scratch("images")
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let made = try await ChildRun.of("/usr/bin/python3", ["-c", Self.maker, directory])
            #expect(made.status == 0, "\(made.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            #expect(names.count == 22)
            let before = try Self.memory(bed)
            for name in names {
                let answer = try await ChildRun.of(
                    "/usr/bin/curl",
                    [
                        "-s", "--max-time", "60", "--unix-socket", bed.socket, "--data-binary", "@\(directory)/\(name)",
                        "-w", "\n%{http_code}", "http://localhost/v1/decode",
                    ]
                )
                let status = answer.lines.last.flatMap { Int($0) } ?? 0
                let isWhole = ["allowed.png", "gray.png", "whole.heic"].contains(name)
                // A page too many is told in the answer, what a page does besides being looked at is not done.
                let isHarmless = ["pages.pdf", "script.pdf", "launch.pdf", "media.pdf"].contains(name)
                #expect(status == 200 || (!isWhole && (400..<500).contains(status)), "\(name): \(answer.output)")
                #expect(status == 200 || !isHarmless || name == "media.pdf", "\(name): \(answer.output)")
                #expect(status == 200 || answer.output.contains(#""detail":"cannot "#), "\(name): \(answer.output)")
                #expect(!answer.output.contains("root:"), "\(name)")
            }
            #expect(!FileManager.default.fileExists(atPath: directory + "/touched"))
            let grown = try Self.memory(bed) - before
            #expect(grown < 128 << 20)
            #expect(try await bed.outguide("status", "--quiet").answer == "ready")
            #expect(try await Self.children(of: bed) == "")
        }
    }

    @Test func theCommandTakesNoMoreThanAnImageHas() async throws {
        try await DaemonBed.with { bed in
            for path in ["/dev/zero", bed.stateDirectory, bed.scratch("nothing")] {
                let run = try await bed.outguide("decode", path)
                #expect(run.status == 74, "\(path): \(run.errors)")
                #expect(run.errors.contains("cannot"), "\(run.errors)")
            }
        }
    }

    private static func memory(_ bed: DaemonBed) throws -> Int {
        let pid = try #require(bed.processIdentifier)
        let words = try String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(words[1])) * 4_096
    }

    private static func children(of bed: DaemonBed) async throws -> String {
        let pid = try #require(bed.processIdentifier)
        return try await ChildRun.of("/usr/bin/pgrep", ["-P", "\(pid)"]).answer
    }
}
