/// Control barcodes that programs send as readings; each is the same at every site, and its number never changes.
public enum ControlCode: String, Sendable, Hashable, CaseIterable {
    case end = "CT0000000091"
    case startStocktake = "CT0000000147"
    case endStocktake = "CT0000000155"
    case confirm = "CT0000000163"
    case verify = "CT0000000171"
}
