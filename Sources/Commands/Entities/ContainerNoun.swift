enum ContainerNoun: KindedNounNaming {
    static let noun = EntityNoun.container
    static let plural = "containers"
    static let kindExample = "crate"
    static let example = "BX0000000014"
}
