import Foundation
import TestSupport

/// A daemon that watches a drop folder, and scans to put into it.
struct DropFolderBed: Sendable {
    let bed: DaemonBed
    /// The folder.
    let path: String

    /// Runs `body` with a daemon that takes files that stay as they are for `settle` seconds.
    ///
    /// `settings` are more lines of its configuration, `folder` more settings of the folder.
    static func with(
        settings: String = "",
        settle: Int = 1,
        folder: [String] = [],
        environment: [String: String] = [:],
        _ body: (DropFolderBed) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.path() + "/outguide-drop-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = configuration(path: path, settings: settings, settle: settle, folder: folder)
        try await DaemonBed.with(configuration: text, environment: environment) { bed in
            try await body(DropFolderBed(bed: bed, path: path))
        }
    }

    /// Lets the daemon read a configuration with other `settings`, as a reload does.
    func reload(settings: String) async throws {
        try await bed.reload(configuration: Self.configuration(path: path, settings: settings))
    }

    private static func configuration(
        path: String,
        settings: String,
        settle: Int = 1,
        folder: [String] = []
    ) -> String {
        """
        dropFolders:
          - path: \(path)
            device: copier
            settle: \(settle)
        \(folder.map { "    " + $0 }.joined(separator: "\n"))
        \(settings)
        """
    }

    /// The back of a sheet that is printed on one side, as a page of ``scan(_:mark:asPDF:)``.
    static let blank = "blank"

    /// A file of `pages`: a page is a barcode, ``blank``, or empty for a line of type; `mark` makes its bytes differ
    /// from others.
    func scan(_ pages: [String], mark: Int = 0, asPDF: Bool = false) async throws -> Data {
        var parts = ""
        for (index, page) in pages.enumerated() {
            let name = "page-\(index).pgm"
            if page.isEmpty {
                parts +=
                    "pbmtext -builtin fixed 'a page of a document' | pnmpad -white -width \(300 + mark) -height 200"
                    + " | pamdepth 255 | ppmtopgm > \(name); "
            } else if page == Self.blank {
                parts += "pbmmake -white \(300 + mark) 200 | pamdepth 255 | ppmtopgm > \(name); "
            } else {
                parts +=
                    "zint -b 20 -d \(page) --scale=2 --quietzones --direct | pngtopam | ppmtopgm"
                    + " | pnmpad -white -left \(10 + mark % 50) > \(name); "
            }
        }
        let names = pages.indices.map { "page-\($0).pgm" }.joined(separator: " ")
        let directory = bed.scratch("scan-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let script =
            "cd '\(directory)'; \(parts) for page in \(names); do pnmtops -nocenter -rle \"$page\"; done > all.ps 2>/dev/null;"
            + " gs -q -dBATCH -dNOPAUSE -sDEVICE=\(asPDF ? "pdfimage8" : "tiffgray") -r100 -sOutputFile=all.tif all.ps"
        let made = try await ChildRun.of("/bin/sh", ["-c", script])
        guard made.status == 0 else { throw DaemonBedError.notReady("the scan: " + made.errors) }
        return try Data(contentsOf: URL(filePath: directory + "/all.tif"))
    }

    /// A TIFF file of one small page, white but for one dark pixel, the place of which is `number`.
    func smallPage(_ number: Int) -> Data {
        let side = 40
        var pixels = [UInt8](repeating: 255, count: side * side)
        pixels[number % pixels.count] = 0
        // Tag and value of the fields that a page needs; a short (3) fits a long (4).
        let fields = [
            (256, side), (257, side), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, side),
            (279, pixels.count),
        ]
        func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var file = Array("II*\0".utf8) + little(8 + pixels.count, 4) + pixels
        file += little(fields.count, 2)
        for (tag, value) in fields { file += little(tag, 2) + little(4, 2) + little(1, 4) + little(value, 4) }
        return Data(file + little(0, 4))
    }

