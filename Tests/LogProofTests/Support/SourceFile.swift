import Foundation

/// Files of this checkout that are not Swift.
enum SourceFile {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let verifier = root.appending(path: "Tests/Verifier/verify.py")
    static let page = root.appending(path: "Sources/LogProof/LogProof.docc/VerifyingALog.md")
}
