import Testing
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// A new list cannot be added without saying how long it is.
@Suite struct ListShapeTests {
    /// Arrays that no page limits, with what bounds them.
    private static let bounded: [String: String] = [
        "AccessResource.roles": "there are six roles",
        "AssignmentResource.documents": "the documents of one file, which has 1,000 pages at most",
        "BatchResource.results": "one for each line of the file that was sent, 20,000 at most",
        "CodeResource.polygon": "four corners",
        "ConditionsResource.roles": "64",
        "ConditionsResource.rooms": "64",
        "DecodeResponse.codes": "the decoder stops and says so: isComplete",
        "DecodeResponse.pages": "the decoder stops and says so: isComplete",
        "DiagnosisResource.findings": "one or a few for each check and folder",
        "FolderTroubleResource.names": "five, and count says how many there are",
        "LabelPrintResponse.barcodes": "one for each label that was asked for, 5,000 at most",
        "LabelSheetResource.used": "the cells of a sheet",
        "LabelTemplateResource.resolutions": "four usual ones",
        "LogKeyResource.changes": "128 changes",
        "LogKeyResource.formerKeys": "128 keys",
        "MoveResponse.movements": "one for each thing that was named, 1,000 at most",
        "PlacementResource.path": "64 places",
        "PrintBatchResource.despite": "there are eight kinds that can be overridden",
        "PrintBatchResource.overrides": "there are eight kinds that can be overridden",
        "PrinterResource.media": "1,000 of one printer",
        "PrinterResource.mediaReady": "1,000 of one printer",
        "PrinterResource.reasons": "1,000 of one printer",
        "PrinterResource.resolutions": "1,000 of one printer",
        "PrinterResource.stations": "the configuration",
        "PrinterResource.templates": "the configuration",
        "PullListContents.things": "500, and the list says how many",
        "EntityResource.orders": "what supervisors placed on one thing and on 48 containers around it",
        "RightsResource.levels": "there are six levels",
        "RightsResource.roles": "there are six roles",
        "ScannerJudgementResource.findings": "one for each question",
        "ScannerPairingResource.layouts": "the layouts that are known",
        "ScannerPairingResource.rows": "the rows of a symbol",
        "ScannerTestResource.rows": "the rows of a symbol",
        "StationResource.folderTroubles": "the kinds of fault, for each folder of the configuration",
        "StationResource.lowSupplies": "the configuration",
        "StationResource.readings": "the last ten, and earlierReadings says whether there are more",
        "StationResource.scanners": "what is plugged in",
        "StationResource.unprinted": "readings that a station remembers, 1,000 at most",
        "StatusResource.folderTroubles": "the kinds of fault, for each folder of the configuration",
        "StatusResource.labelDoubts": "the 100 oldest runs, and labelsInDoubt counts all labels",
        "StatusResource.lowSupplies": "the configuration",
        "StatusResource.scanners": "what is plugged in",
        "StatusResource.work": "one for each drop folder, and the checks that run",
        "SupplyResource.usedBy": "the configuration",
        "VerificationResource.problems": "total and complete stand beside them",
        "WantedResource.home": "64 places",
        "WantedResource.path": "64 places",
    ]

    @Test func everyListTakesALimitAndACursorAndNothingElseDoes() throws {
        let outline = try APIOutline.load()
        #expect(outline.lists.count >= 24)
        #expect(outline.limited == Set(outline.lists))
        #expect(outline.followed == Set(outline.lists))
    }

    @Test func everyArrayIsAPageOrIsBounded() throws {
        let arrays = try APIOutline.load().arrays.filter { !$0.contains("Request.") && $0 != "Page.items" }
        #expect(arrays.subtracting(Self.bounded.keys) == [], "not known to be bounded")
        #expect(Set(Self.bounded.keys).subtracting(arrays) == [], "not in the description any more")
    }
}
