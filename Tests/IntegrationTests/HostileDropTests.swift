import Foundation
import TestSupport
import Testing

/// A drop folder into which somebody puts what no copier would.
@Suite struct HostileDropTests {
    private static let names = [
        "%2f..%2f..%2fetc.pdf", "line\nbreak.pdf", "\u{202E}fdp.exe", "\u{1B}]0;title\u{7}.pdf", "-rf.pdf",
        "$(reboot).pdf", "=cmd|' !A0.pdf", String(repeating: "ä", count: 125),
    ]

    @Test func whatIsNoScanIsLeftAloneOrToldAndTheRestIsFiled() async throws {
        try await DropFolderBed.with { folder in
            let bed = folder.bed
            let item = try await bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([item, ""])
            // Whatever is not a file of its own.
            let secret = bed.scratch("secret.pdf")
            try Data("%PDF-1.7 secret".utf8).write(to: URL(filePath: secret))
            let specials = ["link.pdf", "nowhere.pdf", "pipe.pdf", "directory.pdf", "device.pdf"]
            symlink(secret, folder.path + "/link.pdf")
            symlink("/nonexistent", folder.path + "/nowhere.pdf")
            mkfifo(folder.path + "/pipe.pdf", 0o666)
            mkdir(folder.path + "/directory.pdf", 0o777)
            mknod(folder.path + "/device.pdf", S_IFCHR | 0o666, 1 << 8 | 5)
            for name in Self.names { try folder.drop(Data("no image".utf8), as: name) }
            // A second name of a file elsewhere: it is filed, and goes from here alone.
            let twin = bed.scratch("twin.tif")
            try scan.write(to: URL(filePath: twin))
            #expect(link(twin, folder.path + "/twin.tif") == 0)
            // A name that stands for another file by the time it is opened.
            try folder.drop(scan, as: "exchanged.tif")
            rename(folder.path + "/pipe.pdf", folder.path + "/exchanged.tif")
            mkfifo(folder.path + "/pipe.pdf", 0o666)
            try await folder.said("filed a scan")

            for name in specials { #expect(Self.isThere(folder.path + "/" + name), "\(name)") }
            for name in specials + ["exchanged.tif"] {
                if name == "directory.pdf" { rmdir(folder.path + "/" + name) } else { unlink(folder.path + "/" + name) }
            }
            try await folder.emptied()
            #expect(try await folder.documents().count == 1)
            #expect(try Data(contentsOf: URL(filePath: twin)) == scan)
            #expect(try String(contentsOfFile: secret, encoding: .utf8) == "%PDF-1.7 secret")
            let listed = try #require(try await bed.json("document", "quarantine") as? [[String: Any]])
            #expect(listed.count == Self.names.count, "\(listed)")
            for output in [
                try await bed.outguide("document", "quarantine").output,
                try await bed.outguide("document", "quarantine", "--quiet").output,
                try await bed.outguide("doctor").output,
                bed.said,
            ] {
                #expect(HarmlessOutput.offences(in: output) == [], "\(output)")
            }
        }
    }

    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
