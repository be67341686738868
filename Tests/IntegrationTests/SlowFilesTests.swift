import Foundation
import TestSupport
import Testing

/// Files whose pages take as long to draw as they are allowed to.
@Suite struct SlowFilesTests {
    @Test(.timeLimit(.minutes(3))) func othersPassFilesThatTakeLongWhereOrderDoesNotMatter() async throws {
        try await DropFolderBed.with(folder: ["separation: files"]) { folder in
            let smith = try await folder.bed.outguide("item", "add", "--quiet").answer
            let scan = try await folder.scan([smith])
            for number in 1...3 { try folder.drop(Self.slowPDF(number), as: "slow \(number).pdf") }
            try folder.drop(scan, as: "scan.tif")
            try await folder.said("filed a scan")
            #expect(try await folder.pages() == [smith: 1])
        }
    }

    /// A page whose forms draw each other four times, thirty deep.
    private static func slowPDF(_ mark: Int) -> Data {
        let depth = 30
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
            stream("", "/F Do % \(mark)"),
        ]
        for level in 1...depth {
            let resources = level < depth ? "/Resources<</XObject<</F \(level + 5) 0 R>>>>" : ""
            let content = level < depth ? "/F Do /F Do /F Do /F Do" : "0 0 1 1 re f"
            objects.append(stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]\(resources)", content))
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(format: "%010d 00000 n \n", place) }
        file += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(table)\n%%EOF\n"
        return Data(file.utf8)
    }

    private static func stream(_ dictionary: String, _ content: String) -> String {
        "<<\(dictionary)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }
}
