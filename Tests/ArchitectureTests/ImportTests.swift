import Testing

/// The direction of the house: imports go down, and each library stays in its room.
@Suite struct ImportTests {
    @Test func everyModuleHasItsRule() throws {
        #expect(try SourceTree.modules() == Set(ModuleRules.allowed.keys))
    }

    @Test func importsGoDownOnly() throws {
        let own = Set(ModuleRules.allowed.keys)
        let wrong = try SourceTree.imports().filter { line in
            own.contains(line.imported) && ModuleRules.allowed[line.module]?.contains(line.imported) != true
        }
        #expect(wrong.isEmpty)
    }

    @Test func librariesStayInTheirModules() throws {
        let wrong = try SourceTree.imports().filter { line in
            if ModuleRules.forbidden.contains(line.imported) { return true }
            guard let homes = ModuleRules.confined[line.imported] else { return false }
            return !homes.contains(line.module)
        }
        #expect(wrong.isEmpty)
    }

    /// A public import would put a library's types into the module's own interface, which only `LogTables` wants: it is
    /// how the log speaks to its database.
    @Test func databaseAndCTypesNeverLeaveTheirModules() throws {
        let wrong = try SourceTree.imports().filter { line in
            line.isPublic && (line.imported == "GRDB" || ModuleRules.confined.keys.contains(line.imported))
                && line.imported != "ArgumentParser" && !(line.module == "LogTables" && line.imported == "GRDB")
        }
        #expect(wrong.isEmpty)
    }

    @Test func theProgramsAreEmpty() throws {
        for program in ["outguide", "outguide-decoder", "outguided"] {
            for file in try SourceTree.files(in: "Sources/\(program)") {
                #expect(try SourceTree.lines(of: file).count <= 40, "\(file) holds logic that belongs into a module")
            }
        }
    }

    @Test func theWalkSeesTheSources() throws {
        #expect(try SourceTree.files(in: "Sources").count > 100)
        #expect(try SourceTree.imports().contains { $0.module == "TransferLog" && $0.imported == "GRDB" })
    }
}
