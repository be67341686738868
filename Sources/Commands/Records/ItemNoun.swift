enum ItemNoun: KindedNounNaming {
    static let noun = RecordNoun.item
    static let plural = "items"
    static let kindExample = "medium"
    static let example = "FD0000000018"
}
