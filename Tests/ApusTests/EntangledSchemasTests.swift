import Testing

@testable import apus

/// Schemas that are together with others in as many ways as there are sets of them: as the states of
/// an automaton that tells what stands so many steps before the end.
@Suite("Schemas that come together in ever more ways")
struct EntangledSchemasTests {
  private static func document(_ last: String) -> String {
    let reference = { (number: Int) in "{$ref: \"#/components/schemas/S\(number)\"}" }
    let steps = (1..<24).map { number in
      "S\(number): {type: object, properties: {a: \(reference(number + 1)), b: \(reference(number + 1))}}"
    }
    return """
      openapi: 3.1.0
      info: {title: T, version: "1"}
      paths: {}
      components:
        schemas:
          S0: {properties: {a: {allOf: [\(reference(0)), \(reference(1))]}, b: \(reference(0))}}
          \(steps.joined(separator: "\n    "))
          S24: \(last)

      """
  }

  @Test("have types up to a limit")
  func types() throws {
    let folder = try TemporaryFolder()
    try folder.write("d.yaml", Self.document("{type: object}"))
    let result = Recording.run(
      "generate", folder.path("d.yaml"), "--output", folder.path("Out"), "--files", "one")
    #expect(result.code == .success)
    #expect(
      result.errorOutput.contains(
        "warning: no type of its own for schemas that come together in ever more ways"))
  }
}
