import Glibc
import Localization

/// Checks that the udev rule is installed that marks scanners and lets the daemon read them.
package struct UdevRuleCheck: Check {
    static let name = "udev-rule"
    static let file = "60-outguided.rules"
    package static let standardDirectories = [
        "/etc/udev/rules.d", "/run/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d",
    ]

    let directories: [String]

    package init(directories: [String]) { self.directories = directories }

    package func findings() async -> [Finding] {
        let paths = directories.map { "\($0)/\(Self.file)" }
        guard let path = paths.first(where: { access($0, R_OK) == 0 }) else {
            let remedy =
                Message(
                    "install the package, or copy systemd/\(Self.file, "file") to /etc/udev/rules.d and run “udevadm "
                        + "control --reload”"
                )
            return [
                .warning(
                    Self.name,
                    Message("there is no rule \(Self.file, "file"): guns are read only when they are named"),
                    remedy: remedy
                )
            ]
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0 else {
            return [
                .failed(
                    Self.name,
                    Message("\(path, "path") is empty: it hides the rule of the package"),
                    remedy: Message("rm \(path, "path")")
                )
            ]
        }
        return [.ok(Self.name, Message("\(path, "path") is there"))]
    }
}
