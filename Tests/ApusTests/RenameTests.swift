import ApusSource
import Foundation
import Testing

@testable import apus

@Suite("Names that the settings give")
struct RenameTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pets.yaml", Self.document)
  }

  private static let document = """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /pets:
        get:
          operationId: list_pets
          tags: [pet_shop]
          parameters:
            - {name: max_count, in: query, schema: {type: integer}}
          responses:
            '200':
              description: Pets
              content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}
            '422':
              description: Refused
              content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
            '429': {$ref: '#/components/responses/too_many'}
      /pets/{id}:
        delete:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {'204': {description: Gone}}
    components:
      responses:
        too_many: {description: Too many, headers: {Retry-After: {schema: {type: integer}}}}
      schemas:
        pet:
          type: object
          properties:
            pet_type: {type: string}
            owner: {type: object, properties: {full_name: {type: string}}}
            mood: {$ref: '#/components/schemas/Mood'}
        Mood: {type: string, enum: [good_one, bad]}
        Problem: {type: object, required: [detail], properties: {detail: {type: string}}}
        list_pets.max_count: {type: object, properties: {a: {type: string}}}
    """

  private func generate(_ renames: String, _ words: String...) throws -> (
    code: ExitCode, told: String, text: String
  ) {
    let list = renames.isEmpty ? "" : "renames:\n" + renames
    try folder.write("apus.yaml", "output: Out\nfiles: one\n" + list)
    let recording = Recording()
    let code = Tool.run(
      ["generate", folder.path("pets.yaml")] + words, console: recording.console)
    return (code, recording.errorOutput, folder.read("Out/API.swift") ?? "")
  }

  @Test(
    "are for schemas, properties, values, operations, parameters and tags",
    arguments: [
      ("pet: Animal", ["struct Animal: JSONObject", "extension Animal {"]),
      ("'#/components/schemas/pet': Animal", ["struct Animal: JSONObject"]),
      ("pet.pet_type: kind", ["var kind: String?", #"kind = try object.optional("pet_type")"#]),
      ("'#/components/schemas/pet/properties/pet_type': kind", ["var kind: String?"]),
      ("'#/components/schemas/pet/properties/owner': Keeper", ["var owner: Keeper?"]),
      ("pet.owner: keeper", ["var keeper: Owner?"]),
      ("pet.owner.full_name: name", ["var name: String?"]),
      ("Mood.good_one: fine", ["static var fine: Self"]),
      ("list_pets: pets", ["func pets(", "enum Pets {", "extension Pets.Failure {"]),
      ("GET /pets: pets", ["func pets("]),
      ("DELETE /pets/{id}: remove", ["func remove(id: String)", "enum Remove {"]),
      ("DELETE /pets/{id}.id: number", ["func deletePetsID(number: String)"]),
      ("'#/paths/~1pets~1{id}/delete': remove", ["func remove(id: String)"]),
      ("GET /pets.max_count: limit", ["func listPets(limit: Int?"]),
      ("'#/components/responses/too_many': Later", ["case tooManyRequests(Responses.Later)"]),
      ("pet_shop: Pets", ["protocol PetsAPI", "struct PetsClient: PetsAPI"]),
      ("Problem.detail: reason", ["Problem(reason: problem.description)"]),
      // What was called so before makes room.
      ("pet: Mood2\n  Mood: Pet", ["struct Mood2: JSONObject", "struct Pet: JSONOpenEnumeration"]),
    ])
  func names(_ renames: String, _ expected: [String]) throws {
    let result = try generate("  " + renames + "\n")
    #expect(result.code == .success && !result.told.contains("warning"), "\(result.told)")
    for text in expected { #expect(result.text.contains(text), "\(text)") }
  }

  @Test(
    "are told of where they can't be given",
    arguments: [
      ("Petz: Animal", "warning: nothing is named after 'Petz'; did you mean 'pet'?", 9),
      ("pet.pet_tpye: k", "warning: nothing is named after 'pet.pet_tpye'; did you mean '", 17),
      ("pet: animal", "error: 'animal' can't be the name of a type: it needs an identifier", 8),
      ("pet: JSON", "error: 'JSON' can't be the name of a type", 8),
      ("pet.pet_type: Kind", "error: 'Kind' can't be the name of a property", 17),
      ("pet.pet_type: 'a b'", "error: 'a b' can't be the name of a property", 17),
      ("list_pets: init", "error: 'init' can't be the name of an operation", 14),
      ("pet.pet_type: schema", "error: 'pet.pet_type' can't be called 'schema': the name is", 17),
      ("pet: Same\n  Mood: Same", "error: 'Mood' can't be called 'Same': the name is taken", 9),
      ("pet: Mood", "error: 'pet' can't be called 'Mood': the name is taken", 8),
      ("pet: ListPets", "error: 'pet' can't be called 'ListPets': the name is taken", 8),
      ("pet.pet_type: owner", "error: 'pet.pet_type' can't be called 'owner': the name is", 17),
      ("list_pets.max_count: Max", "error: 'list_pets.max_count' is a type and a parameter", 24),
    ])
  func faults(_ renames: String, _ message: String, column: Int) throws {
    let result = try generate("  " + renames + "\n")
    let line = 3 + renames.split(separator: "\n").count
    #expect(result.told.contains("apus.yaml:\(line):\(column): \(message)"), "\(result.told)")
    #expect(result.code == (message.hasPrefix("warning") ? .success : .unusableDocument))
  }

  @Test func areOptionsToo() throws {
    let result = try generate("", "--renames", "pet=Animal", "--renames", "GET /pets=pets")
    #expect(result.text.contains("struct Animal") && result.text.contains("func pets("))
    #expect(try generate("", "--renames", "pet").code == .usage)
  }

  @Test func mayBeTheDocumentsOwn() throws {
    let text = try generate("", "--names", "document").text
    for expected in [
      "func list_pets(max_count: Int?", "struct Pet: JSONObject", "var pet_type: String?",
      "enum ListPets {", "static var good_one: Self", "AlwaysUseLowerCamelCase",
    ] { #expect(text.contains(expected), "\(expected)") }
  }

  @Test func areTold() throws {
    try folder.write(
      "apus.yaml", "renames: {pet: Animal, pet.pet_type: kind, Mood.good_one: fine}")
    let explained = Recording.run("explain", folder.path("pets.yaml"), "pet").output
    #expect(explained.contains(": struct Animal\n"))
    #expect(explained.contains("\n    \"pet_type\" is kind: String?\n"))
    #expect(explained.contains("\n    \"owner\" is owner: Owner?\n"))
    let mood = Recording.run("explain", folder.path("pets.yaml"), "Mood", "--names", "document")
    #expect(mood.output.contains("\n    \"good_one\" is fine\n"))
  }
}
