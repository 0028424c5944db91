import Testing

@testable import apus

@Suite("explain, in this process")
struct ExplainTests {
  private static func document(_ golden: String) -> String {
    "\(Places.goldens)/\(golden)/document.yaml"
  }

  private static func lines(_ golden: String, _ pointer: String) -> [Substring] {
    let result = Recording.run("explain", document(golden), pointer)
    #expect(result.code == .success && result.errorOutput.isEmpty)
    return result.output.split(separator: "\n").map { line in
      line.drop { $0 == " " }
    }
  }

  @Test("tells what tells alternatives apart")
  func discriminator() {
    let lines = Self.lines("discriminators", "Mapped")
    #expect(lines.first?.hasSuffix(": enum Mapped") ?? false)
    #expect(lines.contains("oneOf: told apart by the discriminator"))
    #expect(
      lines.contains(#"case dog(Dog) is alternative 1: an object with "dog" or "Dog" as "kind""#))
  }

  @Test("gives a value that two alternatives accept, by any name of the schema")
  func witness() {
    for name in [
      "Overlapping", "/components/schemas/Overlapping", "#/components/schemas/Overlapping",
    ] {
      let lines = Self.lines("discriminators", name)
      #expect(lines.contains(#"alternatives 0 and 1 both match {"a":"a","b":"a"}"#))
    }
  }

  @Test("says why no value matches two alternatives")
  func proof() {
    #expect(
      Self.lines("discriminators", "Ranges").contains(
        #"alternatives 0 and 1 have no value in common: no value of "size" satisfies both"#))
  }

  @Test("names the parts of what is made of several schemas")
  func parts() {
    let lines = Self.lines("compositions", "Dog")
    #expect(lines.first?.hasSuffix(": struct Dog") ?? false)
    #expect(lines.contains { $0.hasPrefix("includes /components/schemas/Animal, at ") })
  }

  @Test(
    "names the types of parts that have no name of their own",
    arguments: [
      ("/components/schemas/Aliases/properties/identified", "UUID"),
      ("/components/schemas/Aliases/properties/part", "Animal.Size"),
      ("/components/schemas/Page/properties/next", "String?"),
    ])
  func types(pointer: String, type: String) {
    #expect(Self.lines("compositions", pointer).first?.hasSuffix(": \(type)") ?? false)
  }

  @Test("counts in how many ways all alternatives are told apart")
  func summary() {
    let lines = Self.lines("discriminators", "")
    #expect(lines.first == "10 lists of alternatives")
    #expect(lines.contains("2  told apart by the discriminator"))
  }

  @Test("says that there is no such schema")
  func unknown() {
    let result = Recording.run("explain", Self.document("unions"), "/nowhere")
    #expect(result.code == .findings && result.output.isEmpty)
    #expect(result.errorOutput == "error: no schema is at '/nowhere'\n")
    let near = Recording.run("explain", Self.document("compositions"), "Anmial")
    #expect(near.errorOutput == "error: no schema is at 'Anmial'; did you mean 'Animal'?\n")
    #expect(Recording.run("explain", "/nowhere.yaml").code == .unusableDocument)
    #expect(Recording.run("explain").code == .usage)
  }
}
