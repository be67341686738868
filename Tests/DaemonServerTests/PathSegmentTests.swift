import Testing
import Wire

@testable import DaemonServer
@testable import DaemonServices

@Suite struct PathSegmentTests {
    @Test(arguments: ["BX0000000014", "K-17/3 ä", "100%", "%41", "a+b?c#d"])
    func decodingUndoesEncoding(text: String) {
        #expect(PathSegment.decoded(WireCoding.pathSegment(text)) == text)
    }

    @Test(arguments: ["%", "%4", "%zz", "%FF", "%C3"])
    func wrongEscapesAreRefused(segment: String) {
        #expect(PathSegment.decoded(segment) == nil)
    }
}
