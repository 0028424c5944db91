import ApusCore
import Testing

/// The lines of a file that is one schema as a whole.
@Suite struct WholeFileLineTests {
  private let document = SchemaDocument(
    file: "run.yaml",
    outline: """
      # 0 4
       type 0
       properties 1
        name 1
         type 1
      """)

  @Test(arguments: [("", 1), ("/type", 1), ("/properties/name", 3), ("/properties/name/type", 4)])
  func line(pointer: String, line: Int) {
    #expect(document.line(of: pointer) == line)
  }
}
