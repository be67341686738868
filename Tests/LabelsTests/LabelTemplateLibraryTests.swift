import Glibc
import Localization
import Testing

@testable import Labels

@Suite struct LabelTemplateLibraryTests {
    @Test func anEarlierDirectoryHidesALaterOne() throws {
        let own = try ScratchDirectory()
        let shipped = try ScratchDirectory()
        _ = try shipped.write(Samples.qr.utf8, as: "qr.yaml")
        _ = try shipped.write("broken".utf8, as: "other.yaml")
        _ = try own.write(Samples.qr.replacing("width: 40", with: "width: 50").utf8, as: "qr.yaml")
        _ = try own.write("".utf8, as: "README")
        let library = LabelTemplateLibrary(directories: [own.path, "/nowhere", shipped.path])
        #expect(library.names() == ["other", "qr"])
        #expect(try library.template(named: "qr").media.width == 50)
    }

    @Test(arguments: ["missing", "../qr", "qr.yaml/", "", "/etc/passwd", "QR"])
    func unknownTemplatesListTheKnown(name: String) throws {
        let directory = try ScratchDirectory()
        _ = try directory.write(Samples.qr.utf8, as: "qr.yaml")
        let library = LabelTemplateLibrary(directories: [directory.path])
        #expect(throws: LabelTemplateLibraryError.unknownTemplate(name, known: ["qr"])) {
            try library.template(named: name)
        }
    }

    @Test func aBrokenTemplateIsNotSkipped() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write("name: x\n".utf8, as: "qr.yaml")
        let renamed = try directory.write(Samples.qr.utf8, as: "other.yaml")
        let binary = try directory.write([0xFF, 0xFE, 0xFF], as: "binary.yaml")
        let library = LabelTemplateLibrary(directories: [directory.path])
        #expect(
            throws: LabelTemplateLibraryError.refused(
                path: path,
                LabelTemplateError(
                    line: 1,
                    reason: Message("\(Message("a template"), "what") lacks \("media", "key")")
                )
            )
        ) { try library.template(named: "qr") }
        #expect(
            throws: LabelTemplateLibraryError.refused(
                path: renamed,
                LabelTemplateError(
                    line: 1,
                    reason: Message(
                        "the template \("qr", "template") is in a file \("other.yaml", "file"): "
                            + "its file is called \("qr.yaml", "right")"
                    )
                )
            )
        ) { try library.template(named: "other") }
        #expect(
            throws: LabelTemplateLibraryError.refused(
                path: binary,
                LabelTemplateError(line: 1, reason: Message("the file is broken UTF-16: save it as UTF-8"))
            )
        ) { try library.template(named: "binary") }
    }

    @Test func whatIsNoFileIsRefused() throws {
        let directory = try ScratchDirectory()
        #expect(mkfifo(directory.path + "/pipe.yaml", 0o600) == 0)
        #expect(symlink("/dev/zero", directory.path + "/zero.yaml") == 0)
        let library = LabelTemplateLibrary(directories: [directory.path])
        for name in ["pipe", "zero"] {
            #expect(throws: LabelTemplateLibraryError.unreadable(path: directory.path + "/\(name).yaml")) {
                try library.template(named: name)
            }
        }
    }
}