    /// `tiff` with more small pages behind its last one, each in a piece of its own as a writer appends it: the bytes
    /// to write at the end, and then those to write at a place before it, which make the new page part of the file.
    func appending(_ number: Int, to tiff: Data) throws -> (tail: Data, patch: Data, at: Int) {
        let bytes = [UInt8](tiff)
        let isLittle = bytes.first == UInt8(ascii: "I")
        func value(_ at: Int, _ count: Int) -> Int {
            let part = bytes[at..<at + count]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        func encoded(_ value: Int, _ count: Int) -> [UInt8] {
            let little = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
            return isLittle ? little : little.reversed()
        }
        var pointer = 4
        while value(pointer, 4) != 0 {
            let directory = value(pointer, 4)
            pointer = directory + 2 + 12 * value(directory, 2)
        }
        let side = 40
        var pixels = [UInt8](repeating: 255, count: side * side)
        pixels[number % pixels.count] = 0
        let start = bytes.count + bytes.count % 2
        let fields = [
            (256, side), (257, side), (258, 8), (259, 1), (262, 1), (273, start), (277, 1), (278, side),
            (279, pixels.count),
        ]
        var tail = [UInt8](repeating: 0, count: bytes.count % 2) + pixels + encoded(fields.count, 2)
        for (tag, value) in fields { tail += encoded(tag, 2) + encoded(4, 2) + encoded(1, 4) + encoded(value, 4) }
        return (Data(tail + encoded(0, 4)), Data(encoded(start + pixels.count, 4)), pointer)
    }

    /// Puts a file into the folder as a copier does that writes it under another name first.
    func drop(_ data: Data, as name: String) throws {
        try data.write(to: URL(filePath: path + "/." + name))
        try FileManager.default.moveItem(atPath: path + "/." + name, toPath: path + "/" + name)
    }

    /// Waits until the folder is empty but for its quarantine: the daemon took everything.
    func emptied() async throws {
        // The kernel tells when something goes; nothing here looks again and again.
        let script = """
            import os, sys
            def left(): return [n for n in os.listdir(sys.argv[1]) if n != 'quarantine' and not n.startswith('.')]
            import ctypes, select
            libc = ctypes.CDLL(None)
            fd = libc.inotify_init()
            libc.inotify_add_watch(fd, sys.argv[1].encode(), 0x200 | 0x40)
            while left():
                if not select.select([fd], [], [], 180)[0]: sys.exit('still there: ' + ' '.join(left()))
                os.read(fd, 65536)
            """
        let waited = try await ChildRun.of("/usr/bin/python3", ["-c", script, path])
        guard waited.status == 0 else { throw DaemonBedError.notReady(waited.errors + bed.said) }
    }

    /// Throws when any of `names` leaves the folder within `seconds`.
    func stay(_ names: [String], for seconds: Int) async throws {
        // The kernel tells when something goes; only what must not happen is waited for in vain.
        let script = """
            import ctypes, os, select, sys, time
            folder, end, names = sys.argv[1], time.monotonic() + float(sys.argv[2]), sys.argv[3:]
            libc = ctypes.CDLL(None)
            fd = libc.inotify_init()
            libc.inotify_add_watch(fd, folder.encode(), 0x200 | 0x40)
            while True:
                gone = [n for n in names if not os.path.lexists(folder + '/' + n)]
                if gone: sys.exit('gone: ' + ' '.join(gone))
                if not select.select([fd], [], [], max(0, end - time.monotonic()))[0]: break
                os.read(fd, 65536)
            """
        let waited = try await ChildRun.of("/usr/bin/python3", ["-c", script, path, String(seconds)] + names)
        guard waited.status == 0 else { throw DaemonBedError.notReady(waited.errors + bed.said) }
    }

    /// Waits until the daemon has said `words`, so many times.
    func said(_ words: String, times: Int = 1) async throws { try await bed.hasSaid(words, times: times) }

    /// Puts files into the folder at once: moved there in this order, last written at `time` of their places.
    func move(
        _ files: [(name: String, data: Data)],
        writtenAt time: (Int) -> Date = { _ in Date(timeIntervalSince1970: 1_790_000_000) }
    ) throws {
        let staging = path + "-staging"
        try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: staging) }
        for (index, file) in files.enumerated() {
            let path = staging + "/" + file.name
            try file.data.write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.modificationDate: time(index)], ofItemAtPath: path)
        }
        for file in files where rename(staging + "/" + file.name, path + "/" + file.name) != 0 {
            throw DaemonBedError.notReady("cannot move \(file.name)")
        }
    }

    /// How many pages each thing got, by its barcode.
    func pages() async throws -> [String: Int] {
        try await documents().reduce(into: [:]) { pages, document in
            guard let barcode = document["barcode"] as? String, let count = document["pages"] as? Int else { return }
            pages[barcode, default: 0] += count
        }
    }

    /// Why files are in quarantine, by their names.
    func quarantine() async throws -> [String: String] {
        let listed = try await bed.json("document", "quarantine") as? [[String: Any]] ?? []
        return listed.reduce(into: [:]) { reasons, file in
            guard let path = file["path"] as? String, let reason = file["reason"] as? String else { return }
            reasons[URL(filePath: path).lastPathComponent] = reason
        }
    }

    /// The documents of all things, as JSON.
    func documents() async throws -> [[String: Any]] {
        try await bed.json("document", "list", "--limit", "0") as? [[String: Any]] ?? []
    }
}
