/// The reason why a message catalogue cannot be used, and the remedy.
public struct CatalogueError: Error, Sendable, Hashable {
    public enum Fault: Sendable, Hashable {
        /// The file cannot be read, with the number of the system's error.
        case unreadable(Int32)
        /// The file is a directory, a pipe or a device.
        case notAFile
        case tooLarge
        /// The file does not begin like a compiled catalogue.
        case notACatalogue
        /// The format has this revision.
        case revision(UInt32)
        case tooManyMessages(UInt32)
        /// A table or text reaches beyond the end of the file.
        case truncated
        /// Texts overlap.
        case overlapping
        /// The message with this number, from 1, is longer than permitted.
        case longMessage(Int)
        /// The messages are not in the order of their texts, or occur twice.
        case unsorted(Int)
        case notUTF8(Int)
        case controlCharacter(Int)
        case noHeader
        /// The header names this character set.
        case characterSet(String)
        case pluralRule(PluralRule.Fault)
        /// The message has another number of plural forms than the header states.
        case formCount(Int)
    }

    /// The path of the file.
    public let file: String
    public let fault: Fault

    public init(file: String, _ fault: Fault) {
        self.file = file
        self.fault = fault
    }
}

extension CatalogueError: CustomStringConvertible {
    public var description: String { "cannot use the message catalogue \(file): \(cause); \(remedy)" }

    private var cause: String {
        switch fault {
        case .unreadable(let number): "it cannot be read (system error \(number))"
        case .notAFile: "it is not a regular file"
        case .tooLarge: "it is larger than \(Catalogue.largest / 1_048_576) MiB"
        case .notACatalogue: "it is not a compiled gettext catalogue"
        case .revision(let revision):
            "its format has revision \(revision >> 16).\(revision & 0xffff), and only 0.0 is read"
        case .tooManyMessages(let count): "it has \(count) messages, and at most \(Catalogue.mostMessages) are read"
        case .truncated: "it ends too early"
        case .overlapping: "its texts overlap"
        case .longMessage(let number): "message \(number) is longer than \(Catalogue.longestMessage) bytes"
        case .unsorted(let number): "message \(number) is not in order"
        case .notUTF8(let number): "message \(number) is not UTF-8"
        case .controlCharacter(let number): "message \(number) has a control character"
        case .noHeader: "it has no header"
        case .characterSet(let name): "its character set is \(name.prefix(32)), and only UTF-8 is read"
        case .pluralRule(let fault): "its Plural-Forms cannot be used: \(fault)"
        case .formCount(let number): "message \(number) does not have one translation for each plural form"
        }
    }

    private var remedy: String {
        switch fault {
        case .unreadable: "make it readable for everybody (chmod a+r)"
        case .notAFile: "replace it with the file that msgfmt writes"
        case .tooLarge, .tooManyMessages, .longMessage: "remove messages that are not needed"
        case .notACatalogue, .truncated, .overlapping, .unsorted: "compile it again with msgfmt"
        case .revision: "compile it without system-dependent segments"
        case .notUTF8, .characterSet: "convert its source with msgconv --to-code=UTF-8 and compile it again"
        case .controlCharacter: "remove the character from its source and compile it again"
        case .noHeader, .pluralRule, .formCount:
            "correct its source, check it with msgfmt --check, and compile it again"
        }
    }
}
