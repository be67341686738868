import DaemonClient

enum ItemNoun: RecordNounNaming {
    static let noun = RecordNoun.item
    static let plural = "items"
    static let example = "FD0000000018"
}
