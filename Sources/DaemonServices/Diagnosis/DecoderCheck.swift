import Glibc
import Localization

/// Checks that the image decoder is installed.
package struct DecoderCheck: Check {
    static let name = "decoder"

    let path: String

    package init(path: String) { self.path = path }

    package func findings() async -> [Finding] {
        guard access(path, X_OK) == 0 else {
            return [
                .failed(
                    Self.name,
                    Message("\(path, "path") cannot be run: no image is decoded"),
                    remedy: Message("install the package again")
                )
            ]
        }
        return [.ok(Self.name, Message("\(path, "path") is there"))]
    }
}
