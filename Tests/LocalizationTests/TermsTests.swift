import Localization
import Testing
import Vocabulary

/// Terms have the English words that JSON and the sheet of commands have.
@Suite struct TermsTests {
    @Test(arguments: EntityType.allCases)
    func typesHaveTheirWords(type: EntityType) {
        #expect(type.term.english == type.rawValue)
        #expect(type.termWithArticle.english == (type == .item ? "an item" : "a \(type.rawValue)"))
    }

    @Test(arguments: [
        EntityKind.box, .cart, .clerk, .crate, .custodian, .folder, .location, .pallet, .supervisor,
    ])
    func kindsHaveTheirNames(kind: EntityKind) {
        #expect(kind.term.text == kind.name)
        #expect(kind.termWithArticle.text == "a \(kind.name)")
    }

    @Test func aKindOfAnArchiveIsNotTranslated() throws {
        let bag = try #require(EntityKind("evidence-bag"))
        #expect(bag.term == Message(verbatim: "evidence-bag"))
        #expect(bag.termWithArticle.english == "an evidence-bag")
    }

    @Test(arguments: ControlCommand.allCases)
    func commandsHaveTheirTitles(command: ControlCommand) { #expect(command.term.text == command.title) }

    @Test func otherTermsHaveTheirWords() {
        #expect(Verdict.allCases.allSatisfy { $0.term.text == $0.rawValue })
        #expect(Role.allCases.allSatisfy { $0.term.text == $0.rawValue })
    }
}
