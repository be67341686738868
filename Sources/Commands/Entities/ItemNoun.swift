enum ItemNoun: KindedNounNaming {
    static let noun = EntityNoun.item
    static let plural = "items"
    static let kindExample = "medium"
    static let example = "FD0000000018"
}
