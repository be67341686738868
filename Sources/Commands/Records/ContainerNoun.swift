import DaemonClient

enum ContainerNoun: RecordNounNaming {
    static let noun = RecordNoun.container
    static let plural = "containers"
    static let example = "BX0000000014"
}
