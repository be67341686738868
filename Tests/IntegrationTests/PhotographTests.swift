import Foundation
import TestSupport
import Testing

/// Photographs of shelves, from the command line to the log.
@Suite struct PhotographTests {
    /// One picture of the labels of `barcodes`, one above the other, as the daemon draws them.
    private func photograph(_ barcodes: [String], _ bed: DaemonBed) async throws -> String {
        var labels: [String] = []
        for barcode in barcodes {
            let label = bed.scratch("label-\(barcode).png")
            #expect(try await bed.outguide("label", "preview", barcode, "--output", label).status == 0)
            labels.append(label)
        }
        let path = bed.scratch("shelf.jpg")
        let script =
            "for label; do pngtopam \"$label\" | ppmtopgm > \"$label.pgm\"; set -- \"$@\" \"$label.pgm\"; shift; done; "
            + "pnmcat -tb \"$@\" | pnmtojpeg -quality 85"
        let made = try await ChildRun.of("/bin/sh", ["-c", "exec > \"$0\"; " + script, path] + labels)
        #expect(made.status == 0, "\(made.errors)")
        return path
    }

    @Test func theBoxesOfAPhotographAreOnItsShelf() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf 3", "--quiet").answer
            let boxes = [
                try await bed.outguide("container", "add", "--title", "Smith", "--quiet").answer,
                try await bed.outguide("container", "add", "--quiet").answer,
            ]
            let path = try await photograph([boxes[0], shelf, boxes[1]], bed)
            // Nobody is there to ask, so nothing happens.
            let asked = try await bed.outguide("scan", "--image", path)
            #expect(asked.status == 64)
            #expect(asked.errors.contains("repeat it with --yes"))
            #expect(asked.errors.contains("\(boxes[0])  Smith  (unknown)"))
            #expect(try await bed.outguide("contents", shelf, "--quiet").answer.isEmpty)

            let done = try await bed.outguide("scan", "--image", path, "--yes")
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.lines.count == 3)
            let contents = try await bed.outguide("contents", shelf, "--quiet")
            #expect(Set(contents.lines) == Set(boxes))
            let history = try #require(try await bed.json("history", boxes[0]) as? [[String: Any]])
            #expect(history.first?["kind"] as? String == "relocated")
            #expect(history.first?["reading"] as? Int != nil)
        }
    }

    @Test func aPhotographWithoutOneShelfMovesNothing() async throws {
        try await DaemonBed.with { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf 3", "--quiet").answer
            let other = try await bed.outguide("location", "add", "--name", "Shelf 4", "--quiet").answer
            let box = try await bed.outguide("container", "add", "--quiet").answer
            let none = try await bed.outguide("scan", "--image", try await photograph([box], bed), "--yes")
            #expect(none.status == 1)
            #expect(none.errors.contains("no known location is in the image"))
            let both = try await bed.outguide(
                "scan",
                "--image",
                try await photograph([box, shelf, other], bed),
                "--yes"
            )
            #expect(both.status == 1)
            #expect(both.errors.contains("several locations are in the image"))
            let alone = try await bed.outguide("scan", "--image", try await photograph([shelf], bed), "--yes")
            #expect(alone.status == 1)
            #expect(alone.errors.contains("\(shelf) is all that is in the image"))
            let history = try #require(try await bed.json("history", box) as? [[String: Any]])
            #expect(history.count == 1)
        }
    }
}
